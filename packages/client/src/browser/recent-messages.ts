/** With how many of its last messages a page reads a conversation: more than any screen shows. @see SPEC.md PAGE1 */
export const recentMessages = 100
