import { Lexer, type MarkedOptions, type Token } from 'marked'

/** Link definitions by their normalized label, as `marked` keeps them. */
export type LinkDefinitions = Lexer['tokens']['links']

/** Tokens that stand on their own lines, with where the rest of the text begins. */
export interface LexedBlocks {
  readonly tokens: readonly Token[]
  /** Offsets at which the tokens start, and the end; undefined where they do not add up to the text. */
  readonly offsets: readonly number[] | undefined
}

/**
 * The lexer of `marked` in two steps: blocks first, then what is inside those that are wanted. Knows what came
 * before its text: definitions of links, and an `<a>` left open, which `marked` carries from block to block.
 */
export class BlockLexer extends Lexer {
  /** Which top-level token the inline text of an array belongs to. */
  readonly #owners = new Map<Token[], number>()

  constructor(before: { links: LinkDefinitions; isInLink: boolean }) {
    // Options of its own: extensions that someone adds to `marked` must not reach it.
    const options: MarkedOptions = { gfm: true }
    super(options)
    Object.assign(this.tokens.links, before.links)
    this.state.inLink = before.isInLink
  }

  override inline(source: string, tokens: Token[] = []): Token[] {
    this.#owners.set(tokens, this.tokens.length)
    return super.inline(source, tokens)
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
