import { wordTokens } from '@livetype/mock-model/tokens'

/** Checks that a stream brings every token exactly once and in order, and notes how late each was. */
export interface TokenCheck {
  /** Takes the next text. @throws {Error} where it is not what must come next. */
  take(text: string): void
  /** @throws {Error} where tokens are missing. */
  end(): void
}

const stampedToken = / t(\d{13})/g
const stampedLength = ' t0000000000000'.length

/** For replies of the mock model's words. */
export function createWordsCheck(tokens: number): TokenCheck {
  const expected = wordTokens(tokens).join('')
  let received = 0
  return {
    take(text) {
      if (!expected.startsWith(text, received)) {
        throw new Error(`after ${received} characters came ${JSON.stringify(text.slice(0, 80))}`)
      }
      received += text.length
    },
    end() {
      if (received !== expected.length) throw new Error(`${received} of ${expected.length} characters came`)
    },
  }
}

/** For replies whose tokens say when they were due, `intervalMs` after each other. */
export function createStampCheck(options: {
  tokens: number
  intervalMs: number
  onLateness(ms: number): void
}): TokenCheck {
  let count = 0
  let firstDueAt = 0
  return {
    take(text) {
      const now = Date.now()
      if (text.length % stampedLength !== 0) throw new Error(`a token came in pieces: ${JSON.stringify(text)}`)
      for (const [, stamp] of text.matchAll(stampedToken)) {
        const dueAt = Number(stamp)
        if (count === 0) firstDueAt = dueAt
        if (dueAt !== firstDueAt + Math.round(count * options.intervalMs))
          throw new Error(`token ${count} is not in order`)
        count += 1
        options.onLateness(now - dueAt)
      }
    },
    end() {
      if (count !== options.tokens) throw new Error(`${count} of ${options.tokens} tokens came`)
    },
  }
}
