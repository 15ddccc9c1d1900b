/** The words of the settings. */
export const settingsTexts = {
  title: 'Settings',
  appearance: 'Appearance',
  density: 'Density',
  densities: { comfortable: 'Comfortable', compact: 'Compact' },
  language: 'Language',
  systemLanguage: (name: string) => `Like the browser (${name})`,
  writing: 'Writing',
  sendKey: 'Send with',
  sendKeyHint: (modifier: string) => `With ${modifier}+Enter, Enter alone starts a new line.`,
  replies: 'Replies',
  typing: 'Typing',
  typings: { smooth: 'Smooth', raw: 'As it arrives' },
  typingHint: 'Smooth types evenly; where less motion is wanted, text is always shown as it arrives.',
  announcement: 'Screen readers hear',
  announcements: { full: 'The full reply', brief: 'That it is complete' },
} as const
