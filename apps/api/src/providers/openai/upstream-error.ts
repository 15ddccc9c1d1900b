import { ChatError, type ChatErrorCode } from '@livetype/protocol'
import { isObject, textIn } from './json.ts'

/** What a model server told of a failure. Nothing of it is shown to a person as it came. */
export interface UpstreamError {
  /** The HTTP status, or the number that stands for one inside a stream. */
  readonly status: number | undefined
  readonly code: string
  readonly message: string
  /** What the server asked to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined
}

/** Whom an error is about. */
export interface Upstream {
  /** As a person knows it, such as its host. */
  readonly label: string
  readonly modelId: string
  readonly apiKey: string | undefined
  /** Whether it was shown images. */
  readonly hasImages?: boolean
}

/** Reads the `error` of a body or of a chunk: an object of many shapes, or a text. */
export function readUpstreamError(error: unknown, status?: number): UpstreamError {
  const fields = isObject(error) && isObject(error.error) ? error.error : error
  if (!isObject(fields)) return { status, code: '', message: textIn(fields) ?? '' }
  const code = fields.code ?? fields.status
  const kind = typeof code === 'string' ? code : ''
  return {
    status: status ?? statusIn(code),
    code: `${kind} ${textIn(fields.type) ?? ''}`.trim(),
    message: textIn(fields.message) ?? textIn(fields.detail) ?? '',
  }
}

/** The error a client is told, with what the server said as a cause without secrets. */
export function upstreamFailure(error: UpstreamError, upstream: Upstream): ChatError {
  const { code, message, isRetryable } = sentence(error, upstream)
  return new ChatError(code, message, { isRetryable, cause: causeOf(error, upstream) })
}

/** True where asking again at once may succeed without anyone changing anything. */
export function isTransient(error: UpstreamError, { hasImages = false }: Pick<Upstream, 'hasImages'> = {}): boolean {
  const { status } = error
  if (status === undefined || isQuota(error) || (hasImages && isAboutImages(error))) return false
  return status === 408 || status === 409 || status === 429 || status >= 500
}

interface Sentence {
  readonly code: ChatErrorCode
  readonly message: string
  readonly isRetryable: boolean
}

function sentence(error: UpstreamError, { label, modelId, apiKey, hasImages = false }: Upstream): Sentence {
  const { status } = error
  const said = status === undefined ? '' : ` (${status})`
  if (isQuota(error))
    return final(
      'model-quota-exceeded',
      `The account at ${label} has no credit left${said}. Check its billing, then try again.`,
    )
  if (hasImages && isAboutImages(error))
    return final(
      'model-refused-request',
      `${label} says that ${modelId} can’t be shown these images${said}. Choose a model that can see images, or send the message without them.`,
    )
  if (isTooLong(error))
    return final(
      'model-refused-request',
      `This conversation is too long for ${modelId}. Start a new one, or choose a model that can read more.`,
    )
  if (isUnknownModel(error))
    return final(
      'model-not-found',
      `${label} does not offer a model named ${modelId}. Choose another model, or check OPENAI_MODELS and restart.`,
    )
  switch (status) {
    case 401:
      return final(
        'model-unauthorized',
        apiKey
          ? `The key for ${label} was refused (401). Check OPENAI_API_KEY and restart.`
          : `${label} asks for a key (401). Set OPENAI_API_KEY and restart.`,
      )
    case 403:
      return final(
        'model-unauthorized',
        `${label} does not allow this key to use ${modelId} (403). Check the key's rights, or choose another model.`,
      )
    case 404:
      return final(
        'model-refused-request',
        `${label} has no chat completions at this address (404). Check OPENAI_BASE_URL, which usually ends in /v1, and restart.`,
      )
    case 408:
      return passing('model-stalled', `${label} gave up waiting for the model (408). Try again.`)
    case 413:
      return final(
        'model-refused-request',
        `${label} refused the request as too large (413). Start a new conversation or send less text.`,
      )
    case 429:
      return passing(
        'model-rate-limited',
        `${label} is receiving too many requests (429). ${waitAdvice(error.retryAfterMs)}`,
      )
    default:
      return status !== undefined && status >= 400 && status < 500
        ? final(
            'model-refused-request',
            `${label} refused the request for ${modelId} (${status}). Choose another model.`,
          )
        : passing('model-unreachable', `${label} reported a failure of its own${said}. Try again in a moment.`)
  }
}

const final = (code: ChatErrorCode, message: string): Sentence => ({ code, message, isRetryable: false })
const passing = (code: ChatErrorCode, message: string): Sentence => ({ code, message, isRetryable: true })

function waitAdvice(retryAfterMs: number | undefined): string {
  if (retryAfterMs === undefined || retryAfterMs <= 0) return 'Wait a moment, then try again.'
  const seconds = Math.ceil(retryAfterMs / 1000)
  const wait =
    seconds < 90 ? `${seconds} ${seconds === 1 ? 'second' : 'seconds'}` : `${Math.ceil(seconds / 60)} minutes`
  return `It asks to wait ${wait} before trying again.`
}

function isQuota({ code, status }: UpstreamError): boolean {
  return /insufficient_quota|billing|insufficient_(balance|credit)/i.test(code) || status === 402
}

/** Servers without eyes say so in many ways, with the status of a bad request or of a failure of their own. */
function isAboutImages({ status, code, message }: UpstreamError): boolean {
  if (status === undefined || status === 401 || status === 403 || status === 429) return false
  return /image|vision|multi-?modal|mmproj/i.test(`${code} ${message}`)
}

function isTooLong({ code, message, status }: UpstreamError): boolean {
  if (status !== undefined && status !== 400 && status !== 413 && status !== 422) return false
  return (
    /context_length|context_window/i.test(code) || /(context|prompt).{0,40}(length|window|size|too long)/i.test(message)
  )
}

function isUnknownModel({ code, message, status }: UpstreamError): boolean {
  return /model_not_found|unknown_model/i.test(code) || (status === 404 && /\bmodel\b/i.test(message))
}

function statusIn(code: unknown): number | undefined {
  const status = typeof code === 'number' ? code : typeof code === 'string' && /^\d{3}$/.test(code) ? Number(code) : 0
  return status >= 400 && status < 600 ? status : undefined
}

/** What the upstream said, which stays on the server: cut, and with anything that looks like a key taken out. */
function causeOf(error: UpstreamError, { apiKey }: Upstream): Error {
  const message = apiKey ? error.message.replaceAll(apiKey, '[key]') : error.message
  const safe = message.replace(/\b(sk|gsk|key|pk|xai|AIza)[-_][\w*-]{4,}/gi, '[key]').slice(0, 300)
  return new Error(`upstream ${error.status ?? 'stream'} ${error.code}: ${safe}`)
}
