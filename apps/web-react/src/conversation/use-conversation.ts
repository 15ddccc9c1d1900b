import type { ConversationView, Observable } from '@livetype/client'
import { useMemo } from 'react'
import { useServices } from '../services.ts'

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

/** The conversation with this id; null is the one to come. */
export function useConversation(conversationId: string | null): Observable<ConversationView> {
  const { store } = useServices()
  return useMemo(() => (conversationId === null ? toCome : store.conversation(conversationId)), [store, conversationId])
}

/** Whether there is something to write to. */
export function hasComposer(conversation: ConversationView): boolean {
  return conversation.status === 'ready' || conversation.status === 'loading'
}
