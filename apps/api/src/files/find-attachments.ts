import type { ChatDatabase } from '@livetype/db'
import { type Attachment, type AttachmentLimits, ChatError } from '@livetype/protocol'

/** Bytes of images that a model is given at most, and so one message can have. */
export const maxImageBytesOfRequest = 48_000_000

/**
 * The owner's uploads with these ids, in their order.
 * @throws {ChatError} `file-not-found`, `file-too-large` and `invalid-input` where they are too much or too many.
 */
export async function findAttachments(
  { database, attachmentLimits }: { database: ChatDatabase; attachmentLimits: AttachmentLimits },
  ownerId: string,
  ids: readonly string[],
): Promise<Attachment[]> {
  const { maxAttachments } = attachmentLimits
  if (ids.length > maxAttachments) {
    throw new ChatError('invalid-input', `A message can have up to ${maxAttachments} attachments.`)
  }
  const found = await Promise.all(ids.map((id) => database.files.find(ownerId, id)))
  const attachments = found.map((file) => {
    if (!file) throw fileNotFound()
    return file.attachment
  })
  const imageBytes = attachments.reduce((sum, { type, sizeBytes }) => sum + (type === 'image' ? sizeBytes : 0), 0)
  if (imageBytes > maxImageBytesOfRequest) {
    const most = maxImageBytesOfRequest / 1_000_000
    throw new ChatError(
      'file-too-large',
      `These pictures are too large together: ${most} MB are the most in a message.`,
    )
  }
  return attachments
}

/** What another's file, and one that is gone, both answer (DOOR1). */
export function fileNotFound(cause?: unknown): ChatError {
  const sentence = 'An attached file is no longer on the server. Remove it, and attach it again.'
  return new ChatError('file-not-found', sentence, { cause })
}
