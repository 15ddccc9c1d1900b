import { ChatError } from '@livetype/protocol'
import { APIConnectionTimeoutError, type OpenAI } from 'openai'
import type { ReplyRequest } from '../provider.ts'
import { apiFailureIn } from './api-failure.ts'
import { FailedAttempt, refused, stalled, unreachable } from './failed-attempt.ts'
import { refusedParameter, refusesParameter } from './refused-parameter.ts'
import { type Dialect, requestBody } from './request-body.ts'
import type { Upstream } from './upstream-error.ts'

/** The longest timer there is: our own deadlines end a request long before. */
const noTimeoutMs = 2_147_483_647

/** Sends chat requests to one server and remembers what that server does not take. */
export class RequestSender {
  readonly #client: OpenAI
  readonly #isOpenAi: boolean
  readonly #headersMs: number
  #takesStreamOptions = true
  /** The models that want the other name for the most tokens. */
  readonly #renamesMaxTokens = new Set<string>()

  constructor(client: OpenAI, options: { isOpenAi: boolean; headersMs: number }) {
    this.#client = client
    this.#isOpenAi = options.isOpenAi
    this.#headersMs = options.headersMs
  }

  /**
   * The raw response to a request, its status a good one.
   * @throws {FailedAttempt}
   */
  async send(request: ReplyRequest, upstream: Upstream, signal: AbortSignal): Promise<Response> {
    const { modelId, parameters = {} } = request
    const isRenamed = this.#renamesMaxTokens.has(modelId)
    const dialect: Dialect = {
      isOpenAi: this.#isOpenAi,
      takesStreamOptions: this.#takesStreamOptions,
      maxTokensName: this.#isOpenAi || isRenamed ? 'max_completion_tokens' : 'max_tokens',
    }
    try {
      const body = await requestBody(request, dialect)
      const options = { signal, maxRetries: 0, timeout: noTimeoutMs }
      return await this.#client.chat.completions.create(body, options).asResponse()
    } catch (error) {
      if (dialect.takesStreamOptions && refusesStreamOptions(error)) {
        this.#takesStreamOptions = false
        return this.send(request, upstream, signal)
      }
      const refusal = refusedParameter(error, parameters)
      if (refusal === 'maxTokens' && dialect.maxTokensName === 'max_tokens') {
        this.#renamesMaxTokens.add(modelId)
        return this.send(request, upstream, signal)
      }
      throw refusal ? refusesParameter(refusal, upstream) : this.#failedAttempt(error, upstream)
    }
  }

  #failedAttempt(error: unknown, upstream: Upstream): Error {
    // An image that is gone: nothing was sent.
    if (error instanceof ChatError) return new FailedAttempt(error)
    if (error instanceof APIConnectionTimeoutError) return stalled(upstream, 'headers', this.#headersMs)
    const failure = apiFailureIn(error)
    return failure ? refused(failure.error, upstream) : unreachable(upstream, error)
  }
}

function refusesStreamOptions(error: unknown): boolean {
  const failure = apiFailureIn(error)
  if (failure?.error.status !== 400 && failure?.error.status !== 422) return false
  return /stream_options|include_usage/.test(failure.searchable)
}
