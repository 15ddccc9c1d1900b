export { openStoredChat, type StoredChat, type StoredRun } from './stored-chat.ts'
