import type { ConversationView, Observable } from '@livetype/client'

const view: ConversationView = { status: 'ready', conversation: null, messageIds: [], running: [] }

/** What the page of a conversation to come shows: nothing, ready to begin. */
export const noConversation: Observable<ConversationView> = { get: () => view, subscribe: () => () => undefined }
