import type { ConversationSummary } from '@livetype/protocol'
import type { Overlay } from '../actions/overlay.ts'

/** The dialog in which conversations get their tags. */
export interface Tagging {
  /** Those whose tags it shows, as they were when it was opened. */
  readonly conversations: readonly ConversationSummary[]
  open(conversations: readonly ConversationSummary[]): void
}

/** @see Tagging */
export function createTagging(overlay: Pick<Overlay, 'show'>): Tagging {
  let conversations: readonly ConversationSummary[] = []
  return {
    get conversations() {
      return conversations
    },
    open(next) {
      if (next.length === 0) return
      conversations = next
      overlay.show('tags')
    },
  }
}
