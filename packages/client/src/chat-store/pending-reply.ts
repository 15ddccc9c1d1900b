import type {
  AssistantMessage,
  ChatError,
  ContinueReply,
  ConversationState,
  Failure,
  Message,
  Regenerate,
  UndoContinue,
  UserMessage,
} from '@livetype/protocol'
import { isOpen, messageById, messagePath, nodeById, takesPath } from '@livetype/protocol'

/** How far a command has come: waiting for its turn, on its way, taken by the server, or refused. */
export type Delivery =
  | { readonly status: 'queued' | 'sending' | 'accepted' }
  | { readonly status: 'failed'; readonly failure: Failure }

interface PendingBase {
  replyId: string
  delivery: Delivery
  /** The reply to come: made up here until the server has answered, then as it said. */
  reply: AssistantMessage
  /** The replies that are asked for with it; none for most commands. @see SPEC.md RUN11 */
  others: readonly AssistantMessage[]
  /** Settles when the command has been taken or refused, with the error or with null; another for another try. */
  outcome: PromiseWithResolvers<ChatError | null>
}

/** A message a person sent that the log has not told of yet. */
export interface PendingSend extends PendingBase {
  readonly kind: 'send'
  /** Its `parentId` is final once `isPlaced`. */
  message: UserMessage
  /** Who is to answer, one at least; undefined: whom the server has first. */
  readonly modelIds: readonly (string | undefined)[]
  /** False until the conversation is known well enough to say what the message follows. */
  isPlaced: boolean
  /** Another version of a message: what it follows is certain, and stays so. */
  readonly isEdit: boolean
  /**
   * What the server may know of its ids: nothing; that it refused them; perhaps everything, where an answer was
   * lost. In the last case another command with the same ids must be the same command (RUN1).
   */
  knowledge: 'none' | 'refused' | 'unclear'
}

/** Another reply that was asked for, and that the log has not told of yet. */
export interface PendingRegenerate extends PendingBase {
  readonly kind: 'regenerate'
  readonly command: Regenerate
}

/** A reply that is to go on, as it will begin to; until the log has told of it, shown in the place of what is known. */
export interface PendingContinue extends PendingBase {
  readonly kind: 'continue'
  readonly command: ContinueReply
  /** The run began and was taken back, as another device can: nothing will come of it any more. */
  isTakenBack: boolean
}

/** A continuation that is to be taken back: the reply as it was before. */
export interface PendingUndo extends PendingBase {
  readonly kind: 'undo'
  readonly command: UndoContinue
}

/** @see PendingSend @see PendingRegenerate @see PendingContinue @see PendingUndo */
export type Pending = PendingSend | PendingRegenerate | PendingContinue | PendingUndo

/** Whether the log has told of everything a pending command brings about. */
export function isInLog(state: ConversationState, pending: Pending): boolean {
  if (pending.kind === 'send' && !nodeById(state, pending.message.id)) return false
  return isReplyInLog(state, pending)
}

/** Whether the log has told of the reply to come, or of what is to become of one. */
export function isReplyInLog(state: ConversationState, pending: Pending): boolean {
  const reply = messageById(state, pending.replyId)
  switch (pending.kind) {
    case 'send':
    case 'regenerate':
      return [pending.replyId, ...pending.others.map(({ id }) => id)].every((id) => nodeById(state, id))
    case 'continue':
      return reply !== undefined && (pending.isTakenBack || hasRun(reply, pending.command.runId))
    case 'undo':
      return reply !== undefined && !hasRun(reply, pending.command.runId)
  }
}

/** Whether a message is the work of this run, among others perhaps. */
export function hasRun(message: Message, runId: string): boolean {
  if (message.role !== 'assistant') return false
  return message.runId === runId || (message.earlierRuns ?? []).some((run) => run.runId === runId)
}

/** The command that changes a reply which is there, and that the log has not told of yet. */
export function changeOf(
  state: ConversationState,
  pending: readonly Pending[],
  replyId: string,
): PendingContinue | PendingUndo | undefined {
  for (const one of pending) {
    if ((one.kind !== 'continue' && one.kind !== 'undo') || one.replyId !== replyId) continue
    if (isUnderWay(one) && messageById(state, replyId) && !isReplyInLog(state, one)) return one
  }
  return undefined
}

