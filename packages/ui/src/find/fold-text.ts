/** A text without regard to case and accents, and which unit of the text each of its units comes from. */
export interface FoldedText {
  readonly text: string
  /** The UTF-16 unit of the text at which a unit of the folded one begins; also of its end. */
  originOf(index: number): number
}

const accents = /[\u0300-\u036f]/g
// The characters that have no accents.
const plain = /^[\t\n\r -~]*$/

/** The text as it is compared; white space of any kind is a space. */
export function foldText(text: string): string {
  if (plain.test(text)) return text.toLowerCase().replace(/\s/g, ' ')
  return text.normalize('NFD').replace(accents, '').toLowerCase().replaceAll('ς', 'σ').replace(/\s/g, ' ')
}

/** The same, with the way back. */
export function foldWithOrigins(text: string): FoldedText {
  if (plain.test(text)) return { text: foldText(text), originOf: (index) => index }
  const origins: number[] = []
  let folded = ''
  let at = 0
  for (const character of text) {
    const piece = foldText(character)
    for (let unit = 0; unit < piece.length; unit += 1) origins.push(at)
    folded += piece
    at += character.length
  }
  origins.push(at)
  return { text: folded, originOf: (index) => origins[index] ?? at }
}

/** Where `query` begins in `text`, both folded, one behind the other. */
export function occurrencesIn(text: string, query: string): number[] {
  const found: number[] = []
  if (query === '') return found
  for (let at = text.indexOf(query); at !== -1; at = text.indexOf(query, at + query.length)) found.push(at)
  return found
}
