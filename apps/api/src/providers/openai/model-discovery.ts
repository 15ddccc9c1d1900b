import type { ChatError } from '@livetype/protocol'
import { APIError, type OpenAI } from 'openai'
import type { Clock } from '../clock.ts'
import type { ProviderModel } from '../provider.ts'
import { apiFailureIn } from './api-failure.ts'
import { badAnswer, refused, unreachable } from './failed-attempt.ts'
import { countIn, isObject, type JsonObject, textIn } from './json.ts'
import type { Upstream } from './upstream-error.ts'

/** What discovery needs. */
export interface ModelDiscoveryOptions {
  readonly client: OpenAI
  readonly clock: Clock
  readonly upstream: Upstream
  /** Makes a model of an id and what the server reports of it. */
  readonly describe: (id: string, reported: ReportedModel) => ProviderModel
  readonly onFailed: ((error: ChatError) => void) | undefined
}

const timeoutMs = 3000
const freshMs = 60_000
/** A server that could not be asked is asked again sooner: it may just have been started. */
const retryMs = 5000
const maxModels = 500

/** Models of these names answer no chat. */
const otherPurpose =
  /embed|whisper|tts|dall-e|image|moderation|transcri|realtime|rerank|sora|babbage-|davinci-|-instruct-0914|^gpt-3\.5-turbo-instruct/i

/**
 * Asks a server which models it has. What it said last stays known while it is asked again in the background, and
 * when it can't be asked at all. Never throws.
 */
export class ModelDiscovery {
  readonly #options: ModelDiscoveryOptions
  #known: readonly ProviderModel[] | undefined
  #failure: ChatError | undefined
  #staleAt = Number.NEGATIVE_INFINITY
  #asking: Promise<void> | undefined

  constructor(options: ModelDiscoveryOptions) {
    this.#options = options
  }

  /** The models, waiting for the server only where nothing is known yet. */
  async models(): Promise<readonly ProviderModel[]> {
    if (this.#options.clock.now() >= this.#staleAt) {
      this.#asking ??= this.#ask().finally(() => {
        this.#asking = undefined
      })
    }
    if (!this.#known && this.#asking) await this.#asking
    return this.#known ?? []
  }

  /** Why nothing is known; undefined before the first question, and for good once it was answered. */
  get failure(): ChatError | undefined {
    return this.#known ? undefined : this.#failure
  }

  async #ask(): Promise<void> {
    const { client, clock, upstream, onFailed } = this.#options
    try {
      const body = await client.get<unknown>('/models', { timeout: timeoutMs, maxRetries: 0 })
      const entries = modelEntries(body)
      if (!entries) throw badAnswer(upstream, 'no-reply').error
      this.#known = entries.map((entry) => this.#options.describe(entry.id, entry))
      this.#staleAt = clock.now() + freshMs
    } catch (error) {
      this.#staleAt = clock.now() + retryMs
      this.#failure = discoveryFailure(error, upstream)
      onFailed?.(this.#failure)
    }
  }
}

/** What a server may say of a model beside its id. */
export interface ReportedModel {
  readonly contextTokens: number | undefined
  readonly seesImages: boolean | undefined
}

interface ModelEntry extends ReportedModel {
  readonly id: string
  readonly createdAt: number
}

/** The models that can chat, the newest first; undefined where the body is no list of models. */
function modelEntries(body: unknown): ModelEntry[] | undefined {
  if (!isObject(body) || !Array.isArray(body.data)) return undefined
  const entries = body.data.filter(isObject).map(modelEntry)
  const chatting = entries.filter(({ id }) => id !== '' && id.length <= 200 && !otherPurpose.test(id))
  const unique = [...new Map(chatting.map((entry) => [entry.id, entry])).values()]
  return unique.sort((a, b) => b.createdAt - a.createdAt).slice(0, maxModels)
}

function modelEntry(fields: JsonObject): ModelEntry {
  const contextTokens =
    countIn(fields.context_length) ?? countIn(fields.max_model_len) ?? countIn(fields.context_window)
  return {
    id: textIn(fields.id) ?? '',
    createdAt: countIn(fields.created) ?? 0,
    contextTokens: contextTokens || undefined,
    seesImages: reportedSight(fields),
  }
}

/** As OpenRouter and Mistral say it. */
function reportedSight({ architecture, capabilities }: JsonObject): boolean | undefined {
  if (isObject(architecture) && Array.isArray(architecture.input_modalities)) {
    return architecture.input_modalities.includes('image')
  }
  return isObject(capabilities) && typeof capabilities.vision === 'boolean' ? capabilities.vision : undefined
}

function discoveryFailure(error: unknown, upstream: Upstream): ChatError {
  const failure = apiFailureIn(error)
  if (failure) return refused(failure.error, upstream).error
  if (error instanceof APIError) return unreachable(upstream, error).error
  return badAnswer(upstream, 'no-reply').error
}
