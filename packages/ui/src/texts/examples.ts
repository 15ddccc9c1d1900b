/** Something to ask, offered where a conversation is empty. */
export interface Example {
  /** What the card says. */
  readonly title: string
  /** A second, quieter line of the card. */
  readonly detail: string
  /** What is sent. */
  readonly prompt: string
}

/** Examples for a real model. */
export const examples: readonly Example[] = [
  {
    title: 'Explain something',
    detail: 'Why the sky is blue, for a ten-year-old',
    prompt: 'Explain to a ten-year-old why the sky is blue.',
  },
  {
    title: 'Write some code',
    detail: 'A TypeScript debounce with tests',
    prompt: 'Write a debounce function in TypeScript, with a few tests.',
  },
  {
    title: 'Compare',
    detail: 'SQLite and PostgreSQL, as a table',
    prompt: 'Compare SQLite and PostgreSQL for a small web application, as a table.',
  },
  {
    title: 'Plan',
    detail: 'Three days in Lisbon on foot',
    prompt: 'Plan three days in Lisbon on foot, with places to eat.',
  },
]

/** Examples for the built-in demo, which knows commands only. */
export const demoExamples: readonly Example[] = [
  { title: 'Show some code', detail: 'A reply with code blocks', prompt: '/code' },
  { title: 'Show a table', detail: 'A table typed row by row', prompt: '/table' },
  { title: 'Think first', detail: 'Reasoning, then an answer', prompt: '/think' },
  { title: 'Write at length', detail: 'A long reply to scroll, stop and leave', prompt: '/long' },
]
