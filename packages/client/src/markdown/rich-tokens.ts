import { type Token, Tokenizer, type Tokens } from 'marked'
import { readFootnote } from './footnotes.ts'
import { readMathBlock } from './math.ts'

/** What the lexer reads beside `marked`'s own tokens: formulas and footnotes. */
export type RichToken =
  | { type: 'math'; raw: string; text: string; isDisplay: boolean }
  | { type: 'math-block'; raw: string; text: string; isClosed: boolean }
  | { type: 'footnote-reference'; raw: string; label: string }
  | { type: 'footnote'; raw: string; label: string; tokens: Token[] }

const richTypes: ReadonlySet<string> = new Set(['math', 'math-block', 'footnote-reference', 'footnote'])

/** Whether a token is one of ours. */
export function isRich(token: { type: string }): token is RichToken {
  return richTypes.has(token.type)
}

const lineOpening = /\n(?= {0,3}(?:\$\$|\\\[|\[\^))/g
const blankLine = /\n[ \t]*\n/

/** Where, in a text that goes on, a block of ours begins on a later line without a blank one before it. */
export function nextRichBlock(source: string): number | undefined {
  const reach = source.slice(0, blankLine.exec(source)?.index)
  for (const { index } of reach.matchAll(lineOpening)) {
    const rest = source.slice(index + 1)
    if (readMathBlock(rest) || readFootnote(rest)) return index + 1
  }
  return undefined
}

/** In steps as many as there are characters: a model that has lost its way writes dashes for ever. */
const tableWithRows = /^[^\n]*\n(?=[^\n]*-)[ \t|:-]+\n/
const firstBlankLine = /\n[ \t]*(?:\n|$)/

/**
 * `marked`'s tokenizer, but that an underlined heading has no formula and no footnote in it, and that a table ends at a
 * blank line also where there is a tab in it.
 */
export class RichTokenizer extends Tokenizer {
  override lheading(source: string): Tokens.Heading | undefined {
    const end = nextRichBlock(source)
    // Asked first: reading a heading notes its text as one to be read, also where nothing comes of it.
    const isCut = end !== undefined && (this.rules.block.lheading.exec(source)?.[0].length ?? 0) > end
    return isCut ? undefined : super.lheading(source)
  }

  override table(source: string): Tokens.Table | undefined {
    const blank = tableWithRows.test(source) ? firstBlankLine.exec(source) : null
    return super.table(blank?.[0].includes('\t') ? source.slice(0, blank.index + 1) : source)
  }
}
