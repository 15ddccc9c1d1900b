import type { AssistantMessage, ConversationSummary } from '@livetype/protocol'
import { branchesOf, comparedReplies, isSameConfiguration, messageById } from '@livetype/protocol'
import type { ConversationView, ListView, MessageView, QueuedMessageView } from './chat-store.ts'
import { type ConversationEntry, shownConfiguration, shownState } from './conversation-entry.ts'
import { shownQueue } from './pending-queue.ts'
import { changeOf, shownPath, unsentOf } from './pending-reply.ts'
import { shownMessage } from './rating.ts'

const loading = { status: 'loading' } as const
const notFound = { status: 'not-found' } as const

/** What a view of a conversation shows; `previous` itself where that would show the same. */
export function viewConversation(
  entry: ConversationEntry | undefined,
  summary: ConversationSummary | null,
  previous: ConversationView | undefined,
): ConversationView {
  if (!entry || entry.phase.status === 'loading') return loading
  switch (entry.phase.status) {
    case 'not-found':
      return notFound
    case 'failed':
      // Never hide what a person wrote: what waits or failed is shown even where nothing else can be.
      if (unsentOf(entry.pending).length > 0) return viewMessages(entry, summary, previous)
      if (previous?.status === 'failed' && previous.failure === entry.phase.failure) return previous
      return { status: 'failed', failure: entry.phase.failure }
    case 'new':
    case 'ready':
      return viewMessages(entry, summary, previous)
  }
}

function viewMessages(
  entry: ConversationEntry,
  summary: ConversationSummary | null,
  previous: ConversationView | undefined,
): ConversationView {
  const shown = shownState(entry)
  const messageIds = shownPath(shown, entry.pending)
  const running: Pick<AssistantMessage, 'id' | 'runId'>[] = []
  const compared = comparedReplies(shown, messageIds)
  for (const id of shown.running.size > 0 ? [...messageIds, ...compared.slice(1)] : []) {
    const reply = shown.running.get(id)
    if (reply) running.push({ id, runId: reply.runId })
  }
  const branches = branchesOf(shown, messageIds)
  const configuration = shownConfiguration(entry)
  const isTemporary = summary ? summary.isTemporary === true : entry.isTemporary
  const queued = shownQueue(entry)
  const queueHold = queued.length > 0 ? entry.state.queue.hold : null
  if (previous?.status !== 'ready') {
    const sight = { messageIds, branches, compared, running, configuration, isTemporary, queued, queueHold }
    return { status: 'ready', conversation: summary, ...sight }
  }
  const view = {
    status: 'ready',
    conversation: summary,
    messageIds: sameItems(previous.messageIds, messageIds),
    branches: sameBranches(previous.branches, branches),
    compared: sameItems(previous.compared, compared),
    running: sameItems(previous.running, running, (a, b) => a.id === b.id && a.runId === b.runId),
    configuration: isSameConfiguration(previous.configuration, configuration) ? previous.configuration : configuration,
    isTemporary,
    queued: sameItems(previous.queued, queued, isSameQueued),
    queueHold,
  } as const
  const isSame =
    view.conversation === previous.conversation &&
    view.messageIds === previous.messageIds &&
    view.branches === previous.branches &&
    view.compared === previous.compared &&
    view.running === previous.running &&
    view.configuration === previous.configuration &&
    view.isTemporary === previous.isTemporary &&
    view.queued === previous.queued &&
    view.queueHold === previous.queueHold
  return isSame ? previous : view
}

function isSameQueued(a: QueuedMessageView, b: QueuedMessageView): boolean {
  if (a.message !== b.message || a.delivery !== b.delivery) return false
  return a.delivery !== 'failed' || b.delivery !== 'failed' || a.failure === b.failure
}

/** What a view of a message shows; `previous` itself where that would show the same. */
export function viewMessage(
  entry: ConversationEntry | undefined,
  messageId: string,
  previous: MessageView | undefined,
): MessageView | undefined {
  const view = entry && findMessage(entry, messageId)
  if (!view || !previous || view.delivery !== previous.delivery || view.message !== previous.message) return view
  if (view.delivery === 'failed' && previous.delivery === 'failed' && view.failure !== previous.failure) return view
  return previous
}

function findMessage(entry: ConversationEntry, messageId: string): MessageView | undefined {
  const change = changeOf(entry.state, entry.pending, messageId)
  if (change) {
    // What is taken back is gone from sight at once; what is to come waits visibly.
    const isSending = change.kind === 'continue' && change.delivery.status !== 'accepted'
    return { delivery: isSending ? 'sending' : 'sent', message: change.reply }
  }
  const message = messageById(entry.state, messageId)
  if (message) return { delivery: 'sent', message: shownMessage(entry, message) }
  for (const one of entry.pending) {
    const { delivery } = one
    if (one.kind === 'send' && one.message.id === messageId) {
      if (delivery.status === 'failed') return { delivery: 'failed', message: one.message, failure: delivery.failure }
      return { delivery: delivery.status === 'accepted' ? 'sent' : 'sending', message: one.message }
    }
    const reply = [one.reply, ...one.others].find(({ id }) => id === messageId)
    if (reply && delivery.status !== 'failed') {
      return { delivery: delivery.status === 'accepted' ? 'sent' : 'sending', message: reply }
    }
  }
  return undefined
}

/** The list of conversations as ready to show; `previous` itself where that would show the same. */
export function viewList(
  list: Omit<Extract<ListView, { status: 'ready' }>, 'status'>,
  previous: ListView | undefined,
): ListView {
  if (previous?.status !== 'ready') return { status: 'ready', ...list }
  const conversations = sameItems(previous.conversations, list.conversations)
  const isSame =
    conversations === previous.conversations && list.filter === previous.filter && list.older === previous.older
  return isSame ? previous : { status: 'ready', ...list, conversations }
}

function sameBranches(
  previous: ReadonlyMap<string, readonly string[]>,
  next: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly string[]> {
  if (previous.size !== next.size) return next
  for (const [id, ids] of next) {
    const before = previous.get(id)
    if (!before || sameItems(before, ids) !== before) return next
  }
  return previous
}

function sameItems<Item>(
  previous: readonly Item[],
  next: readonly Item[],
  isSame: (a: Item, b: Item) => boolean = Object.is,
): readonly Item[] {
  if (previous.length !== next.length) return next
  for (const [index, item] of next.entries()) {
    const other = previous[index]
    if (other === undefined || !isSame(other, item)) return next
  }
  return previous
}
