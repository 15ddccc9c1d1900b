/** The words of the command palette and of the list of shortcuts. */
export const paletteTexts = {
  title: 'Commands',
  placeholder: 'Type a command, or the title of a conversation',
  empty: 'Nothing found',
  found: (count: number) => (count === 1 ? '1 result' : `${count} results`),
  /** What each action is called. */
  actions: {
    newChat: 'New chat',
    toggleSidebar: 'Show or hide the sidebar',
    settings: 'Settings',
    palette: 'Commands',
    shortcuts: 'Keyboard shortcuts',
    focusComposer: 'Write a message',
    stop: 'Stop the reply',
    regenerate: 'Regenerate the last reply',
    copyReply: 'Copy the last reply',
  },
  language: (name: string) => `Language: ${name}`,
  shortcutsTitle: 'Keyboard shortcuts',
  anywhere: 'Anywhere',
  inComposer: 'In the message box',
  send: 'Send',
  newLine: 'New line',
  stop: 'Stop the reply',
  or: 'or',
} as const
