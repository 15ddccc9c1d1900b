import { Hooks, Lexer, type MarkedOptions, type Token, type Tokens } from 'marked'
import { readFootnote, readFootnoteReference } from './footnotes.ts'
import { maskMath, readInlineMath, readMathBlock } from './math.ts'
import { nextRichBlock, type RichToken, RichTokenizer } from './rich-tokens.ts'

/** Link definitions by their normalized label, as `marked` keeps them. */
export type LinkDefinitions = Lexer['tokens']['links']

/** Tokens that stand on their own lines, with where the rest of the text begins. */
export interface LexedBlocks {
  readonly tokens: readonly Token[]
  /** Offsets at which the tokens start, and the end; undefined where they do not add up to the text. */
  readonly offsets: readonly number[] | undefined
}

/** What a lexer has to know of the text before its own. */
export interface BeforeText {
  readonly links: LinkDefinitions
  readonly isInLink: boolean
  /** True where there is no text before and none behind: then only footnotes that are defined are footnotes. */
  readonly isWhole?: boolean
}

/**
 * The lexer of `marked` in two steps: blocks first, then what is inside those that are wanted. Knows what came
 * before its text: definitions of links, and an `<a>` left open, which `marked` carries from block to block. Reads
 * formulas and footnotes beside what `marked` does.
 */
export class BlockLexer extends Lexer {
  /** Which top-level token the inline text of an array belongs to. */
  readonly #owners = new Map<Token[], number>()

  readonly #footnotes = new Set<string>()
  readonly #isWhole: boolean
  readonly #hooks = new Hooks()
  /** What the hooks are asked about. */
  #source = ''

  constructor({ links, isInLink, isWhole = false }: BeforeText) {
    // Options of its own: extensions that someone adds to `marked` must not reach it.
    const options: MarkedOptions = { gfm: true, tokenizer: new RichTokenizer() }
    super(options)
    options.extensions = {
      renderers: {},
      childTokens: {},
      block: [(source) => this.#readBlock(source)],
      startBlock: [nextRichBlock],
      inline: [(source) => this.#readInline(source)],
      startInline: [(source) => source.indexOf('$')],
    }
    this.#hooks.emStrongMask = (masked) => maskMath(this.#source, masked)
    Object.assign(this.tokens.links, links)
    this.state.inLink = isInLink
    this.#isWhole = isWhole
  }

  override inline(source: string, tokens: Token[] = []): Token[] {
    this.#owners.set(tokens, this.tokens.length)
    return super.inline(source, tokens)
  }

  override inlineTokens(source: string, tokens: Token[] = []): Token[] {
    this.#source = source
    // Emphasis neither begins nor ends in a formula.
    this.options.hooks = /\$|\\[([]/.test(source) ? this.#hooks : null
    return super.inlineTokens(source, tokens)
  }

  #readBlock(source: string): RichToken | undefined {
    const math = readMathBlock(source)
    if (math) return { type: 'math-block', ...math }
    const footnote = readFootnote(source)
    if (!footnote) return undefined
    this.#footnotes.add(footnote.label)
    const { top } = this.state
    this.state.top = true
    const tokens = this.blockTokens(footnote.text, [])
    this.state.top = top
    return { type: 'footnote', raw: footnote.raw, label: footnote.label, tokens }
  }

  #readInline(source: string): RichToken | Tokens.Text | undefined {
    const math = readInlineMath(source)
    if (math) return { type: 'math', ...math }
    // Dollars that begin nothing stay together: the second of two must not begin what the first did not.
    const dollars = /^\$+/.exec(source)?.[0]
    if (dollars !== undefined) return { type: 'text', raw: dollars, text: dollars, escaped: false }
    const reference = readFootnoteReference(source)
    const isDefined = reference && (!this.#isWhole || this.#footnotes.has(reference.label))
    return isDefined ? { type: 'footnote-reference', ...reference } : undefined
  }

  /** Splits `text`, whose line ends are `\n`, into blocks. Their insides are still empty. */
  lexBlocks(text: string): LexedBlocks {
    try {
      this.blockTokens(text, this.tokens)
    } catch {
      // Some nestings of lists and quotes make `marked` throw. A reply is never lost to that: it shows unformatted.
      this.#becomeParagraph(text)
    }
    const offsets = [0]
    let offset = 0
    for (const token of this.tokens) {
      if (!text.startsWith(token.raw, offset)) return { tokens: this.tokens, offsets: undefined }
      offset += token.raw.length
      offsets.push(offset)
    }
    return { tokens: this.tokens, offsets: offset === text.length ? offsets : undefined }
  }

  #becomeParagraph(text: string): void {
    this.tokens.length = 0
    this.inlineQueue.length = 0
    this.tokens.push({ type: 'paragraph', raw: text, text, tokens: this.inline(text) })
  }

  /** Fills the insides of the first `count` tokens. */
  lexInside(count: number): void {
    for (const { src, tokens } of this.inlineQueue) {
      if ((this.#owners.get(tokens) ?? 0) >= count) continue
      this.state.inRawBlock = false
      this.inlineTokens(src, tokens)
    }
  }
}
