import { type ConversationState, chooseBranch, nodeById } from '@livetype/protocol'
import { type Pending, withPending } from './pending-reply.ts'

/** A version that a person chose and that the log has not told of yet: until then it is shown as chosen. */
export interface PendingChoice {
  readonly messageId: string
  /** What was on its way when it was chosen, and may have made what it was chosen over. */
  readonly over: ReadonlySet<Pending>
  /** The server has taken it. */
  isAccepted: boolean
}

/** The conversation with what is on its way, and the last choice among it in its turn. Pure. */
export function withChoice(
  state: ConversationState,
  pending: readonly Pending[],
  choice: PendingChoice | undefined,
): ConversationState {
  if (!choice) return withPending(state, pending)
  const before = withPending(
    state,
    pending.filter((one) => choice.over.has(one)),
  )
  const chosen = nodeById(before, choice.messageId) ? chooseBranch(before, choice.messageId) : before
  return withPending(
    chosen,
    pending.filter((one) => !choice.over.has(one)),
  )
}

/** What is left of choices once the log has told of one: those made after it. */
export function choicesAfter(choices: readonly PendingChoice[], messageId: string): PendingChoice[] {
  return choices.slice(choices.findIndex((one) => one.messageId === messageId) + 1)
}
