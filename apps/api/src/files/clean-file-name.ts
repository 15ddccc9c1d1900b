import { maxFileNameLength } from '@livetype/protocol'

/** Longest ending that is kept of a name that is cut. */
const maxEndingLength = 20

/**
 * A name that can be shown and suggested for saving: no folders, nothing unseen, no characters that turn the direction
 * of what follows (as in `exe.gpj`), not endless. What a name says of a file's kind is never believed.
 */
export function cleanFileName(given: string): string {
  const base = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const name = base
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, (character) => (character === '\u200d' ? character : ''))
    .toWellFormed()
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  return name === '' ? 'file' : cut(name)
}

function cut(name: string): string {
  if (name.length <= maxFileNameLength) return name
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 && name.length - dot <= maxEndingLength ? name.slice(dot) : ''
  // The cut may go through a pair of units: what is left of it goes too.
  const stem = name.slice(0, maxFileNameLength - ending.length - 1).replace(/[\ud800-\udbff]$/, '')
  return `${stem}…${ending}`
}
