import { readFile } from 'node:fs/promises'
import type { ChatDatabase } from '@livetype/db'
import { type Attachment, attachmentsOf, type Message, textOf } from '@livetype/protocol'
import { decodeText } from '../files/decode-text.ts'
import { fileNotFound } from '../files/find-attachments.ts'
import type { Turn, TurnImage } from '../providers/provider.ts'
import { attachedText } from './attached-text.ts'

/**
 * What a model is given for a message: what is attached, then what was written. The text of files is read now, since
 * it counts towards the model's window; images are read when they are sent.
 */
export async function turnOf(database: ChatDatabase, ownerId: string, message: Message): Promise<Turn> {
  const text = textOf(message)
  const attachments = attachmentsOf(message)
  if (attachments.length === 0) return { role: message.role, text }
  const texts: string[] = []
  const images: TurnImage[] = []
  for (const attachment of attachments) {
    const file = await database.files.find(ownerId, attachment.fileId)
    if (attachment.type === 'image') {
      texts.push(attachedText(attachment))
      if (file) images.push(turnImage(attachment, database.fileFolder.pathOf(file.hash)))
    } else {
      texts.push(attachedText(attachment, file && (await textOfFile(database, attachment, file.hash))))
    }
  }
  const whole = [...texts, ...(text.trim() === '' ? [] : [text])].join('\n\n')
  return { role: message.role, text: whole, ...(images.length > 0 && { images }) }
}

function turnImage({ name, mediaType, sizeBytes, ...image }: Extract<Attachment, { type: 'image' }>, path: string) {
  const { width, height } = image
  const read = async () => {
    try {
      return await readFile(path)
    } catch (error) {
      throw fileNotFound(error)
    }
  }
  return { name, mediaType, sizeBytes, width, height, read }
}

async function textOfFile(
  { fileFolder }: ChatDatabase,
  { mediaType }: Attachment,
  hash: string,
): Promise<string | undefined> {
  try {
    if (mediaType === 'application/pdf') return await readFile(fileFolder.textPathOf(hash), 'utf8')
    return decodeText(await readFile(fileFolder.pathOf(hash)))
  } catch {
    return undefined // Gone from the disk: the model is told so.
  }
}
