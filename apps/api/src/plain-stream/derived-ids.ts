import { createHash } from 'node:crypto'

/**
 * The ids of what a question brings forth, made of the question's own: whoever asks again, even at the same time,
 * asks for the same. Of no use to others: another owner's are different.
 */
export function derivedIds(ownerId: string, messageId: string): { conversationId: string; replyId: string } {
  const derive = (kind: string) => createHash('sha256').update(`${kind}\n${ownerId}\n${messageId}`).digest('base64url')
  return { conversationId: derive('conversation'), replyId: derive('reply') }
}
