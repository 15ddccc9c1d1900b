import { createParser, type EventSourceMessage } from 'eventsource-parser'
import type { ChunkReader } from './chunk-reader.ts'
import { isObject } from './json.ts'

/** What a body turned out to be, if it is no reply. */
export type BodyDefect = 'html' | 'malformed' | 'too-large'

type Format = 'unknown' | 'events' | 'json' | 'html'

/** Longest event or JSON body that is read, in UTF-16 units: far above any reply, far below the memory. */
const maxBufferedLength = 32 * 1024 * 1024

/**
 * Feeds a response's text to a chunk reader: server-sent events, or a whole JSON completion where the server
 * did not stream. It goes by the first character, for servers send every content type.
 */
export class BodyReader {
  readonly #chunks: ChunkReader
  readonly #parser = createParser({
    onEvent: (event) => this.#readEvent(event),
    onError: (error) => {
      if (error.type === 'max-buffer-size-exceeded') this.#defect = 'too-large'
    },
    maxBufferSize: maxBufferedLength,
  })
  #format: Format = 'unknown'
  #json = ''
  #defect: BodyDefect | undefined
  #isDone = false
  #isEmpty = true
  #hasChunks = false

  constructor(chunks: ChunkReader) {
    this.#chunks = chunks
  }

  /** True after `[DONE]`: nothing of interest follows. */
  get isDone(): boolean {
    return this.#isDone
  }

  /** True while nothing but white space has come. */
  get isEmpty(): boolean {
    return this.#isEmpty
  }

  /** True once something came that has the form of a chunk. */
  get hasChunks(): boolean {
    return this.#hasChunks
  }

  get defect(): BodyDefect | undefined {
    return this.#defect
  }

  feed(text: string): void {
    if (this.#defect) return
    if (this.#format === 'unknown') this.#recognize(text)
    switch (this.#format) {
      case 'events':
        this.#parser.feed(text)
        break
      case 'json':
        this.#json += text
        if (this.#json.length > maxBufferedLength) this.#defect = 'too-large'
        break
      case 'html':
        this.#defect = 'html'
        break
      case 'unknown':
        break
    }
  }

  /** Reads what the end of the body completes. */
  end(): void {
    if (this.#defect) return
    // A last event without its blank line is an event all the same.
    if (this.#format === 'events') this.#parser.feed('\n\n')
    if (this.#format === 'json') this.#read(this.#json)
  }

  #recognize(text: string): void {
    const start = text.trimStart()
    if (start === '') return
    this.#isEmpty = false
    this.#format = start.startsWith('{') || start.startsWith('[') ? 'json' : start.startsWith('<') ? 'html' : 'events'
  }

  #readEvent({ event, data }: EventSourceMessage): void {
    if (this.#isDone || this.#defect || data === '') return
    if (data === '[DONE]') {
      this.#isDone = true
      return
    }
    if (event === 'error') this.#chunks.readError(parsed(data) ?? data)
    else this.#read(data)
  }

  #read(json: string): void {
    const value = parsed(json)
    if (value === undefined) this.#defect = 'malformed'
    else {
      this.#hasChunks ||= isObject(value) && Array.isArray(value.choices)
      this.#chunks.read(value)
    }
  }
}

/** The value of a JSON text; undefined where it is none, for which JSON has no value. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    // Not JSON: the caller says what that means.
    return undefined
  }
}
