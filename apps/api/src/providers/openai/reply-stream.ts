import type { Clock } from '../clock.ts'
import type { ReplyPart } from '../provider.ts'
import { BodyReader } from './body-reader.ts'
import { ChunkReader } from './chunk-reader.ts'
import type { Deadlines } from './deadlines.ts'
import { badAnswer, FailedAttempt, type Phase, refused, stalled, truncated, unreachable } from './failed-attempt.ts'
import type { Upstream } from './upstream-error.ts'
import { Watchdog } from './watchdog.ts'

/** What one attempt at a reply works with. */
export interface AttemptOptions {
  readonly upstream: Upstream
  readonly deadlines: Deadlines
  readonly clock: Clock
  /** There is text that the reply goes on from: a model that has nothing to add has completed it. @see SPEC.md RUN9 */
  readonly isContinuation: boolean
  /** Aborting it ends the stream without an error. */
  readonly signal: AbortSignal
  /** Sends the request; must give up as soon as its signal is aborted. Its errors are made failed attempts already. */
  readonly send: (signal: AbortSignal) => Promise<Response>
}

/** How long a reply that is complete may keep its connection open before we close it. */
const lingerMs = 2000

/** One attempt at a reply: a request, its three deadlines and the reading of its body. */
export class ReplyStream {
  readonly #options: AttemptOptions
  readonly #controller = new AbortController()
  readonly #watchdog: Watchdog
  readonly #decoder = new TextDecoder()
  readonly #chunks = new ChunkReader()
  readonly #body = new BodyReader(this.#chunks)
  readonly #onAbort = () => this.#controller.abort()
  #reader: ReadableStreamDefaultReader<Uint8Array> | undefined
  #phase: Phase = 'headers'
  #isExpired = false
  #isOver = false
  #failure: FailedAttempt | undefined

  constructor(options: AttemptOptions) {
    this.#options = options
    this.#watchdog = new Watchdog(options.clock, () => {
      this.#isExpired = true
      this.#controller.abort()
    })
    if (options.signal.aborted) this.#controller.abort()
    else options.signal.addEventListener('abort', this.#onAbort, { once: true })
  }

  /**
   * The parts that came together, or undefined after the last ones.
   * @throws {FailedAttempt} after the parts that came before the failure.
   */
  async next(): Promise<readonly ReplyPart[] | undefined> {
    try {
      while (!this.#isOver) {
        const parts = await this.#read()
        if (parts.length > 0) return parts
      }
    } catch (error) {
      const parts = this.#broken(error)
      if (parts.length > 0) return parts
    }
    if (this.#failure && !this.#options.signal.aborted) throw this.#failure
    return undefined
  }

  /** Closes the upstream unless the reply is over. Must be called in the end. */
  close(): void {
    this.#detach()
    if (this.#isOver) return
    this.#isOver = true
    this.#controller.abort()
  }

  async #read(): Promise<readonly ReplyPart[]> {
    this.#reader ??= await this.#open()
    const { done, value } = await this.#reader.read()
    const before = this.#chunks.pieceCount
    this.#body.feed(done ? this.#decoder.decode() : this.#decoder.decode(value, { stream: true }))
    if (done) this.#body.end()
    const failure = this.#reported()
    if (failure) return this.#fail(failure)
    if (done || this.#body.isDone) return this.#ended(done)
    if (this.#chunks.isComplete) this.#expect('between-contents', lingerMs)
    else if (this.#chunks.pieceCount > before) {
      this.#expect('between-contents', this.#options.deadlines.betweenContentsMs)
    }
    return this.#chunks.take()
  }

  async #open(): Promise<ReadableStreamDefaultReader<Uint8Array>> {
    this.#expect('headers', this.#options.deadlines.headersMs)
    const response = await this.#options.send(this.#controller.signal)
    this.#expect('first-content', this.#options.deadlines.firstContentMs)
    if (!response.body) throw badAnswer(this.#options.upstream, 'empty')
    return response.body.getReader()
  }

  #expect(phase: Phase, ms: number): void {
    this.#phase = phase
    this.#watchdog.expectWithin(ms)
  }

  /** What the answer itself says or shows to be wrong. */
  #reported(): FailedAttempt | undefined {
    const { upstream } = this.#options
    if (this.#chunks.failure) return refused(this.#chunks.failure, upstream)
    if (this.#body.defect) return badAnswer(upstream, this.#body.defect)
    return undefined
  }

  /** The server has ended the body, or has said that nothing follows. */
  #ended(isClosed: boolean): readonly ReplyPart[] {
    const { upstream } = this.#options
    const { pieceCount, finish } = this.#chunks
    if (this.#chunks.isComplete) {
      const saysWhy = finish === 'length' || finish === 'content-filter' || finish === 'tool-calls'
      const mayBeSilent = saysWhy || this.#options.isContinuation
      if (pieceCount === 0 && !mayBeSilent) return this.#fail(badAnswer(upstream, 'nothing-written'))
      if (!isClosed) this.#drain()
      this.#over()
      return this.#chunks.end()
    }
    if (this.#body.isEmpty) return this.#fail(badAnswer(upstream, 'empty'))
    if (!this.#body.hasChunks) return this.#fail(badAnswer(upstream, 'no-reply'))
    return this.#fail(truncated(upstream, pieceCount > 0))
  }

  /** The request or the body broke, by us or by the other side. */
  #broken(error: unknown): readonly ReplyPart[] {
    const { upstream, signal, deadlines } = this.#options
    if (signal.aborted) {
      this.#over()
      return []
    }
    // A server that has said all but keeps the socket open, or cuts it, has not failed.
    if (this.#chunks.isComplete) return this.#ended(true)
    if (this.#isExpired) return this.#fail(stalled(upstream, this.#phase, deadlineOf(this.#phase, deadlines)))
    if (error instanceof FailedAttempt) return this.#fail(error)
    const isCut = this.#reader !== undefined
    return this.#fail(isCut ? truncated(upstream, this.#chunks.pieceCount > 0, error) : unreachable(upstream, error))
  }

  /** Ends the stream with an error; what came before is returned to be shown first. */
  #fail(failure: FailedAttempt): readonly ReplyPart[] {
    this.#failure = failure
    this.#over()
    this.#controller.abort()
    return this.#chunks.end().filter((part) => part.type !== 'finish')
  }

  #over(): void {
    this.#isOver = true
    this.#detach()
  }

  #detach(): void {
    this.#watchdog.stop()
    this.#options.signal.removeEventListener('abort', this.#onAbort)
  }

  /** Reads on to the end of the body, which lets the connection be used again. The reply does not wait for it. */
  #drain(): void {
    const reader = this.#reader
    if (!reader) return
    const cancelTimer = this.#options.clock.after(lingerMs, () => this.#controller.abort())
    const readOn = async () => {
      while (!(await reader.read()).done);
    }
    readOn()
      .catch(() => {
        // The reply is complete already: how its connection ends does not matter.
      })
      .finally(cancelTimer)
  }
}

function deadlineOf(phase: Phase, deadlines: Deadlines): number {
  switch (phase) {
    case 'headers':
      return deadlines.headersMs
    case 'first-content':
      return deadlines.firstContentMs
    case 'between-contents':
      return deadlines.betweenContentsMs
  }
}
