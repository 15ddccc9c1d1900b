/** A piece of text and when it is typed, in milliseconds from the start. */
interface Keystroke {
  readonly text: string
  readonly dueMs: number
}

/** Speeds are given for this rate; another rate scales every wait. */
export const usualTokensPerSecond = 70

/** Cuts a text into pieces of about the size of a model's tokens. Joined they are the text. */
function demoTokens(text: string): string[] {
  return text.match(/\s*\S{1,6}|\s+$/gu) ?? []
}

/**
 * Plans the typing of a text: a lively rhythm with pauses after sentences and lines, the same each time.
 * `startMs` is when the first piece is due.
 */
export function planTyping(text: string, options: { tokensPerSecond: number; startMs: number }): Keystroke[] {
  const stepMs = 1000 / options.tokensPerSecond
  let dueMs = options.startMs
  return demoTokens(text).map((token, index) => {
    const keystroke = { text: token, dueMs }
    dueMs += stepMs * pause(token, index)
    return keystroke
  })
}

/** How long after a token the next one follows, in steps; over a usual text it is 1 on average. */
function pause(token: string, index: number): number {
  if (/[.!?]$/.test(token)) return 2
  if (/[,;:]$/.test(token)) return 1.5
  // An even spread from 0.5 to 1.3 without a source of chance: the golden ratio's multiples never line up.
  return 0.5 + 0.8 * ((index * 0.618_034) % 1)
}
