import type { ConversationEvent, StreamEvent, WorkspaceEvent } from '@livetype/protocol'
import { afterEvent, conversationIdOf, isWorkspaceEvent } from '@livetype/protocol'
import { type ConversationEntry, foldIntoEntry } from './conversation-entry.ts'
import type { ConversationLoading } from './conversation-loading.ts'
import type { Entries } from './entries.ts'
import type { Workspace } from './workspace.ts'

interface ReceiverOptions {
  readonly entries: Pick<Entries, 'get' | 'all'>
  readonly workspace: Pick<Workspace, 'fold'>
  readonly loading: Pick<ConversationLoading, 'refresh'>
  /** The conversation that is in front of the person. */
  opened(): ConversationEntry | null
  refreshWorkspace(): void
  /** A message's text has grown. */
  onText(entry: ConversationEntry, messageId: string): void
  /** There is another message, or one stands differently. */
  onStructure(entry: ConversationEntry, messageId: string): void
  /** Something else is set for a conversation. */
  onConfiguration(entry: ConversationEntry): void
  /** Other messages wait in a conversation, or otherwise. */
  onQueue(entry: ConversationEntry): void
  /** A conversation was deleted or restored. */
  onPhase(entry: ConversationEntry): void
  onList(): void
  onSettings(): void
  /** An event of the workspace was taken. */
  onWorkspaceEvent(event: WorkspaceEvent): void
}

/** Takes what the stream tells into what the store knows. */
export interface Receiver {
  /** `conversationId`: the one the stream follows. */
  receive(events: readonly StreamEvent[], conversationId: string | null): void
  /**
   * A log that is followed from its beginning has no cursor by which the server could see that it is another log
   * now. When the workspace had to be read anew, so have such conversations.
   */
  distrustBeginnings(): void
}

/** @see Receiver */
export function createReceiver(options: ReceiverOptions): Receiver {
  const { entries, workspace, loading } = options

  function distrustBeginnings(): void {
    for (const entry of entries.all()) {
      if (entry.cursor !== null || (entry.phase.status !== 'ready' && entry.state.seq === 0)) continue
      entry.isStale = true
      if (entry === options.opened()) loading.refresh(entry)
    }
  }

  function receiveConversationEvent(entry: ConversationEntry, event: ConversationEvent): void {
    const change = foldIntoEntry(entry, event)
    switch (change.kind) {
      case 'none':
        return
      case 'behind':
        loading.refresh(entry)
        return
      case 'configuration':
        options.onConfiguration(entry)
        return
      case 'queue':
        options.onQueue(entry)
        return
      case 'text':
        options.onText(entry, change.messageId)
        return
      case 'structure':
        options.onStructure(entry, change.messageId)
    }
  }

  function receiveWorkspaceEvent(event: WorkspaceEvent): void {
    const change = workspace.fold(event)
    if (change === 'none') return
    if (change === 'behind') {
      options.refreshWorkspace()
      return
    }
    options.onWorkspaceEvent(event)
    if (event.type === 'settings-changed') return options.onSettings()
    const id = conversationIdOf(event)
    const entry = id === null ? undefined : entries.get(id)
    // It may be open and yet not be in the part of the list that is known.
    if (entry?.summary) entry.summary = afterEvent(entry.summary, event) ?? entry.summary
    options.onList()
    if (event.type === 'conversation-deleted') forget(event.conversationId)
    if (event.type === 'conversation-restored') bringBack(event.conversation.id)
  }

  function forget(conversationId: string): void {
    const entry = entries.get(conversationId)
    if (!entry) return
    entry.phase = { status: 'not-found' }
    options.onPhase(entry)
  }

  function bringBack(conversationId: string): void {
    const entry = entries.get(conversationId)
    if (entry?.phase.status !== 'not-found') return
    entry.phase = { status: 'loading' }
    if (entry === options.opened()) loading.refresh(entry)
    options.onPhase(entry)
  }

  return {
    receive(events, conversationId) {
      for (const event of events) {
        if (event.type === 'workspace-reset') {
          options.refreshWorkspace()
          distrustBeginnings()
        } else if (event.type === 'conversation-reset') {
          const entry = entries.get(event.conversationId)
          if (entry) loading.refresh(entry)
        } else if (isWorkspaceEvent(event)) {
          receiveWorkspaceEvent(event)
        } else {
          const entry = conversationId === null ? undefined : entries.get(conversationId)
          if (entry) receiveConversationEvent(entry, event)
        }
      }
    },
    distrustBeginnings,
  }
}
