import { expect, it } from 'vitest'
import { titleFromWords } from './title-from-words.ts'

it.each([
  ['How do tides work?', 'How do tides work?'],
  ['\n\n  # **Bold** question\nmore', 'Bold question'],
  ['   ', 'New conversation'],
  ['***', 'New conversation'],
  [
    'Please explain in detail how a combustion engine turns fuel into motion',
    'Please explain in detail how a combustion engine turns fuel…',
  ],
  ['字'.repeat(80), `${'字'.repeat(60)}…`],
  ['👩‍👩‍👧‍👦'.repeat(61), `${'👩‍👩‍👧‍👦'.repeat(60)}…`],
])('%j becomes %j', (text, title) => {
  expect(titleFromWords(text)).toBe(title)
})
