/** The words of what is said outside of the page when a long reply has ended. */
export const noticeTexts = {
  section: 'Notifications',
  label: 'Tell me when a long reply is ready',
  hint: 'On this device, while the page is out of sight. It says the title of the chat, never its text.',
  choices: { off: 'Off', on: 'On' },
  blocked:
    'The browser blocks notifications of this page. Allow them in its settings for this site, then choose On again.',
  unsupported: 'This browser can’t show notifications here.',
  ready: 'The reply is ready.',
  failed: 'The reply could not be completed.',
} as const
