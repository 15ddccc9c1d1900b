/** The words of prompts where they are used: behind a slash in the composer. */
export const promptTexts = {
  list: 'Prompts',
  found: (count: number) => (count === 1 ? '1 prompt' : `${count} prompts`),
  manage: 'Manage prompts…',
  /** The dialog that asks for the variables of a prompt. */
  fillIntro: 'What is written here stands in the text. Enter goes on, Shift+Enter starts a new line.',
  preview: 'Preview',
  empty: (name: string) => `[${name}]`,
  insert: 'Insert',
} as const
