import { type AssistantMessage, ChatError, makeId as makeRandomId, messageById } from '@livetype/protocol'
import type { Frames } from '../frames.ts'
import type { Observable } from '../observable.ts'
import { ownTimers, platformTimers, type Timers } from '../timers.ts'
import { createBranchChooser } from './branch-chooser.ts'
import { createCells } from './cells.ts'
import type { ChatApi } from './chat-api.ts'
import type { ChatStore, Connection, ConversationView, MessageView } from './chat-store.ts'
import { type ConversationEntry, isBusy, isFollowable } from './conversation-entry.ts'
import { createConversationLoading } from './conversation-loading.ts'
import { createEntries } from './entries.ts'
import { createFollower, type Target } from './follower.ts'
import { keys } from './keys.ts'
import { createListCommands } from './list-commands.ts'
import { createOutbox } from './outbox.ts'
import { changeOf, type Pending, unsentOf, withPending } from './pending-reply.ts'
import { createPresence } from './presence.ts'
import { createReceiver } from './receiver.ts'
import { createRetry } from './retry.ts'
import { createSnapshotLoader } from './snapshot-loader.ts'
import { noTabSignals, type TabSignals } from './tab-signals.ts'
import { createUnsentKeeper, type UnsentTexts } from './unsent-keeper.ts'
import { viewConversation, viewMessage } from './views.ts'
import { createWorkspace } from './workspace.ts'

/** Conversations kept beside the open one. */
const maxKeptConversations = 20
/** Where more than this would be sent again from a log's known cursor, a new snapshot is the shorter way. */
const maxReplayedEvents = 1_000

/** What a chat store is made of. */
export interface ChatStoreOptions {
  readonly api: ChatApi
  readonly frames: Frames
  /** What the tab hears from its browser; without it, the tab counts as always in sight. */
  readonly signals?: TabSignals
  /** Where unsent messages outlive the page; without it, they don't. */
  readonly unsent?: UnsentTexts
  /** Epoch milliseconds. */
  readonly now?: () => number
  readonly makeId?: () => string
  readonly timers?: Timers
  /** From 0 to 1, for delays that must not coincide. */
  readonly random?: () => number
}

/**
 * The chat store of one tab or service. It begins to load the list at once, and holds one stream at most.
 * @see ChatStore
 */
