import type { Token } from 'marked'
import { BlockLexer, type LexedBlocks, type LinkDefinitions } from './block-lexer.ts'

/** Takes a growing text apart into blocks that no further text can change, and the live rest. */
export interface BlockSplitter {
  /** The text that is not settled yet, with line ends as `\n`. */
  readonly tail: string
  /** True once the text holds what may define links or name footnotes. */
  readonly mayDefineLinks: boolean
  /** Whether links were defined, or footnotes named, in what is settled: then it may read differently as a whole. */
  readonly definesLinks: boolean
  /** Adds text; returns what it adds to the tail. */
  append(text: string): string
  /** No text follows: returns what that adds to the tail. */
  close(): string
  /** Settles what can be; returns those tokens, in order. */
  advance(): Token[]
  /** The blocks of a text that stands in for the tail, their insides empty. Settles nothing. */
  lexBlocks(text: string): LexedBlocks
  /** The tokens of a text that stands in for the tail. Settles nothing. */
  lexLive(text: string): Token[]
  /** Closes the text and settles the rest. */
  end(): Token[]
  /** The tokens of the text from its beginning, read as a whole. */
  lexWhole(): Token[]
}

/** Makes a splitter. Only the tail is ever lexed; at the end its tokens equal those of `BlockLexer` on the whole text. */
export function createBlockSplitter(): BlockSplitter {
  let whole = ''
  let tail = ''
  let hasPendingReturn = false
  let mayDefineLinks = false
  let mayHaveNews = false
  let links: LinkDefinitions = {}
  let isInLink = false

  function add(text: string): string {
    // Only a line that ends or begins can tell one block from the next.
    mayHaveNews ||= text.includes('\n') || tail.endsWith('\n')
    // What tells of it may be cut in two.
    mayDefineLinks ||= /\]:|\[\^/.test(whole.slice(-1) + text)
    whole += text
    tail += text
    return text
  }

  function close(): string {
    const rest = hasPendingReturn ? add('\n') : ''
    hasPendingReturn = false
    return rest
  }

  function settle(lexer: BlockLexer, blocks: LexedBlocks, count: number): Token[] {
    lexer.lexInside(count)
    isInLink = lexer.state.inLink
    links = { ...lexer.tokens.links }
    tail = blocks.offsets ? tail.slice(blocks.offsets[count]) : ''
    return blocks.tokens.slice(0, count)
  }

  return {
    get tail() {
      return tail
    },
    get mayDefineLinks() {
      return mayDefineLinks
    },
    get definesLinks() {
      return mayDefineLinks && (Object.keys(links).length > 0 || whole.includes('[^'))
    },
    append(text) {
      if (text === '') return ''
      const complete = hasPendingReturn ? `\r${text}` : text
      hasPendingReturn = complete.endsWith('\r')
      return add((hasPendingReturn ? complete.slice(0, -1) : complete).replace(/\r\n?/g, '\n'))
    },
    close,
    advance() {
      if (!mayHaveNews) return []
      mayHaveNews = false
      const lexer = new BlockLexer({ links, isInLink })
      const blocks = lexer.lexBlocks(tail)
      const count = settledCount(tail, blocks)
      return count === 0 ? [] : settle(lexer, blocks, count)
    },
    lexBlocks: (text) => new BlockLexer({ links, isInLink }).lexBlocks(text),
    lexLive(text) {
      const lexer = new BlockLexer({ links, isInLink })
      const { tokens } = lexer.lexBlocks(text)
      lexer.lexInside(tokens.length)
      return tokens.slice()
    },
    end() {
      close()
      const lexer = new BlockLexer({ links, isInLink })
      const { tokens } = lexer.lexBlocks(tail)
      return settle(lexer, { tokens, offsets: undefined }, tokens.length)
    },
    lexWhole() {
      const lexer = new BlockLexer({ links: {}, isInLink: false, isWhole: true })
      const { tokens } = lexer.lexBlocks(whole)
      lexer.lexInside(tokens.length)
      return tokens.slice()
    },
  }
}

/**
 * How many of the first tokens no further text can change: those before the last token that certainly begins a
 * block of its own. Blank lines before it count with what they follow.
 */
export function settledCount(text: string, blocks: LexedBlocks): number {
  if (!blocks.offsets) return 0
  for (let index = blocks.tokens.length - 1; index > 0; index -= 1) {
    if (blocks.tokens[index]?.type !== 'space' && isCertain(text, blocks, index)) return index
  }
  return 0
}

/** Whether the token at `index` begins a block whatever text comes. */
function isCertain(text: string, { tokens, offsets }: LexedBlocks, index: number): boolean {
  const previous = tokens[index - 1]
  if (isFence(previous?.type === 'space' ? tokens[index - 2] : previous)) return true
  const isFirstLineComplete = text.includes('\n', offsets?.[index])
  const follows = previous?.type === 'paragraph' || previous?.type === 'text' || previous?.type === 'footnote'
  return isFirstLineComplete && (!follows || interruptsParagraph(tokens[index]))
}

/**
 * Whether a token that follows a paragraph without a blank line is told from it by its first line alone. A table
 * or an underlined heading is not: its next line makes it, and on its own it may read as HTML.
 */
function interruptsParagraph(token: Token | undefined): boolean {
  switch (token?.type) {
    case 'code':
    case 'hr':
    case 'blockquote':
    case 'html':
    case 'math-block':
    case 'footnote':
      return true
    case 'list':
      // Other lists only stand below a paragraph while its next line still looks like the dashes of a table.
      return /^ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/.test(token.raw)
    case 'heading':
      return /^ {0,3}#/.test(token.raw)
    default:
      return false
  }
}

/** A fence or a formula that something follows has had its last line: what follows needs no line of its own to tell. */
function isFence(token: Token | undefined): boolean {
  return token?.type === 'math-block' || (token?.type === 'code' && token.codeBlockStyle !== 'indented')
}
