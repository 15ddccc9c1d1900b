/** A word of a text, as it is compared, and where it stands there (in UTF-16 units). */
export interface SearchWord {
  readonly word: string
  readonly start: number
  readonly end: number
}

/** Longest word that is told apart: what is longer is compared by its beginning. */
const maxWordLength = 64

/**
 * What a text consists of for a search: runs of letters and digits. A character of a script that is written without
 * spaces, or whose words are searched for in the middle of others, is a word of its own, and so is an emoji: a search
 * for several is one for their sequence.
 */
const wordPattern =
  /[[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]&&[\p{L}\p{N}]]\p{M}*|[[\p{L}\p{N}\p{M}]--[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]]+|\p{Extended_Pictographic}/gv

/** The words of a text, in order, one by one: whoever has seen enough stops. */
export function* searchWords(text: string): Generator<SearchWord, void, void> {
  for (const match of text.matchAll(wordPattern)) {
    const word = fold(match[0])
    if (word !== '') yield { word, start: match.index, end: match.index + match[0].length }
  }
}

const ascii = /^[\0-\x7f]*$/
/** Accents of Latin, Greek and Cyrillic, vowel points of Hebrew and Arabic, and what only chooses how a character looks. */
const optionalMarks = /[\u0300-\u036f]|[\u0591-\u05c7]|[\u064b-\u0652]|\u0670|[\u20d0-\u20ff]|[\ufe00-\ufe0f]/g
const notInWords = /[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}]/gu
/** Letters that are written as others where a keyboard lacks them, and that Unicode does not decompose. */
const otherLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
}

/** Without case, accents, and ways to write the same character. */
function fold(word: string): string {
  if (ascii.test(word)) return word.toLowerCase().slice(0, maxWordLength)
  const folded = word
    .normalize('NFKD')
    .replace(optionalMarks, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþıς]/g, (letter) => otherLetters[letter] ?? letter)
    .replace(notInWords, '')
    .normalize('NFC')
  if (folded.length <= maxWordLength) return folded
  // Never half of a character.
  const cut = folded.slice(0, maxWordLength)
  return cut.isWellFormed() ? cut : cut.slice(0, -1)
}
