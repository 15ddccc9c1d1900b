import { type ConversationPart, makeId as makeRandomId, maxMessagesAtOnce, type Settings } from '@livetype/protocol'
import type { Frames } from '../frames.ts'
import { ownTimers, platformTimers, type Timers } from '../timers.ts'
import { createBranchChooser } from './branch-chooser.ts'
import { createCells } from './cells.ts'
import type { ChatApi } from './chat-api.ts'
import type { ChatStore, Connection } from './chat-store.ts'
import { createConfiguring } from './configuring.ts'
import { createConversationCommands } from './conversation-commands.ts'
import { type ConversationEntry, isBusy, isFollowable } from './conversation-entry.ts'
import { createConversationLoading } from './conversation-loading.ts'
import { createEntries } from './entries.ts'
import { createFollower, type Target } from './follower.ts'
import { keys } from './keys.ts'
import { createLibraryKeeper } from './library-keeper.ts'
import { createListCommands } from './list-commands.ts'
import { createListLoading } from './list-loading.ts'
import { createMessageLoading } from './message-loading.ts'
import { createOutbox } from './outbox.ts'
import { unsentOf } from './pending-reply.ts'
import { createPresence } from './presence.ts'
import { createQueueKeeper } from './queue-keeper.ts'
import { createRating } from './rating.ts'
import { createReceiver } from './receiver.ts'
import { createRetry } from './retry.ts'
import { createSettingsKeeper } from './settings-keeper.ts'
import { createSnapshotLoader } from './snapshot-loader.ts'
import { noTabSignals, type TabSignals } from './tab-signals.ts'
import { createUnsentKeeper, type UnsentTexts } from './unsent-keeper.ts'
import { createViewCells } from './view-cells.ts'
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
  /** The settings as they were last seen on this device; without them, the defaults. */
  readonly settings?: Settings
  /**
   * How many of its last messages a conversation is read with, the others when they are looked at. Without it, all.
   * @see SPEC.md PAGE1
   */
  readonly recentMessages?: number
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
  const views = createViewCells({
    cells,
    entries,
    workspace,
    onLook: (entry, messageId) => messageLoading.look(entry, messageId),
  })
  let isDisposed = false
  let connection: Connection = 'connecting'
  let opened: ConversationEntry | null = null
  let followedId: string | null = null
  let lastVersion = 0
  let shareChanges = 0
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
      views.touch(entry)
      followWhatIsWanted()
    },
    onConfiguration: (entry) => cells.touch(keys.conversation(entry.id)),
    onQueue(entry) {
      unsent?.follow(entry)
      cells.touch(keys.conversation(entry.id))
    },
    onWorkspaceEvent(event) {
      library.hear(event)
      cells.touch(keys.library)
      if (event.type === 'share-saved' || event.type === 'share-revoked') noteShareChange()
    },
    onList() {
      touchList()
      listLoading.loadUnknown()
    },
    onSettings: hearSettings,
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
      const isBack = connection === 'reconnecting' && next === 'live'
      connection = next
      cells.touch(keys.connection)
      if (isBack) sendUnheard()
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
      views.touch(entry)
      followWhatIsWanted()
    },
    onTakenUnread: load,
    onToBeQueued: (entry, pending) => queue.adopt(entry, pending),
  })

  const queue = createQueueKeeper({
    api,
    retry,
    makeId,
    now,
    onChange(entry) {
      if (isDisposed) return
      unsent?.follow(entry)
      cells.touch(keys.conversation(entry.id))
      cells.flush()
      followWhatIsWanted()
    },
  })

  const choose = createBranchChooser({
    api,
    retry,
    onChange(entry) {
      if (!isDisposed) cells.touch(keys.conversation(entry.id))
    },
  })

  const configure = createConfiguring({
    api,
    retry,
    onChange(entry) {
      if (isDisposed) return
      cells.touch(keys.conversation(entry.id))
      cells.flush()
    },
  })

  const rate = createRating({
    api,
    retry,
    onChange(entry, messageId) {
      if (isDisposed) return
      cells.touch(keys.message(entry.id, messageId))
      cells.flush()
    },
  })

  const library = createLibraryKeeper({
    api,
    retry,
    told: () => workspace.state.library,
    onChange() {
      cells.touch(keys.library)
      cells.flush()
    },
  })

  const loading = createConversationLoading({
    api,
    timers,
    now,
    random,
    partOf,
    nextVersion,
    onLoaded(entry) {
      if (isDisposed) return
      unsent?.recover(entry)
      unsent?.follow(entry)
      views.touch(entry)
      outbox.resume(entry)
      followWhatIsWanted()
    },
    onRefused: (entry, error) => outbox.failWaiting(entry, error.toFailure()),
  })

  const messageLoading = createMessageLoading({
    api,
    retry,
    timers,
    onRead(entry, messageIds) {
      if (!isDisposed) cells.touch(...messageIds.map((id) => keys.message(entry.id, id)))
    },
    onMissing: (entry) => loading.refresh(entry),
  })

  const workspaceLoader = createSnapshotLoader({
    fetch: () => api.listConversations(workspace.wanted),
    apply(snapshot) {
      if (isDisposed) return
      workspace.replace(snapshot, nextVersion())
      library.outdate()
      noteShareChange()
      cells.touch(keys.library)
      receiver.distrustBeginnings()
      touchList()
      listLoading.restart()
      hearSettings()
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

  const listLoading = createListLoading({
    api,
    retry,
    timers,
    now,
    random,
    workspace,
    onChange() {
      if (!isDisposed) touchList()
    },
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

  const conversationCommands = createConversationCommands({
    api,
    retry,
    entries,
    outbox,
    queue,
    choose,
    configure,
    rate,
    makeId,
    load,
    flush: () => cells.flush(),
  })

  const settings = createSettingsKeeper({
    api,
    retry,
    workspace,
    initial: options.settings,
    onChange() {
      cells.touch(keys.settings)
      cells.flush()
    },
  })

  /** What is looked at is read as well, so that nothing in sight is gone for a moment. */
  function partOf({ id }: ConversationEntry): ConversationPart | undefined {
    const recent = options.recentMessages
    return recent === undefined ? undefined : { recent, include: views.watchedMessages(id).slice(0, maxMessagesAtOnce) }
  }

  function noteShareChange(): void {
    shareChanges += 1
    cells.touch(keys.shareChanges)
  }

  function hearSettings(): void {
    settings.hear()
    cells.touch(keys.settings)
  }

  function touchList(): void {
    cells.touch(keys.list)
    // The list is where a conversation's own view has its summary from.
    cells.touchUnder(keys.conversation(''))
  }

  function hurry(isForced: boolean): void {
    retry.hurry()
    workspaceLoader.hurry()
    listLoading.hurry()
    if (opened) loading.hurry(opened)
    follower.reconnect({ isForced })
  }

  /** What the server could not be told while it was away is not left to a person to send again. */
  function sendUnheard(): void {
    retry.hurry()
    for (const entry of entries.all()) {
      outbox.retryUnheard(entry)
      queue.retryUnheard(entry)
    }
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
    views.touch(entry)
  }

  function trim(): void {
    const forgotten = entries.trim((entry) => entry === opened || entry.id === followedId || views.isWatched(entry.id))
    for (const id of forgotten) views.forget(id)
  }

  workspaceLoader.request()

  return {
    connection: cells.cell(keys.connection, () => connection),
    settings: cells.cell(keys.settings, (previous) => settings.view(previous)),
    changeSettings: settings.changeSettings,
    list: cells.cell(keys.list, (previous) => workspace.view(previous)),
    retryList,
    loadOlder: () => listLoading.loadOlder(),
    filterList: (filter) => listLoading.setFilter(filter),
    listTags: () => retry.run(() => api.listTags()),
    keep: (conversationId) => retry.run(() => api.keepConversation(conversationId)),
    conversation: views.conversation,
    message: views.message,
    async readPath(conversationId) {
      const entry = entries.get(conversationId)
      if (entry) await messageLoading.readPath(entry)
    },
    open,
    ...conversationCommands,
    shareChanges: cells.cell(keys.shareChanges, () => shareChanges),
    library: cells.cell(keys.library, (previous) => library.view(previous)),
    changeLibrary: (change) => library.change(change),
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
