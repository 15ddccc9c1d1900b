import type { NewEntry } from '@livetype/db'
import type { AssistantMessage } from '@livetype/protocol'
import type { Provider, ProviderModel } from '../providers/provider.ts'
import type { RunOutcome } from './run-outcome.ts'

/** A run to be started. */
export interface NewRun {
  readonly ownerId: string
  readonly conversationId: string
  /** The user message it answers. */
  readonly parentId: string
  /** The id of the assistant message it writes. */
  readonly replyId: string
  readonly provider: Provider
  readonly model: ProviderModel
  /** What must be stored together with the start, before it: the message, a new conversation. */
  readonly before: readonly NewEntry[]
  /** Of replies that are asked for together: the id of the first of them. @see SPEC.md RUN11 */
  readonly groupId?: string
  /** The reply it goes on from, as that stands, and the id the run is to have. Absent: it begins one. */
  readonly continued?: { readonly runId: string; readonly message: AssistantMessage }
}

/** A run that has ended, for what comes after. */
export interface EndedRun extends NewRun {
  readonly runId: string
  readonly outcome: RunOutcome
}
