import { type Attachment, attachmentSchema } from '@livetype/protocol'
import type { UnsentText, UnsentTexts } from '../chat-store/unsent-keeper.ts'
import { type KeyValue, keep, readKept } from './key-value.ts'
import type { LiveDrafts } from './live-drafts.ts'

const prefix = 'livetype:unsent:'

/** Unsent messages in `storage`; a later page gets them as part of its drafts. */
export function createStoredUnsentTexts(
  storage: KeyValue | null,
  drafts: Pick<LiveDrafts, 'add'>,
  giveBackAttachments: (conversationId: string | null, attachments: readonly Attachment[]) => void = () => {},
): UnsentTexts {
  function all(conversationId: string): readonly UnsentText[] {
    const kept = readKept(storage, prefix + conversationId)
    return kept === '' ? [] : parse(kept)
  }

  function write(conversationId: string, unsent: readonly UnsentText[]): void {
    keep(storage, prefix + conversationId, unsent.length === 0 ? '' : JSON.stringify(unsent))
  }

  const without = (conversationId: string, messageId: string) =>
    all(conversationId).filter((one) => one.messageId !== messageId)

  return {
    all,
    put: (conversationId, unsent) => write(conversationId, [...without(conversationId, unsent.messageId), unsent]),
    drop: (conversationId, messageId) => write(conversationId, without(conversationId, messageId)),
    giveBack(conversationId, { text, attachments }) {
      if (text !== '') drafts.add(conversationId, text)
      giveBackAttachments(conversationId, attachments)
    },
  }
}

function parse(kept: string): readonly UnsentText[] {
  try {
    const parsed: unknown = JSON.parse(kept)
    return Array.isArray(parsed) ? parsed.filter(isUnsentText).map(withSoundAttachments) : []
  } catch {
    return [] // Not of our making: nothing of it can be given back.
  }
}

function isUnsentText(value: unknown): value is UnsentText {
  if (typeof value !== 'object' || value === null || !('messageId' in value) || !('text' in value)) return false
  const hasAttachments = !('attachments' in value) || Array.isArray(value.attachments)
  return hasAttachments && typeof value.messageId === 'string' && typeof value.text === 'string'
}

function withSoundAttachments({ messageId, text, attachments = [] }: UnsentText): UnsentText {
  const sound = attachments.filter((attachment) => attachmentSchema.safeParse(attachment).success)
  return { messageId, text, ...(sound.length > 0 && { attachments: sound }) }
}
