import type { Readable } from 'node:stream'
import { type ReceivedFile, type StoredFile, workspaceLog } from '@livetype/db'
import { type Attachment, ChatError } from '@livetype/protocol'
import type { Services } from '../services.ts'
import { cleanFileName } from './clean-file-name.ts'
import { inspectFile } from './inspect-file.ts'
import { receiveFile } from './receive-file.ts'

/**
 * Takes an upload in and makes it one that a message can have. Idempotent by its id, which the client made: the same
 * bytes again are the same upload. The bytes are in their place, and on disk, before anything says that they are.
 * @throws {ChatError} `file-refused`, `file-too-large`, `id-conflict`, `storage-failed`; {CutOffError}. Nothing is
 *   left of the upload then.
 * @see SPEC.md FILE1, FILE2
 */
export async function addFile(
  services: Pick<Services, 'database' | 'attachmentLimits' | 'now'>,
  ownerId: string,
  upload: { fileId: string; name: string; body: Readable },
): Promise<Attachment> {
  const { database, attachmentLimits: limits, now } = services
  const { fileFolder, files } = database
  const { fileId, body } = upload

  const keep = async (received: ReceivedFile): Promise<Attachment> => {
    const known = await files.find(ownerId, fileId)
    if (known) return sameFile(known, received)
    if (await files.isTaken(fileId)) throw taken()
    const { attachment: found, extractedText } = await inspectFile(received, limits)
    const named = { fileId, name: cleanFileName(upload.name), sizeBytes: received.sizeBytes }
    const attachment: Attachment = { ...found, ...named }
    const held = await fileFolder.keep(received, extractedText)
    try {
      const event = { type: 'file-added', attachment, hash: received.hash, addedAt: now() } as const
      await database.log.append([{ log: workspaceLog(ownerId), event }])
    } finally {
      held.release()
    }
    return attachment
  }

  return receiveFile({ body, fileFolder, limits }, keep)
}

function sameFile(known: StoredFile, received: ReceivedFile): Attachment {
  if (known.hash !== received.hash) throw taken()
  return known.attachment
}

function taken(): ChatError {
  return new ChatError('id-conflict', 'This file id is taken by another file.')
}
