import type { Usage } from '@livetype/protocol'
import type { FinishReason, ReplyPart } from '../provider.ts'
import { readDelta } from './delta-content.ts'
import { finishReasonOf } from './finish-reason.ts'
import { countIn, isObject, type JsonObject, textIn } from './json.ts'
import { type PieceSink, ThinkSplitter } from './think-splitter.ts'
import { readUpstreamError, type UpstreamError } from './upstream-error.ts'

/**
 * Reads the chunks of one reply, in all the shapes in which servers send them, and keeps what they say of its end.
 * Neighbouring pieces of one kind become one part until `take` is called.
 */
export class ChunkReader {
  #parts: ReplyPart[] = []
  #pendingType: 'text' | 'reasoning' = 'text'
  #pendingText = ''
  #pieceCount = 0
  #usage: Usage | undefined
  #finish: FinishReason | undefined
  #isClosedByUsage = false
  #failure: UpstreamError | undefined
  readonly #thinking = new ThinkSplitter()
  /** Where parts go. */
  readonly #out: PieceSink = {
    text: (text) => this.#append('text', text),
    reasoning: (text) => this.#append('reasoning', text),
  }
  /** Where deltas go: their text may still hold `<think>`. */
  readonly #in: PieceSink = {
    text: (text) => {
      this.#pieceCount++
      this.#thinking.push(text, this.#out)
    },
    reasoning: (text) => {
      this.#pieceCount++
      this.#append('reasoning', text)
    },
  }

  /** Pieces of text and reasoning so far, those that are held back included. */
  get pieceCount(): number {
    return this.#pieceCount
  }

  /** True once the server has said that the reply is whole: by a finish reason, or by usage without choices. */
  get isComplete(): boolean {
    return this.#finish !== undefined || this.#isClosedByUsage
  }

  get finish(): FinishReason | undefined {
    return this.#finish
  }

  /** What the server reported inside the stream, once it did. */
  get failure(): UpstreamError | undefined {
    return this.#failure
  }

  /** Reads one chunk, or a whole completion. Anything it does not know is passed over. */
  read(chunk: unknown): void {
    if (!isObject(chunk)) return
    const choices = Array.isArray(chunk.choices) ? chunk.choices : []
    for (const choice of choices) if (isObject(choice) && isFirst(choice)) this.#readChoice(choice)
    const usage = usageIn(chunk.usage) ?? (isObject(chunk.x_groq) ? usageIn(chunk.x_groq.usage) : undefined)
    if (usage) {
      this.#usage = usage
      if (choices.length === 0) this.#isClosedByUsage = true
    }
    if (chunk.error) this.#failure = readUpstreamError(chunk.error)
    else if (chunk.object === 'error') this.#failure = readUpstreamError(chunk)
  }

  /** Notes what an `event: error` says. */
  readError(data: unknown): void {
    this.#failure = readUpstreamError(data)
  }

  /** The parts since the last call, without the end's. */
  take(): ReplyPart[] {
    this.#flush()
    const parts = this.#parts
    if (parts.length > 0) this.#parts = []
    return parts
  }

  /** The last parts: what was held back, then usage and finish. */
  end(): ReplyPart[] {
    this.#thinking.end(this.#out)
    const parts = this.take()
    if (this.#usage) parts.push({ type: 'usage', usage: this.#usage })
    if (this.#finish) parts.push({ type: 'finish', reason: this.#finish })
    return parts
  }

  #readChoice(choice: JsonObject): void {
    const before = this.#pieceCount
    if (isObject(choice.delta)) readDelta(choice.delta, this.#in)
    // Some servers repeat the whole message in the last chunk: it counts only where no delta came.
    if (isObject(choice.message) && this.#pieceCount === 0) readDelta(choice.message, this.#in)
    if (this.#pieceCount > before) this.#isClosedByUsage = false
    const reason = textIn(choice.finish_reason)
    if (reason !== undefined) this.#readFinish(reason)
    if (choice.error) this.#failure = readUpstreamError(choice.error)
  }

  #readFinish(reason: string): void {
    const finish = finishReasonOf(reason)
    if (finish === 'failed') this.#failure ??= { status: undefined, code: reason, message: '' }
    else this.#finish ??= finish
  }

  #append(type: 'text' | 'reasoning', text: string): void {
    if (type !== this.#pendingType) {
      this.#flush()
      this.#pendingType = type
    }
    this.#pendingText += text
  }

  #flush(): void {
    if (this.#pendingText === '') return
    this.#parts.push({ type: this.#pendingType, text: this.#pendingText })
    this.#pendingText = ''
  }
}

function isFirst(choice: JsonObject): boolean {
  return typeof choice.index !== 'number' || choice.index === 0
}

function usageIn(value: unknown): Usage | undefined {
  if (!isObject(value)) return undefined
  const inputTokens = countIn(value.prompt_tokens) ?? countIn(value.input_tokens)
  const outputTokens = countIn(value.completion_tokens) ?? countIn(value.output_tokens)
  if (inputTokens === undefined && outputTokens === undefined) return undefined
  return { inputTokens: inputTokens ?? 0, outputTokens: outputTokens ?? 0 }
}
