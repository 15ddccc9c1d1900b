import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { StoredFile } from '@livetype/db'
import type { Attachment } from '@livetype/protocol'
import { create as contentDisposition } from 'content-disposition'
import type { FastifyReply } from 'fastify'
import type { Services } from '../services.ts'

/** What a file may do where a browser opens it: nothing. */
const harmless = "default-src 'none'; sandbox; frame-ancestors 'none'"

/**
 * Answers with the bytes of an upload, as what they were found to be, where they can run nothing. False where they are
 * not there: then nothing is sent.
 */
export async function sendFile(
  { database, logger }: Pick<Services, 'database' | 'logger'>,
  { attachment, hash }: StoredFile,
  { reply, cacheControl }: { reply: FastifyReply; cacheControl: string },
): Promise<boolean> {
  const path = database.fileFolder.pathOf(hash)
  const found = await stat(path).catch(() => undefined)
  if (found?.size !== attachment.sizeBytes) {
    logger.error({ fileId: attachment.fileId }, 'the bytes of a file are missing')
    return false
  }
  const type = attachment.type === 'image' ? 'inline' : 'attachment'
  reply
    .header('content-security-policy', harmless)
    .header('cache-control', cacheControl)
    .header('content-disposition', contentDisposition(savedName(attachment), { type }))
    .header('content-length', attachment.sizeBytes)
    .type(attachment.mediaType)
    .send(createReadStream(path))
  return true
}

/** An image is saved as one: where it is something else too, its name does not make it that. */
function savedName({ name, mediaType }: Attachment): string {
  const endings: Partial<Record<Attachment['mediaType'], RegExp>> = {
    'image/png': /\.png$/i,
    'image/jpeg': /\.jpe?g$/i,
    'image/webp': /\.webp$/i,
    'image/gif': /\.gif$/i,
  }
  const ending = endings[mediaType]
  return !ending || ending.test(name) ? name : `${name}.${mediaType.replace('image/', '')}`
}
