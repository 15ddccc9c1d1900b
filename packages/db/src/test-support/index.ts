export { seedConversations } from './seed-conversations.ts'
export { openStoredChat, type StoredChat, type StoredRun } from './stored-chat.ts'
