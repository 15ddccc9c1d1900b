import { resolve } from 'node:path'
import { type AttachmentLimits, mostAttachments } from '@livetype/protocol'
import { z } from 'zod'
import type { RunLimits } from './runs/run-queue.ts'
import { type ModelPrices, parseModelPrices } from './usage/model-prices.ts'

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const defaultSystemPrompt = 'You are a helpful assistant. Format your replies in Markdown where it helps the reader.'

const optionalText = z.string().trim().optional()

const count = (least: number) =>
  z.coerce.number('must be a number').int('must be a whole number').min(least).max(1_000_000)

const positive = z.coerce.number('must be a number').positive('must be above 0')

/** Longer than this a timer can't wait. */
const maxRunMinutes = 30_000

const environmentSchema = z.object({
  HOST: z
    .string()
    .default('127.0.0.1')
    .refine(
      isLoopback,
      'must be a loopback address such as 127.0.0.1: without accounts, Livetype serves this machine only',
    ),
  PORT: z.coerce.number('must be a number').int('must be a whole number').min(0).max(65_535).default(3000),
  LIVETYPE_PUBLIC_ORIGIN: z
    .string()
    .default('')
    .refine(
      (text) => listOf(text).every(isOrigin),
      'must be where a proxy offers this server, such as https://chat.example.com: scheme, name and, where it has one, port, with nothing behind them; several are separated by commas',
    ),
  LIVETYPE_DATA_DIR: optionalText,
  LIVETYPE_DURABILITY: z.enum(['power', 'process'], 'must be "power" or "process"').default('power'),
  LIVETYPE_LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  LIVETYPE_TRANSPORT: z.enum(['auto', 'sse', 'websocket'], 'must be "auto", "sse" or "websocket"').default('auto'),
  LIVETYPE_MAX_STREAMS_PER_OWNER: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1)
    .max(1_000_000)
    .default(200),
  LIVETYPE_STALLED_READER_SECONDS: z.coerce
    .number('must be a number')
    .positive('must be above 0')
    .max(3_600)
    .default(30),
  LIVETYPE_SYSTEM_PROMPT: z.string().default(defaultSystemPrompt),
  LIVETYPE_DEMO_TOKENS_PER_SECOND: z.coerce
    .number('must be a number')
    .positive('must be above 0')
    .max(1_000_000)
    .default(70),
  LIVETYPE_MAX_RUNS: count(1).default(64),
  LIVETYPE_MAX_RUNS_PER_OWNER: count(1).default(16),
  LIVETYPE_MAX_QUEUED_RUNS_PER_OWNER: count(0).default(200),
  LIVETYPE_MAX_RUN_MINUTES: z.coerce
    .number('must be a number')
    .positive('must be above 0')
    .max(maxRunMinutes)
    .default(60),
  LIVETYPE_MAX_FILE_MB: positive.max(1_000).default(20),
  LIVETYPE_MAX_ATTACHMENTS: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1)
    .max(mostAttachments)
    .default(10),
  LIVETYPE_MAX_IMAGE_MEGAPIXELS: positive.max(1_000).default(50),
  LIVETYPE_MAX_FILE_CHARACTERS: count(1).default(1_000_000),
  LIVETYPE_MODEL_PRICES: z
    .string()
    .default('')
    .refine(
      (text) => parseModelPrices(text) !== undefined,
      'must name models with what a million input and a million output tokens cost, such as gpt-5-mini=0.25/2, gpt-5=1.25/10',
    ),
  LIVETYPE_PRICE_CURRENCY: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, 'must be the three letters of a currency, such as USD')
    .default('USD'),
  OPENAI_API_KEY: optionalText,
  OPENAI_BASE_URL: optionalText.refine(
    (url) => url === undefined || /^https?:$/.test(URL.parse(url)?.protocol ?? ''),
    'must be an http or https URL such as http://127.0.0.1:11434/v1',
  ),
  OPENAI_MODELS: optionalText,
  OPENAI_CONTEXT_TOKENS: z.coerce.number('must be a number').int('must be a whole number').min(1024).optional(),
})

/** How an OpenAI-compatible server is reached. */
export interface OpenAiConfig {
  /** Absent where the server wants none, as local ones do. */
  readonly apiKey: string | undefined
  readonly baseUrl: string
  /** Empty: ask the server. */
  readonly models: readonly string[]
  readonly contextTokens: number | undefined
}

