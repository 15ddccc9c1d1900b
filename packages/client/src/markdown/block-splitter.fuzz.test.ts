import fc from 'fast-check'
import { marked, type Token } from 'marked'
import { expect, test } from 'vitest'
import { BlockLexer } from './block-lexer.ts'
import { createBlockSplitter } from './block-splitter.ts'
import { cut, cutSizes, markdownDocument } from './markdown-documents.fixture.ts'

/** 500 documents, the same ones each time; with `FUZZ_RUNS` that many new ones. */
const fuzzRuns = process.env.FUZZ_RUNS
const numRuns = Number(fuzzRuns ?? 500)
const runs = { numRuns, ...(fuzzRuns === undefined && { seed: 4 }) }

test('blocks settled on the way equal the blocks of the whole text, wherever it is cut', () => {
  let settledEarly = 0
  let compared = 0
  fc.assert(
    fc.property(markdownDocument, cutSizes, (text, sizes) => {
      const splitter = createBlockSplitter()
      const settled: Token[] = []
      for (const piece of cut(text, sizes)) {
        splitter.append(piece)
        settled.push(...splitter.advance())
      }
      settledEarly += settled.length
      settled.push(...splitter.end())
      const whole = lexAtOnce(text)
      if (whole === undefined) return
      // What may define links is read as a whole in the end.
      if (!/(?<!\[\^[^\]\s]*)\]:/.test(text)) {
        compared += 1
        expect(withoutSpace(settled)).toEqual(whole)
      }
      // What `marked` does not know, or reads otherwise (a blank line with a tab below a table), it can't be asked about.
      const expected = /\$|\\[([]|\[\^|\n *\t[ \t]*(?:\n|$)/.test(text) ? undefined : lexWithMarked(text)
      if (expected === undefined) return
      if (splitter.mayDefineLinks) expect(withoutSpace(splitter.lexWhole())).toEqual(expected)
      else expect(withoutSpace(settled)).toEqual(expected)
    }),
    {
      ...runs,
      examples: [
        // A paragraph, and right below it what only later lines tell apart from it.
        ['the\n10. the\n<br>\n--\n\n\n    the\n\n', [1]],
        ['| | the |\n| --- |\n| the |\n- ```\n\n\n---\n\n', [1]],
        ['the\n10. the\n--- the\n10. the\n\n\nthe\n\n', [1]],
        ['text\na | b\n--- | ---x\n\nmore\n', [1]],
        ['the\n$$ the\n$$x$$ the\nwww.example.org <a href="x"> the\n===\n\n', [1]],
      ],
    },
  )
  expect(settledEarly).toBeGreaterThan(numRuns)
  expect(compared).toBeGreaterThan(numRuns / 2)
}, 600_000)

/** The tokens of the whole text. Undefined where `marked` throws. */
function lexAtOnce(text: string): Token[] | undefined {
  const lexer = new BlockLexer({ links: {}, isInLink: false })
  try {
    return withoutSpace(lexer.lex(text))
  } catch {
    return undefined
  }
}

/** Undefined for the few documents that `marked` throws at: there it is enough that we do not. */
function lexWithMarked(text: string): Token[] | undefined {
  try {
    return withoutSpace(marked.lexer(text))
  } catch {
    return undefined
  }
}

function withoutSpace(tokens: readonly Token[]): Token[] {
  return tokens.filter((token) => token.type !== 'space')
}
