/**
 * Takes out what a model repeats of a text that it was to go on from. Text is held back for as long as it could still
 * be such a repetition: that ends with the first character that differs.
 */
export interface OverlapTrimmer {
  /** The part of all text so far that is certain to be new and was not returned before. */
  push(text: string): string
  /** What is still held back, once nothing follows. */
  end(): string
}

/** How far back from its end a text is looked at, in UTF-16 units. */
const windowLength = 4_000

/** A repetition shorter than this, white space not counted, may be meant. */
const minOverlapLength = 16

/** A trimmer for what follows `before`. */
export function createOverlapTrimmer(before: string): OverlapTrimmer {
  const window = before.slice(-windowLength)
  let held = ''
  /** Where in the window a repetition may have begun: all that is held stands there. Undefined: not looked for yet. */
  let starts: number[] | undefined
  /** The length of the longest end of the window that was repeated whole. */
  let repeatedLength = 0
  let isSettled = window === ''

  const settle = () => {
    isSettled = true
    const fresh = held.slice(repeatedLength)
    held = ''
    return fresh
  }

  return {
    push(text) {
      if (isSettled) return text
      const from = held.length
      held += text
      const open: number[] = []
      for (const start of starts ?? possibleStarts(window)) {
        const restLength = window.length - start - from
        if (restLength <= text.length) {
          if (text.startsWith(window.slice(start + from)))
            repeatedLength = Math.max(repeatedLength, window.length - start)
        } else if (window.startsWith(text, start + from)) open.push(start)
      }
      starts = open
      return open.length === 0 ? settle() : ''
    },
    end: () => (isSettled ? '' : settle()),
  }
}

/** The places from which on the end of a text is long enough to be a repetition. */
function possibleStarts(window: string): number[] {
  const starts: number[] = []
  let length = 0
  for (let start = window.length - 1; start >= 0; start--) {
    if (/\S/.test(window.charAt(start))) length += 1
    if (length >= minOverlapLength) starts.push(start)
  }
  return starts
}
