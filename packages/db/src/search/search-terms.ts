import { searchWords } from './search-words.ts'

/** Words that stand one after the other in what is searched for. */
export interface SearchTerm {
  readonly words: readonly string[]
  /** Whether the last word may go on. */
  readonly isPrefix: boolean
  /** Whether what contains it is left out. */
  readonly isExcluded: boolean
}

/** More terms than a person types; further ones are not looked at. */
const maxTerms = 12
const maxWords = 32
/** Beginnings that are shorter would be those of nearly every text. */
const minPrefixLength = 2

/**
 * What a person searches for. `"words in quotes"` are a phrase, and so is what is joined by anything but spaces
 * (`user-name`); a `*` behind a word, and being the last that was typed, lets it go on; a `-` before it leaves out what
 * has it. Whatever is typed has a meaning: there is no wrong syntax.
 */
export function parseSearchTerms(text: string): SearchTerm[] {
  const terms: SearchTerm[] = []
  const chunks = text
    .replace(/[“”„‟«»＂]/g, '"')
    .matchAll(/(?<minus>-?)(?:"(?<quoted>[^"]*)(?<end>"?)|(?<bare>[^\s"]+))(?<star>\*?)/g)
  for (const { 0: chunk, index, groups } of chunks) {
    const words = [...searchWords(groups?.quoted ?? groups?.bare ?? '')].map(({ word }) => word).slice(0, maxWords)
    if (words.length === 0) continue
    const isExcluded = groups?.minus === '-'
    const isLast = index + chunk.length === text.length
    const isOpen = isLast && !isExcluded && groups?.end !== '"' && !/\s$/.test(chunk)
    const isStarred = groups?.star === '*' || groups?.bare?.endsWith('*') === true
    terms.push({ words, isExcluded, isPrefix: (isOpen || isStarred) && canGoOn(words.at(-1) ?? '') })
    if (terms.length === maxTerms) break
  }
  // Of nothing, nothing can be left out.
  return terms.some((term) => !term.isExcluded) ? terms : []
}

function canGoOn(word: string): boolean {
  return Array.from(word).length >= minPrefixLength
}

/** Where a row of the index belongs: words of its column `scope`. */
export interface SearchScope {
  readonly ownerId: string
  readonly conversationId?: string | undefined
  readonly role?: string | undefined
}

/** The terms, of which at least one is not excluded, as an expression of FTS5. All that is in it is quoted. */
export function matchExpression(terms: readonly SearchTerm[], scope: SearchScope): string {
  const all = (which: boolean) => terms.filter((term) => term.isExcluded === which).map(termExpression)
  const wanted = [`words : (${all(false).join(' AND ')})`, `scope : (${scopeWords(scope).map(quote).join(' AND ')})`]
  const excluded = all(true)
  const found = `(${wanted.join(' AND ')})`
  return excluded.length === 0 ? found : `${found} NOT (words : (${excluded.join(' OR ')}))`
}

function termExpression({ words, isPrefix }: SearchTerm): string {
  return `${quote(words.join(' '))}${isPrefix ? ' *' : ''}`
}

const quote = (words: string) => `"${words}"`

/** The words of a scope: letters and digits alone, and none of which begins another kind's. */
export function scopeWords({ ownerId, conversationId, role }: SearchScope): string[] {
  return [
    `o${lettersOf(ownerId)}`,
    ...(conversationId === undefined ? [] : [`c${lettersOf(conversationId)}`]),
    ...(role === undefined ? [] : [`r${role}`]),
  ]
}

/** An id in small letters and digits; no other id gives the same. */
function lettersOf(id: string): string {
  return id.replace(/[^a-y0-9]/g, (character) => `z${character.charCodeAt(0).toString(16)}z`)
}
