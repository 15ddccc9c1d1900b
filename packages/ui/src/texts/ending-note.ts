import type { EndedReply } from '@livetype/protocol'
import { sentenceOf } from '../languages/catalogue.ts'
import { texts } from './texts.ts'

/** What has to be said of a reply that did not come to its end. `failed` is said aloud, the others quietly. */
export interface EndingNote {
  readonly kind: 'failed' | 'interrupted' | 'truncated'
  readonly text: string
}

/** The note above the footer of a reply; null where its mark says enough. @see SPEC.md RUN3 */
export function endingNote({ status, failure }: Pick<EndedReply, 'status' | 'failure'>): EndingNote | null {
  switch (status) {
    case 'failed':
      return { kind: 'failed', text: failure ? sentenceOf(failure) : texts.marks.failedFallback }
    case 'interrupted':
      return { kind: 'interrupted', text: texts.marks.interruptedHint }
    case 'completed':
      return failure ? { kind: 'truncated', text: sentenceOf(failure) } : null
    case 'stopped':
      return null
  }
}
