import type { TokensOfLines } from './token-kinds.ts'

/** The tokens of blocks that were coloured: one that is drawn again, scrolled to or printed, is coloured at once. */
export interface KeptTokens {
  get(language: string, text: string): TokensOfLines | undefined
  keep(language: string, text: string, tokens: TokensOfLines): void
}

/** Keeps those that were used last, of `maxLength` UTF-16 units of code together. */
export function createKeptTokens(maxLength: number): KeptTokens {
  const kept = new Map<string, TokensOfLines>()
  let length = 0
  const keyOf = (language: string, text: string) => `${language}\n${text}`

  function drop(key: string): void {
    if (kept.delete(key)) length -= key.length
  }

  return {
    get(language, text) {
      const key = keyOf(language, text)
      const tokens = kept.get(key)
      if (tokens) {
        kept.delete(key)
        kept.set(key, tokens)
      }
      return tokens
    },
    keep(language, text, tokens) {
      const key = keyOf(language, text)
      drop(key)
      kept.set(key, tokens)
      length += key.length
      for (const oldest of kept.keys()) {
        if (length <= maxLength) break
        drop(oldest)
      }
    },
  }
}
