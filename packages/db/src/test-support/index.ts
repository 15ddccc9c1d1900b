export { seedConversations } from './seed-conversations.ts'
export { type SeededConversation, seedLongConversation } from './seed-long-conversation.ts'
export { openStoredChat, type StoredChat, type StoredRun } from './stored-chat.ts'
