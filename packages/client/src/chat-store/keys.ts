/** What can be listened to, as keys of cells. */
export const keys = {
  list: 'list',
  library: 'library',
  connection: 'connection',
  settings: 'settings',
  shareChanges: 'share-changes',
  conversation: (conversationId: string) => `conversation/${conversationId}`,
  message: (conversationId: string, messageId: string) => `message/${conversationId}/${messageId}`,
  /** The prefix of all messages of a conversation. */
  messagesOf: (conversationId: string) => `message/${conversationId}/`,
} as const
