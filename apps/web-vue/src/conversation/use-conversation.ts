import type { ConversationView, Observable } from '@livetype/client'
import type { ShallowRef } from 'vue'
import { useObservable } from '../observable/use-observable.ts'
import { useServices } from '../services/services.ts'

const view: ConversationView = {
  status: 'ready',
  conversation: null,
  messageIds: [],
  branches: new Map(),
  compared: [],
  running: [],
  configuration: {},
  isTemporary: false,
  queued: [],
  queueHold: null,
}
/** A conversation to come: nothing yet, ready to begin. */
const toCome: Observable<ConversationView> = { get: () => view, subscribe: () => () => undefined }

/** The conversation with the id that the getter gives; null is the one to come. */
export function useConversation(conversationId: () => string | null): Readonly<ShallowRef<ConversationView>> {
  const { store } = useServices()
  return useObservable(() => {
    const id = conversationId()
    return id === null ? toCome : store.conversation(id)
  })
}

/** Whether there is something to write to. */
export function hasComposer(conversation: ConversationView): boolean {
  return conversation.status === 'ready' || conversation.status === 'loading'
}
