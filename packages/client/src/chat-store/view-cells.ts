import type { Observable } from '../observable.ts'
import type { Cells } from './cells.ts'
import type { ConversationView, MessageView } from './chat-store.ts'
import type { ConversationEntry } from './conversation-entry.ts'
import type { Entries } from './entries.ts'
import { keys } from './keys.ts'
import { viewConversation, viewMessage } from './views.ts'
import type { Workspace } from './workspace.ts'

/** The observables of conversations and messages: one per thing, so that asking in every render does no harm. */
export interface ViewCells {
  readonly conversation: (conversationId: string) => Observable<ConversationView>
  readonly message: (conversationId: string, messageId: string) => Observable<MessageView | undefined>
  /** All of an entry may be shown otherwise now. */
  touch(entry: ConversationEntry): void
  /** The messages of a conversation that someone looks at. */
  watchedMessages(conversationId: string): string[]
  /** Whether anyone looks at a conversation or at one of its messages. */
  isWatched(conversationId: string): boolean
  /** Forgets the observables of a conversation. */
  forget(conversationId: string): void
}

/** @see ViewCells */
export function createViewCells(options: {
  readonly cells: Cells
  readonly entries: Pick<Entries, 'get'>
  readonly workspace: Pick<Workspace, 'summary'>
  /** Someone looks at a message for the first time, or at one of which only the place in the tree is known. */
  onLook(entry: ConversationEntry, messageId: string): void
}): ViewCells {
  const { cells, entries, workspace } = options
  const conversations = new Map<string, Observable<ConversationView>>()
  const messages = new Map<string, Map<string, Observable<MessageView | undefined>>>()

  return {
    conversation: (id) =>
      getOrAdd(conversations, id, () =>
        cells.cell(keys.conversation(id), (previous) => {
          const entry = entries.get(id)
          return viewConversation(entry, workspace.summary(id, entry?.summary), previous)
        }),
      ),
    message(conversationId, id) {
      const ofConversation = getOrAdd<Map<string, Observable<MessageView | undefined>>>(
        messages,
        conversationId,
        () => new Map(),
      )
      return getOrAdd(ofConversation, id, () =>
        cells.cell<MessageView | undefined>(keys.message(conversationId, id), (previous) => {
          const entry = entries.get(conversationId)
          const view = viewMessage(entry, id, previous)
          if (entry && (!previous || !view)) options.onLook(entry, id)
          return view
        }),
      )
    },
    touch(entry) {
      cells.touch(keys.conversation(entry.id))
      cells.touchUnder(keys.messagesOf(entry.id))
    },
    watchedMessages: (id) => cells.watchedUnder(keys.messagesOf(id)),
    isWatched: (id) => cells.isWatched(keys.conversation(id)) || cells.isWatched(keys.messagesOf(id)),
    forget(id) {
      conversations.delete(id)
      messages.delete(id)
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
