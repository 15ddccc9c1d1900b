import type { TextSegment } from '@livetype/protocol'
import type { SearchTerm } from './search-terms.ts'
import { type SearchWord, searchWords } from './search-words.ts'

/** Where a term stands in a text. */
interface TermMatch {
  readonly term: SearchTerm
  readonly start: number
  readonly end: number
}

/** How long an excerpt is, in UTF-16 units, and how much of it stands before what was found. */
const excerptLength = 220
const lengthBefore = 50
/** Matches that are looked at for the best place. */
const maxMatches = 100
/** How much of one text is looked through: a match further on is not shown, though it counts. */
const maxScannedLength = 100_000

/** The place of a text where most terms stand close together; its beginning where none is found. */
export function excerptOf(text: string, terms: readonly SearchTerm[]): TextSegment[] {
  const matches = matchesIn(text.slice(0, maxScannedLength), terms)
  const first = bestPlace(matches)
  if (!first) return segmentsOf(text, { start: 0, end: excerptLength, matches: [] })
  const start = first.start <= lengthBefore ? 0 : wordBoundary(text, first.start - lengthBefore)
  return segmentsOf(text, { start, end: Math.max(start + excerptLength, first.end), matches })
}

/** A whole text with what was found marked. */
export function markedText(text: string, terms: readonly SearchTerm[]): TextSegment[] {
  return segmentsOf(text, { start: 0, end: text.length, matches: matchesIn(text, terms) })
}

/** Where the terms stand that are not left out, in the order of the text. */
function matchesIn(text: string, terms: readonly SearchTerm[]): TermMatch[] {
  const wanted = terms.filter((term) => !term.isExcluded)
  const longest = Math.max(1, ...wanted.map((term) => term.words.length))
  const recent: SearchWord[] = []
  const matches: TermMatch[] = []
  for (const word of searchWords(text)) {
    recent.push(word)
    if (recent.length > longest) recent.shift()
    for (const term of wanted) {
      const begin = recent.length - term.words.length
      if (begin >= 0 && endsWith(recent, begin, term)) {
        matches.push({ term, start: recent[begin]?.start ?? word.start, end: word.end })
      }
    }
    if (matches.length >= maxMatches) break
  }
  return matches.sort((a, b) => a.start - b.start)
}

function endsWith(recent: readonly SearchWord[], begin: number, { words, isPrefix }: SearchTerm): boolean {
  return words.every((wanted, index) => {
    const word = recent[begin + index]?.word ?? ''
    return isPrefix && index === words.length - 1 ? word.startsWith(wanted) : word === wanted
  })
}

/** The match after which, within one excerpt, most different terms stand. */
function bestPlace(matches: readonly TermMatch[]): TermMatch | undefined {
  let best: TermMatch | undefined
  let bestCount = 0
  for (const [index, match] of matches.entries()) {
    const seen = new Set<SearchTerm>()
    for (const other of matches.slice(index)) {
      if (other.end > match.start + excerptLength - lengthBefore) break
      seen.add(other.term)
    }
    if (seen.size <= bestCount) continue
    best = match
    bestCount = seen.size
  }
  return best ?? matches[0]
}

/** The next place behind a space, if there is one near. */
function wordBoundary(text: string, from: number): number {
  const space = text.slice(from, from + 20).search(/\s/)
  if (space !== -1) return from + space + 1
  return isInsidePair(text, from) ? from + 1 : from
}

const isInsidePair = (text: string, index: number) => (text.charCodeAt(index) & 0xfc00) === 0xdc00

interface Window {
  readonly start: number
  readonly end: number
  readonly matches: readonly TermMatch[]
}

function segmentsOf(text: string, window: Window): TextSegment[] {
  const end = isInsidePair(text, window.end) ? window.end - 1 : Math.min(window.end, text.length)
  const segments: TextSegment[] = []
  const add = (from: number, to: number, isMatch: boolean) => {
    const piece = readable(text.slice(from, to))
    if (piece !== '') segments.push({ text: piece, isMatch })
  }
  let position = window.start
  for (const match of window.matches) {
    if (match.start < position || match.end > end) continue
    add(position, match.start, false)
    add(match.start, match.end, true)
    position = match.end
  }
  add(position, end, false)
  if (window.start > 0) segments.unshift({ text: '…', isMatch: false })
  if (end < text.length) segments.push({ text: '…', isMatch: false })
  return segments
}

/** What markdown is written with and says nothing in an excerpt, each with what stays of it. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/\*\*|__|~~|`+|\$\$|^[ \t]*(?:#{1,6} |> ?)/gm, ''],
  [/^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t:-]*)*$/gm, ' '],
  [/^[ \t]*\||\|[ \t]*$/gm, ' '],
  [/\[\^[^\]\s]+\]:?/g, ''],
  [/^([ \t]*[-*+] )\[[ xX]\] /gm, '$1'],
  [/!?\[([^\][\n]*)\]\([^()\s]*\)/g, '$1'],
  [/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]+)(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1'],
]

/** On one line, and without the signs of markdown that say nothing there. */
function readable(text: string): string {
  return signs.reduce((rest, [sign, kept]) => rest.replace(sign, kept), text).replace(/\s+/g, ' ')
}