/** The messages a person sent that the server has not taken. */
export function unsentOf(all: readonly Pending[]): PendingSend[] {
  return all.filter((one) => one.kind === 'send').filter((one) => one.delivery.status !== 'accepted')
}

/** Whether a command is neither done nor refused. */
export function isUnderWay(pending: Pending): boolean {
  return pending.delivery.status !== 'failed'
}

/** The conversation with what is on its way: what is new added last, as the server will add it. Pure. */
export function withPending(state: ConversationState, pending: readonly Pending[]): ConversationState {
  const added = pending.flatMap((one) => missingMessages(state, one))
  const changed = pending.flatMap((one) => (changeOf(state, pending, one.replyId) === one ? [one.reply] : []))
  if (added.length + changed.length === 0) return state
  const settled = new Map(state.settled)
  const running = new Map(state.running)
  for (const message of [...added, ...changed]) {
    settled.delete(message.id)
    running.delete(message.id)
    if (message.role === 'assistant' && isOpen(message.reply)) running.set(message.id, message)
    else settled.set(message.id, message)
  }
  const next = new Map(state.next)
  for (const message of added) if (takesPath(message)) next.set(message.parentId, message.id)
  return { ...state, messageIds: [...state.messageIds, ...added.map((message) => message.id)], settled, running, next }
}

function missingMessages(state: ConversationState, pending: Pending): Message[] {
  if (!isUnderWay(pending) || (pending.kind === 'send' && !pending.isPlaced)) return []
  const replies: Message[] = [pending.reply, ...pending.others]
  const messages = pending.kind === 'send' ? [pending.message, ...replies] : replies
  return messages.filter((message) => !nodeById(state, message.id))
}

/** What a message sent now follows: the last message of the path. Null in an empty conversation. */
export function lastOfPath(shown: ConversationState): string | null {
  return messagePath(shown).at(-1) ?? null
}

/**
 * The ids a person sees, in order: the path of the tree, and each message that could not be sent right after what
 * it was to follow, so that it neither hides another nor is hidden. What
 * can't be placed yet comes last. `shown` is what `withPending` made.
 */
export function shownPath(shown: ConversationState, pending: readonly Pending[]): string[] {
  const path = messagePath(shown)
  const standIns = new Map<string, string>()
  for (const one of pending) {
    if (one.kind !== 'send' || nodeById(shown, one.message.id)) continue
    const { id, parentId } = one.message
    if (!one.isPlaced) path.push(id)
    if (!one.isPlaced || isUnderWay(one)) continue
    const anchor = parentId === null ? null : (standIns.get(parentId) ?? parentId)
    standIns.set(one.replyId, id)
    const anchorIndex = anchor === null ? -1 : path.indexOf(anchor)
    path.splice(anchor !== null && anchorIndex === -1 ? path.length : anchorIndex + 1, 0, id)
  }
  return path
}

/** The messages that were to follow `pending`, one after the other, in the order in which they were sent. */
export function followersOf(pending: Pending, all: readonly Pending[]): PendingSend[] {
  // What follows a reply that is there does not wait for what becomes of it.
  if (pending.kind === 'continue' || pending.kind === 'undo') return []
  const replyIds = new Set<string | null>([pending.replyId])
  const followers: PendingSend[] = []
  for (const one of all) {
    if (one.kind !== 'send' || !replyIds.has(one.message.parentId)) continue
    replyIds.add(one.replyId)
    followers.push(one)
  }
  return followers
}

/** A failed message, and before it the failed ones it follows, the first of them first. */
export function failedChain(all: readonly Pending[], messageId: string): PendingSend[] {
  const chain: PendingSend[] = []
  let next = all.find((one) => one.kind === 'send' && one.message.id === messageId)
  while (next?.kind === 'send' && !isUnderWay(next)) {
    chain.unshift(next)
    const { parentId } = next.message
    next = all.find((one) => one.kind === 'send' && one.replyId === parentId)
  }
  return chain
}
