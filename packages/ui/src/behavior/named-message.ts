/** The parameter of a conversation's address that names the message to open it at. */
export const namedMessageKey = 'message'

/** The address of a message, below the base of a client. It opens the conversation on the branch that has it. */
export function messageAddress(conversationId: string, messageId: string): string {
  return `/c/${conversationId}?${namedMessageKey}=${encodeURIComponent(messageId)}`
}
