import { numberIn } from '../../languages/plural.ts'

const count = numberIn('en')

/** The words of selecting in the list of conversations. */
export const selectingTexts = {
  label: 'Selected conversations',
  selected: (total: number) => `${count(total)} selected`,
  all: 'Select all that are loaded',
  tags: 'Tags…',
  leave: 'Stop selecting',
} as const

/** The words of the tags of conversations. */
export const tagTexts = {
  title: (title: string) => `Tags of “${title}”`,
  titleMany: (total: number) => `Tags of ${count(total)} conversations`,
  field: 'Add a tag',
  hint: 'Enter or a comma adds it. Backspace in the empty field removes the last one.',
  partial: 'A dashed tag is on some of them only. Add it to have it on all.',
  suggestions: 'Tags in use',
  remove: (name: string) => `Remove the tag ${name}`,
  /** Of a tag that only some of several conversations have. */
  onSome: (name: string) => `${name} (on some)`,
  added: (name: string) => `Added the tag ${name}.`,
  removed: (name: string) => `Removed the tag ${name}.`,
  tooLong: (most: number) => `A tag can have up to ${count(most)} characters.`,
  tooMany: (most: number) => `Up to ${count(most)} tags fit here.`,
  save: 'Save',
  changed: (title: string) => `Changed the tags of “${title}”`,
  changedMany: (total: number) => `Changed the tags of ${count(total)} conversations`,
} as const
