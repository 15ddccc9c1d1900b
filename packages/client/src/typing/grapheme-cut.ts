const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Longest cluster that is looked for past the limit: families of emoji take a dozen units, Tibetan stacks fewer. */
const maxClusterLength = 64

/**
 * The last position in `text` up to `limit` that splits no character as people count them: no surrogate pair,
 * emoji sequence or letter with its marks. `start` is such a position; it is returned where none lies behind it.
 */
export function graphemeCut(text: string, start: number, limit: number): number {
  if (limit >= text.length) return text.length
  if (limit <= start) return start
  if (isAscii(text, limit - 1) && isAscii(text, limit)) return limit
  // Looking from a little before is enough: plain letters end every cluster.
  const from = lastPlainStart(text, start, limit)
  let cut = from
  for (const { index, segment } of segmenter.segment(text.slice(from, limit + maxClusterLength))) {
    if (from + index + segment.length > limit) break
    cut = from + index + segment.length
  }
  return cut
}

/**
 * Where the last character of `text` starts, if what arrives next could become a part of it: half of a surrogate
 * pair, an emoji before its joiner, a letter of a script that stacks marks. Else the length of the text.
 */
export function growingEnd(text: string, start: number): number {
  const last = text.length - 1
  if (last < start || isAscii(text, last)) return text.length
  const from = lastPlainStart(text, start, text.length)
  let lastStart = from
  for (const { index } of segmenter.segment(text.slice(from))) lastStart = from + index
  return growing.test(text.slice(lastStart)) ? lastStart : text.length
}

/** Anything but the scripts whose characters stand alone, and punctuation. */
const growing = /[^\p{P}\p{Z}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Latin}]/u

function isAscii(text: string, index: number): boolean {
  return text.charCodeAt(index) < 0x80
}

/** The nearest position before `limit` at which two plain letters meet, or `start`. */
function lastPlainStart(text: string, start: number, limit: number): number {
  let position = limit - 1
  while (position > start && !(isAscii(text, position) && isAscii(text, position - 1))) position -= 1
  return Math.max(start, position)
}
