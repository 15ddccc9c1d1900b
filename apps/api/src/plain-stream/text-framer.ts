import { textFrame } from './plain-frames.ts'

/**
 * Makes frames of a reply's text, piece by piece, from where a client stands. What only the next piece can tell, half
 * a line break or half a character, waits for it, and the position waits too: a client never stands inside of one.
 */
export class TextFramer {
  readonly #replyId: string
  #length: number
  #held = ''

  /** `length`: what the client has, in UTF-16 units of the reply's text. */
  constructor(replyId: string, length: number) {
    this.#replyId = replyId
    this.#length = length
  }

  /** The frame of what is certain now; empty where nothing is. */
  push(piece: string): string {
    const text = this.#held + piece
    const certain = /[\r\uD800-\uDBFF]$/.test(text) ? text.length - 1 : text.length
    this.#held = text.slice(certain)
    return this.#frame(text.slice(0, certain))
  }

  /** The frame of what still waits: the text has ended. */
  end(): string {
    const text = this.#held
    this.#held = ''
    return this.#frame(text)
  }

  #frame(text: string): string {
    if (text === '') return ''
    this.#length += text.length
    return textFrame(text, { replyId: this.#replyId, length: this.#length })
  }
}
