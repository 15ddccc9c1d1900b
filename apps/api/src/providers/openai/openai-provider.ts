import type { ChatError } from '@livetype/protocol'
import { OpenAI } from 'openai'
import { type Clock, systemClock } from '../clock.ts'
import { isContinuation } from '../continuation-turns.ts'
import type { Provider, ProviderModel, ReplyPart, ReplyRequest } from '../provider.ts'
import { type Deadlines, defaultDeadlines, isNearby } from './deadlines.ts'
import { FailedAttempt } from './failed-attempt.ts'
import { ModelDiscovery, type ReportedModel } from './model-discovery.ts'
import { openReply } from './open-reply.ts'
import { describeModel } from './provider-model.ts'
import { RequestSender } from './send-request.ts'
import { createStreamingFetch } from './streaming-fetch.ts'
import type { Upstream } from './upstream-error.ts'

/** How an OpenAI-compatible server is used. */
export interface OpenAiProviderOptions {
  readonly id: string
  /** Usually ends in `/v1`. Default: OpenAI's own. */
  readonly baseUrl?: string | undefined
  /** Absent for servers that ask for none: no Authorization header is sent. */
  readonly apiKey?: string | undefined
  /** The models to offer. Absent or empty: the server is asked. */
  readonly models?: readonly (string | ProviderModel)[] | undefined
  /** Tokens that prompt and reply may have together. Absent: what the server reports, or a careful guess. */
  readonly contextTokens?: number | undefined
  /** What a person calls the server in messages. Default: its host. */
  readonly label?: string | undefined
  readonly deadlines?: Partial<Deadlines> | undefined
  /** How often a reply that failed before its first text is tried again. Default 2. */
  readonly maxRetries?: number | undefined
  readonly fetch?: typeof fetch | undefined
  readonly clock?: Clock | undefined
  /** Told, for the log, why the server could not be asked for its models. */
  readonly onDiscoveryFailed?: ((error: ChatError) => void) | undefined
}

/** OpenAI's own address. */
const openAiBaseUrl = 'https://api.openai.com/v1'

const defaultMaxRetries = 2

/** A provider for OpenAI and for every server that speaks its chat-completions format. */
export function createOpenAiProvider(options: OpenAiProviderOptions): Provider {
  const { id, apiKey, clock = systemClock, maxRetries = defaultMaxRetries, baseUrl = openAiBaseUrl } = options
  const { hostname, host } = new URL(baseUrl)
  const label = options.label ?? host
  const deadlines = { ...defaultDeadlines(baseUrl), ...options.deadlines }
  const client = createClient(options, baseUrl)
  const sender = new RequestSender(client, {
    isOpenAi: hostname === 'api.openai.com',
    headersMs: deadlines.headersMs,
  })
  const place = isNearby(baseUrl) ? `Runs in your network, at ${host}` : `Runs at ${host}`
  const modelNamed = (modelId: string, reported?: ReportedModel) =>
    describeModel(modelId, {
      place,
      contextTokens: options.contextTokens ?? reported?.contextTokens,
      seesImages: reported?.seesImages,
    })
  const configured = options.models?.map((model) => (typeof model === 'string' ? modelNamed(model) : model))
  const discovery = new ModelDiscovery({
    client,
    clock,
    upstream: { label, modelId: 'models', apiKey },
    describe: modelNamed,
    onFailed: options.onDiscoveryFailed,
  })

  async function* reply(request: ReplyRequest): AsyncGenerator<readonly ReplyPart[]> {
    const { signal } = request
    if (signal.aborted) return
    const hasImages = request.turns.some((turn) => turn.images)
    const upstream: Upstream = { label, modelId: request.modelId, apiKey, hasImages }
    const send = (attemptSignal: AbortSignal) => sender.send(request, upstream, attemptSignal)
    try {
      const attempt = { upstream, deadlines, clock, isContinuation: isContinuation(request.turns), signal, send }
      const { first, stream } = await openReply(attempt, maxRetries)
      try {
        for (let parts = first; parts; parts = await stream.next()) yield parts
      } finally {
        stream.close()
      }
    } catch (error) {
      throw error instanceof FailedAttempt ? error.error : error
    }
  }

  return {
    id,
    reply,
    models: () => (configured?.length ? Promise.resolve(configured) : discovery.models()),
    unavailable() {
      const failure = configured?.length ? undefined : discovery.failure
      return failure && { label, failure, describe: modelNamed }
    },
  }
}

function createClient({ apiKey, fetch = createStreamingFetch() }: OpenAiProviderOptions, baseURL: string): OpenAI {
  return new OpenAI({
    // The package insists on a key; without one of ours the header that would carry it is left out.
    apiKey: apiKey || 'none',
    ...(!apiKey && { defaultHeaders: { Authorization: null } }),
    baseURL,
    // Null keeps the package from reading these from the environment.
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    logLevel: 'off',
    fetch,
  })
}
