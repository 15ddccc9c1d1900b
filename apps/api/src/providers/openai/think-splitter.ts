const openTag = '<think>'
const closeTag = '</think>'

/** Takes a piece of a reply, of one of the two kinds. */
export interface PieceSink {
  text(text: string): void
  reasoning(text: string): void
}

/**
 * Splits a text that begins with `<think>…</think>` into reasoning and text, wherever the tags are cut. Only tags
 * at the very start count: later ones are what the model writes about. Space around the tags is dropped.
 */
export class ThinkSplitter {
  #state: 'start' | 'thinking' | 'after' | 'text' = 'start'
  #held = ''
  #hasReasoning = false

  /** Takes the next piece of the text and passes on what is certain. */
  push(piece: string, sink: PieceSink): void {
    if (this.#state === 'text') {
      sink.text(piece)
      return
    }
    this.#held += piece
    if (this.#state === 'start') this.#readStart(sink)
    if (this.#state === 'thinking') this.#readThinking(sink)
    if (this.#state === 'after') this.#readAfter(sink)
  }

  /** Passes on what was held back: the text has ended. */
  end(sink: PieceSink): void {
    const held = this.#held
    this.#held = ''
    if (held === '' || this.#state === 'after') return
    if (this.#state === 'thinking') sink.reasoning(held)
    else sink.text(held)
  }

  #readStart(sink: PieceSink): void {
    const trimmed = this.#held.trimStart()
    if (trimmed.startsWith(openTag)) {
      this.#held = trimmed.slice(openTag.length)
      this.#state = 'thinking'
    } else if (!openTag.startsWith(trimmed)) {
      this.#state = 'text'
      sink.text(this.#held)
      this.#held = ''
    }
  }

  #readThinking(sink: PieceSink): void {
    if (!this.#hasReasoning) this.#held = this.#held.trimStart()
    const end = this.#held.indexOf(closeTag)
    if (end >= 0) {
      const reasoning = this.#held.slice(0, end).trimEnd()
      if (reasoning !== '') sink.reasoning(reasoning)
      this.#held = this.#held.slice(end + closeTag.length)
      this.#state = 'after'
      return
    }
    const certain = this.#held.length - heldLength(this.#held)
    if (certain === 0) return
    this.#hasReasoning = true
    sink.reasoning(this.#held.slice(0, certain))
    this.#held = this.#held.slice(certain)
  }

  #readAfter(sink: PieceSink): void {
    const text = this.#held.trimStart()
    this.#held = ''
    if (text === '') return
    this.#state = 'text'
    sink.text(text)
  }
}

/** How much of the end may be space before the closing tag, or the beginning of that tag. */
function heldLength(text: string): number {
  const open = text.lastIndexOf('<')
  const tagStart = open >= 0 && closeTag.startsWith(text.slice(open)) ? open : text.length
  return text.length - text.slice(0, tagStart).trimEnd().length
}
