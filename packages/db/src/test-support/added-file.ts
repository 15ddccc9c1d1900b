import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Attachment } from '@livetype/protocol'
import type { ChatDatabase } from '../chat-database.ts'
import { type NewEntry, workspaceLog } from '../event-log/event-log.ts'
import { fileFolderPath } from '../files/file-folder.ts'
import { localOwnerId } from '../repositories/users.ts'

/** Takes a file in as the server does; returns the attachment and its hash. */
export async function addFile(
  { fileFolder, log }: ChatDatabase,
  file: { fileId: string; content: string; addedAt?: number; text?: string },
): Promise<{ attachment: Attachment; hash: string }> {
  const { fileId, content, addedAt = 1, text } = file
  const incoming = await fileFolder.receive()
  await incoming.write(Buffer.from(content))
  const received = await incoming.finish()
  const held = await fileFolder.keep(received, text)
  const { hash, sizeBytes } = received
  const mediaType = 'text/plain'
  const attachment: Attachment = { type: 'file', fileId, name: 'a.txt', mediaType, sizeBytes, textLength: sizeBytes }
  await log.append([{ log: workspaceLog(localOwnerId), event: { type: 'file-added', attachment, hash, addedAt } }])
  held.release()
  return { attachment, hash }
}

/** The conversation's question, with these attachments. */
export function withAttachments(begun: readonly NewEntry[], attachments: readonly Attachment[]): readonly NewEntry[] {
  return begun.map(({ log, event }) => {
    if (event.type !== 'message-added') return { log, event }
    return { log, event: { ...event, message: { ...event.message, parts: [...attachments, ...event.message.parts] } } }
  })
}

/** The contents of all files beside a database or in another folder, what is coming in included, in order. */
export function contentsBeside(databasePath: string, folder = fileFolderPath(databasePath)): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .sort()
}