/** What the environment says, checked. */
export interface Config {
  readonly host: string
  readonly port: number
  /** Origins under which a proxy in front offers this server, as browsers write them; mostly none. */
  readonly publicOrigins: readonly string[]
  /** Absolute path of the folder with the database. */
  readonly dataDir: string
  readonly durability: 'power' | 'process'
  readonly logLevel: (typeof logLevels)[number]
  /** How the web clients follow their streams; `auto`: as each finds that it can. */
  readonly transport: 'auto' | 'sse' | 'websocket'
  readonly maxStreamsPerOwner: number
  /** How long a reader may take nothing of what it was sent before it is cut off. */
  readonly stalledReaderMs: number
  /** May be empty: then none is sent. */
  readonly systemPrompt: string
  readonly demoTokensPerSecond: number
  /** How many replies are made at once, how many wait, and how long one may take. @see SPEC.md RUN7, RUN8 */
  readonly runLimits: RunLimits & { readonly maxRunMs: number }
  /** What can be attached to a message. @see SPEC.md FILE1 */
  readonly attachmentLimits: AttachmentLimits
  /** What tokens cost, where that is known, in `priceCurrency` (ISO 4217). */
  readonly modelPrices: ModelPrices
  readonly priceCurrency: string
  /** Undefined: only the demo model is there. */
  readonly openAi: OpenAiConfig | undefined
}

/** A configuration that can't be used. The message names the variable and says what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/**
 * Reads the configuration.
 * @param environment usually `process.env`; @param baseDir what relative paths start from.
 * @throws {ConfigError} naming every variable that is wrong, and contradictions between them.
 */
export function readConfig(environment: Record<string, string | undefined>, baseDir: string): Config {
  // A variable that is set to nothing, as `KEY=` in a `.env` file does, is not set; but a prompt may be nothing.
  const given = Object.entries(environment).filter(
    ([name, value]) => value?.trim() || name === 'LIVETYPE_SYSTEM_PROMPT',
  )
  const parsed = environmentSchema.safeParse(Object.fromEntries(given))
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'))
  }
  const values = parsed.data
  return {
    host: values.HOST,
    port: values.PORT,
    publicOrigins: listOf(values.LIVETYPE_PUBLIC_ORIGIN).map((origin) => new URL(origin).origin),
    dataDir: resolve(baseDir, values.LIVETYPE_DATA_DIR ?? 'data'),
    durability: values.LIVETYPE_DURABILITY,
    logLevel: values.LIVETYPE_LOG_LEVEL,
    transport: values.LIVETYPE_TRANSPORT,
    maxStreamsPerOwner: values.LIVETYPE_MAX_STREAMS_PER_OWNER,
    stalledReaderMs: Math.round(values.LIVETYPE_STALLED_READER_SECONDS * 1000),
    systemPrompt: values.LIVETYPE_SYSTEM_PROMPT.trim(),
    demoTokensPerSecond: values.LIVETYPE_DEMO_TOKENS_PER_SECOND,
    runLimits: {
      maxRuns: values.LIVETYPE_MAX_RUNS,
      maxRunsPerOwner: values.LIVETYPE_MAX_RUNS_PER_OWNER,
      maxQueuedRunsPerOwner: values.LIVETYPE_MAX_QUEUED_RUNS_PER_OWNER,
      maxRunMs: values.LIVETYPE_MAX_RUN_MINUTES * 60_000,
    },
    attachmentLimits: {
      maxFileBytes: Math.ceil(values.LIVETYPE_MAX_FILE_MB * 1_000_000),
      maxAttachments: values.LIVETYPE_MAX_ATTACHMENTS,
      maxImagePixels: Math.ceil(values.LIVETYPE_MAX_IMAGE_MEGAPIXELS * 1_000_000),
      maxTextLength: values.LIVETYPE_MAX_FILE_CHARACTERS,
    },
    modelPrices: parseModelPrices(values.LIVETYPE_MODEL_PRICES) ?? new Map(),
    priceCurrency: values.LIVETYPE_PRICE_CURRENCY,
    openAi: openAiConfig(values),
  }
}

function openAiConfig(values: z.infer<typeof environmentSchema>): OpenAiConfig | undefined {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODELS: models } = values
  if (!apiKey && !baseUrl) {
    if (models)
      throw new ConfigError('OPENAI_MODELS is set, but neither OPENAI_API_KEY nor OPENAI_BASE_URL says where they are')
    return undefined
  }
  return {
    apiKey,
    baseUrl: baseUrl ?? 'https://api.openai.com/v1',
    models: listOf(models ?? ''),
    contextTokens: values.OPENAI_CONTEXT_TOKENS,
  }
}

/** The parts between the commas. */
function listOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
}

/** Whether the door can compare it with what a browser sends: no path, no pattern. */
function isOrigin(text: string): boolean {
  const url = URL.parse(text)
  const isNamed = /^([a-z0-9.-]+|\[[0-9a-f:.]+\])$/.test(url?.hostname ?? '')
  return url !== null && isNamed && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`
}

/** The names under which the door lets requests in: apps/api/src/door/check-request.ts must agree. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '127.0.0.1'
}
