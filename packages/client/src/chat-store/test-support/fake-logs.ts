import type {
  ConversationEvent,
  ConversationPage,
  ConversationPart,
  ConversationSnapshot,
  ConversationState,
  ListConversations,
  LoggedEvent,
  NewEvent,
  PageConversations,
  WorkspaceEvent,
  WorkspaceSnapshot,
  WorkspaceState,
} from '@livetype/protocol'
import {
  ChatError,
  comparedReplies,
  compareInList,
  conversationEventSchema,
  conversationsPerPage,
  emptyConversation,
  emptyWorkspace,
  foldConversation,
  foldWorkspace,
  isListed,
  isWorkspaceEvent,
  loggedEventSchema,
  messageById,
  messagePath,
  outlineOf,
  sortedConversations,
} from '@livetype/protocol'

/** The name of the workspace's log among those of the conversations. */
export const workspaceName = 'workspace'

/** What a server has on its disk: logs with seqs of their own and one epoch. */
export interface FakeLogs {
  readonly epoch: number
  readonly conversationIds: string[]
  append(name: string, event: NewEvent): LoggedEvent
  eventsOf(name: string): readonly LoggedEvent[]
  headOf(name: string): number
  conversation(id: string): ConversationState
  workspace(): WorkspaceState
  /** Positions of before mean nothing any more; with `lost`, the last events of each log are gone too. */
  beginEpoch(lost?: number): void
  cursor(name: string): string
  /** The seq of a cursor, or undefined where it can't be resumed. */
  resumable(name: string, cursor: string): number | undefined
  conversationSnapshot(id: string, part?: ConversationPart): ConversationSnapshot
  workspaceSnapshot(wanted?: ListConversations): WorkspaceSnapshot
  page(page: PageConversations): ConversationPage
  summaries(ids: readonly string[]): ConversationPage
}

/** @see FakeLogs */
export function createFakeLogs(): FakeLogs {
  const logs = new Map<string, LoggedEvent[]>([[workspaceName, []]])
  let epoch = 1

  function eventsOf(name: string): LoggedEvent[] {
    const events = logs.get(name) ?? []
    logs.set(name, events)
    return events
  }

  function conversation(id: string): ConversationState {
    const events = eventsOf(id).map((event): ConversationEvent => conversationEventSchema.parse(event))
    return events.reduce(foldConversation, emptyConversation(id))
  }

  function workspace(): WorkspaceState {
    return eventsOf(workspaceName)
      .filter((event): event is WorkspaceEvent => isWorkspaceEvent(event))
      .reduce(foldWorkspace, emptyWorkspace)
  }

  const headOf = (name: string) => eventsOf(name).length
  const cursor = (name: string) => `${epoch}:${headOf(name)}`

  return {
    get epoch() {
      return epoch
    },
    get conversationIds() {
      return [...logs.keys()].filter((name) => name !== workspaceName)
    },
    append(name, event) {
      const events = eventsOf(name)
      const logged = loggedEventSchema.parse({ ...event, seq: events.length + 1 })
      events.push(logged)
      return logged
    },
    eventsOf,
    headOf,
    conversation,
    workspace,
    beginEpoch(lost = 0) {
      epoch += 1
      for (const events of logs.values()) events.splice(Math.max(0, events.length - lost))
    },
    cursor,
    resumable(name, text) {
      const [cursorEpoch, seq] = text.split(':').map(Number)
      if (cursorEpoch !== epoch || seq === undefined || seq > headOf(name)) return undefined
      return seq
    },
    conversationSnapshot(id, part) {
      const summary = workspace().conversations.get(id)
      if (!summary) throw new ChatError('conversation-not-found', 'No such conversation.')
      const state = conversation(id)
      const all = state.messageIds.flatMap((messageId) => messageById(state, messageId) ?? [])
      const path = messagePath(state)
      const read = new Set([
        ...path.slice(part ? -part.recent : 0),
        ...comparedReplies(state, path),
        ...state.running.keys(),
        ...(part?.include ?? []),
      ])
      const isWhole = !part || all.length <= part.recent
      const messages = all.filter((message) => isWhole || read.has(message.id))
      const isChosen = (one: { id: string; parentId: string | null }) =>
        state.next.get(one.parentId) === one.id && state.chosen.has(one.id)
      const chosenIds = all.filter(isChosen).map((one) => one.id)
      const { configuration, queue } = state
      return structuredClone({
        conversation: summary,
        messages,
        ...(!isWhole && { outline: outlineOf(all) }),
        chosenIds,
        configuration,
        queue,
        cursor: cursor(id),
        seq: headOf(id),
      })
    },
    workspaceSnapshot(wanted) {
      const all = sortedConversations(workspace()).filter((one) => isListed(one, {}))
      const limit = wanted?.limit ?? all.length
      const through = wanted?.through
      const isWanted = (one: (typeof all)[number], index: number) =>
        index < limit || (through ? compareInList(one, through) <= 0 : false)
      const part = all.filter(isWanted)
      const last = part.at(-1)
      const next = last && part.length < all.length ? { updatedAt: last.updatedAt, id: last.id } : null
      const conversations = all.filter((one, index) => isWanted(one, index) || one.isPinned)
      const { settings, library } = workspace()
      const seq = headOf(workspaceName)
      return structuredClone({ conversations, next, settings, library, cursor: cursor(workspaceName), seq })
    },
    page({ after, limit = conversationsPerPage, ...filter }) {
      const all = sortedConversations(workspace()).filter((one) => isListed(one, filter))
      const rest = after ? all.filter((one) => compareInList(one, after) > 0) : all
      const conversations = rest.slice(0, limit)
      const last = conversations.at(-1)
      const next = last && conversations.length < rest.length ? { updatedAt: last.updatedAt, id: last.id } : null
      return structuredClone({ conversations, next, seq: headOf(workspaceName) })
    },
    summaries(ids) {
      const conversations = ids.flatMap((id) => workspace().conversations.get(id) ?? [])
      return structuredClone({ conversations, next: null, seq: headOf(workspaceName) })
    },
  }
}