export function createChatStore(options: ChatStoreOptions): ChatStore {
  const { api, frames, signals = noTabSignals, now = Date.now, makeId = makeRandomId, random = Math.random } = options
  const timers = ownTimers(options.timers ?? platformTimers)
  const cells = createCells(frames)
  const retry = createRetry(timers, random)
  const workspace = createWorkspace()
  const unsent = options.unsent && createUnsentKeeper(options.unsent)
  const entries = createEntries(maxKeptConversations)
  let isDisposed = false
  let connection: Connection = 'connecting'
  let opened: ConversationEntry | null = null
  let followedId: string | null = null
  /** One observable per thing, so that asking for it in every render does no harm. */
  const conversationCells = new Map<string, Observable<ConversationView>>()
  const messageCells = new Map<string, Map<string, Observable<MessageView | undefined>>>()
  let lastVersion = 0
  const nextVersion = () => ++lastVersion

  const presence = createPresence({
    signals,
    timers,
    now,
    isVisible: options.signals ? frames.isVisible() : true,
    onAway: followWhatIsWanted,
    onBack(isSuspect) {
      followWhatIsWanted()
      hurry(isSuspect)
    },
    onOnline: () => hurry(true),
  })

  const receiver = createReceiver({
    entries,
    workspace,
    loading: { refresh: (entry) => loading.refresh(entry) },
    opened: () => opened,
    refreshWorkspace,
    onText: (entry, messageId) => cells.touch(keys.message(entry.id, messageId)),
    onStructure(entry, messageId) {
      unsent?.follow(entry)
      cells.touch(keys.conversation(entry.id), keys.message(entry.id, messageId))
    },
    onPhase(entry) {
      touchEntry(entry)
      followWhatIsWanted()
    },
    onList: touchList,
  })

  const follower = createFollower({
    api,
    timers,
    now,
    random,
    onEvents(events, conversationId) {
      receiver.receive(events, conversationId)
      if (presence.isAway) followWhatIsWanted()
    },
    onRefused(_error, target) {
      // The snapshots say what is wrong, or give cursors that the server takes.
      refreshWorkspace()
      const entry = target.conversationId === null ? undefined : entries.get(target.conversationId)
      if (entry) loading.refresh(entry)
    },
    onConnection(next) {
      connection = next
      cells.touch(keys.connection)
    },
  })

  const outbox = createOutbox({
    api,
    retry,
    makeId,
    now,
    onChange(entry) {
      if (isDisposed) return
      unsent?.follow(entry)
      touchEntry(entry)
      followWhatIsWanted()
    },
    onTakenUnread: load,
  })

  const choose = createBranchChooser({
    api,
    retry,
    onChange(entry) {
      if (!isDisposed) cells.touch(keys.conversation(entry.id))
    },
  })

  const loading = createConversationLoading({
    api,
    timers,
    now,
    random,
    nextVersion,
    onLoaded(entry) {
      if (isDisposed) return
      unsent?.recover(entry)
      unsent?.follow(entry)
      touchEntry(entry)
      outbox.resume(entry)
      followWhatIsWanted()
    },
    onRefused: (entry, error) => outbox.failWaiting(entry, error.toFailure()),
  })

  const workspaceLoader = createSnapshotLoader({
    fetch: () => api.listConversations(),
    apply(snapshot) {
      if (isDisposed) return
      workspace.replace(snapshot, nextVersion())
      receiver.distrustBeginnings()
      touchList()
      followWhatIsWanted()
    },
    fail(error) {
      workspace.fail(error.toFailure())
      cells.touch(keys.list)
    },
    isNeeded: true,
    timers,
    now,
    random,
  })

  const listCommands = createListCommands({
    api,
    retry,
    workspace,
    onChange() {
      touchList()
      cells.flush()
    },
  })

  function touchEntry(entry: ConversationEntry): void {
    cells.touch(keys.conversation(entry.id))
    cells.touchUnder(keys.messagesOf(entry.id))
  }

  function touchList(): void {
    cells.touch(keys.list)
    // The list is where a conversation's own view has its summary from.
    cells.touchUnder(keys.conversation(''))
  }

  function hurry(isForced: boolean): void {
    retry.hurry()
    workspaceLoader.hurry()
    if (opened) loading.hurry(opened)
    follower.reconnect({ isForced })
  }

  function refreshWorkspace(): void {
    workspace.markStale()
    workspaceLoader.request()
  }

  /** Brings the stream in line with what is open, known and in sight. @see SPEC.md SUB4 */
  function followWhatIsWanted(): void {
    if (isDisposed) return
    if (presence.isAway && !(opened && isBusy(opened))) {
      followedId = null
      follower.follow(null)
      return
    }
    // Until a snapshot is there, the stream that is goes on as it is.
    if (workspace.phase !== 'ready' || workspace.isStale) return
    if (opened && (opened.phase.status === 'loading' || (isFollowable(opened) && opened.isStale))) return
    const target = targetOf(opened)
    followedId = target.conversationId
    follower.follow(target)
  }

  function targetOf(entry: ConversationEntry | null): Target {
    const conversation = entry && isFollowable(entry) ? { id: entry.id, cursor: entry.cursor } : null
    return {
      key: `${workspace.version}/${conversation ? `${conversation.id}/${entry?.version}` : ''}`,
      conversationId: conversation?.id ?? null,
      cursors: { workspaceCursor: workspace.cursor, conversation },
    }
  }

  function retryList(): void {
    if (workspace.phase !== 'failed') return
    workspace.beginAgain()
    cells.touch(keys.list)
    workspaceLoader.hurry()
    cells.flush()
  }

  function open(conversationId: string | null): void {
    // What waits to be sent needs its conversation, in front or not.
    if (opened && opened.id !== conversationId && unsentOf(opened.pending).length === 0) loading.pause(opened)
    if (conversationId === null) {
      opened = null
    } else {
      opened = entries.getOrCreate(conversationId, 'loading')
      entries.touch(opened)
      load(opened)
    }
    retryList()
    if (workspace.state.seq - workspace.cursorSeq > maxReplayedEvents) refreshWorkspace()
    followWhatIsWanted()
    trim()
    cells.flush()
  }

  /** Begins to load what is not known, or known only from long ago. */
  function load(entry: ConversationEntry): void {
    const { status } = entry.phase
    const isShown = status === 'failed' && unsentOf(entry.pending).length > 0
    if ((status === 'failed' && !isShown) || status === 'not-found') entry.phase = { status: 'loading' }
    const isFar = entry.id !== followedId && entry.state.seq - entry.cursorSeq > maxReplayedEvents
    if (entry.phase.status === 'loading' || isShown || entry.isStale || (status === 'ready' && isFar)) {
      loading.refresh(entry)
      loading.hurry(entry)
    }
    touchEntry(entry)
  }

  function trim(): void {
    const forgotten = entries.trim(
      (entry) =>
        entry === opened ||
        entry.id === followedId ||
        cells.isWatched(keys.conversation(entry.id)) ||
        cells.isWatched(keys.messagesOf(entry.id)),
    )
    for (const id of forgotten) {
      conversationCells.delete(id)
      messageCells.delete(id)
    }
  }

  function conversationCell(id: string): Observable<ConversationView> {
    return getOrAdd(conversationCells, id, () =>
      cells.cell(keys.conversation(id), (previous) => {
        const entry = entries.get(id)
        return viewConversation(entry, workspace.summary(id) ?? entry?.summary ?? null, previous)
      }),
    )
  }

  function messageCell(conversationId: string, id: string): Observable<MessageView | undefined> {
    const ofConversation = getOrAdd<Map<string, Observable<MessageView | undefined>>>(
      messageCells,
      conversationId,
      () => new Map(),
    )
    return getOrAdd(ofConversation, id, () =>
      cells.cell(keys.message(conversationId, id), (previous) =>
        viewMessage(entries.get(conversationId), id, previous),
      ),
    )
  }

  function knownEntry(conversationId: string): ConversationEntry {
    const entry = entries.get(conversationId)
    if (!entry) throw new ChatError('conversation-not-found', 'This conversation is not open.')
    return entry
  }

  /** Sends a command about a reply that is there; settles when the server has taken or refused it. */
  async function command(
    conversationId: string,
    messageId: string,
    make: (entry: ConversationEntry, reply: AssistantMessage) => Pending,
  ): Promise<void> {
    const entry = knownEntry(conversationId)
    const change = changeOf(entry.state, entry.pending, messageId)
    const reply = change?.reply ?? messageById(entry.state, messageId)
    if (reply?.role !== 'assistant') throw new ChatError('message-not-found', 'There is no such reply.')
    const pending = make(entry, reply)
    cells.flush()
    const error = await pending.outcome.promise
    if (error) throw error
  }

  workspaceLoader.request()

  return {
    connection: cells.cell(keys.connection, () => connection),
    list: cells.cell(keys.list, (previous) => workspace.view(previous)),
    retryList,
    conversation: conversationCell,
    message: messageCell,
    open,
    send({ conversationId, text, modelId }) {
      const entry =
        conversationId === undefined
          ? entries.getOrCreate(makeId(), 'new')
          : entries.getOrCreate(conversationId, 'loading')
      if (!isFollowable(entry)) load(entry)
      const { message, replyId } = outbox.send(entry, { text, modelId })
      cells.flush()
      return { conversationId: entry.id, messageId: message.id, replyId }
    },
    edit(conversationId, messageId, { text, modelId }) {
      const entry = knownEntry(conversationId)
      const edited = messageById(withPending(entry.state, entry.pending), messageId)
      if (edited?.role !== 'user') throw new ChatError('message-not-found', 'There is no such message to edit.')
      const { message, replyId } = outbox.edit(entry, edited, { text, modelId })
      cells.flush()
      return { conversationId, messageId: message.id, replyId }
    },
    async chooseBranch(conversationId, messageId) {
      const chosen = choose(knownEntry(conversationId), messageId)
      cells.flush()
      await chosen
    },
    retrySend(conversationId, messageId) {
      const entry = knownEntry(conversationId)
      outbox.retry(entry, messageId)
      if (!isFollowable(entry)) load(entry)
      cells.flush()
    },
    discard(conversationId, messageId) {
      const text = outbox.discard(knownEntry(conversationId), messageId)
      if (text === undefined) throw new ChatError('message-not-found', 'There is no such message to take back.')
      cells.flush()
      return text
    },
    async stop(conversationId) {
      const entry = knownEntry(conversationId)
      const running = [...entry.state.running.values()]
      await Promise.all([
        outbox.stopComing(entry),
        ...running.map(({ runId }) => retry.run(() => api.stopRun(conversationId, runId))),
      ])
    },
    regenerate: (conversationId, messageId, modelId) =>
      command(conversationId, messageId, (entry, reply) => outbox.regenerate(entry, reply, modelId)),
    continueReply: (conversationId, messageId, modelId) =>
      command(conversationId, messageId, (entry, reply) => outbox.continueReply(entry, reply, modelId)),
    undoContinue: (conversationId, messageId) =>
      command(conversationId, messageId, (entry, reply) => outbox.undoContinue(entry, reply)),
    ...listCommands,
    dispose() {
      isDisposed = true
      presence.dispose()
      follower.follow(null)
      timers.dispose()
      cells.dispose()
    },
  }
}

function getOrAdd<Value>(map: Map<string, Value>, key: string, create: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const value = create()
  map.set(key, value)
  return value
}
