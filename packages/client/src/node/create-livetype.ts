import { ChatError, makeId } from '@livetype/protocol'
import { type Ask, createAsker } from '../ask/create-asker.ts'
import { platformTimers } from '../timers.ts'
import { createChatApi } from '../trpc-client/create-chat-api.ts'
import type { LivetypeClient } from '../trpc-client/create-trpc-client.ts'
import { createNodeClient } from './create-node-client.ts'

/** How a service reaches a Livetype server. */
export interface LivetypeOptions {
  /** Where the server is, such as `http://127.0.0.1:3000`. */
  readonly baseUrl: string
  /** Sent with every request, the streams' included, as `Authorization: Bearer …`; never in an address. */
  readonly apiKey?: string | undefined
  /** How many replies are followed at a time, each on a connection of its own; further questions wait. By default 16. */
  readonly maxOpenReplies?: number | undefined
  /** For how long the server may be out of reach before a reply is given up; by default a minute. `Infinity`: for ever. */
  readonly patienceMs?: number | undefined
  /** In place of the platform's own; a WebSocket does not go through it. */
  readonly fetch?: typeof fetch | undefined
}

/** A Livetype server, as a service uses it. */
export interface Livetype {
  /** Asks and reads the reply, over cuts of the network and restarts of the server. */
  readonly ask: Ask
  /** Everything else that the server can do, typed. */
  readonly client: LivetypeClient
}

/**
 * Makes the client of a service. It opens nothing before it is used, and keeps nothing open between replies.
 * @throws {ChatError} `invalid-input` where an option is not as it must be.
 */
export function createLivetype(options: LivetypeOptions): Livetype {
  const { apiKey, maxOpenReplies = 16, patienceMs = 60_000 } = options
  if (!Number.isInteger(maxOpenReplies) || maxOpenReplies < 1)
    throw invalid('maxOpenReplies must be a whole number, 1 or more.')
  if (!(patienceMs >= 0)) throw invalid('patienceMs must be milliseconds, or Infinity.')
  const client = createNodeClient({
    baseUrl: readBaseUrl(options.baseUrl),
    ...(apiKey !== undefined && { headers: headersOf(apiKey) }),
    ...(options.fetch && { fetch: options.fetch }),
  })
  const ask = createAsker({
    api: createChatApi(client),
    timers: platformTimers,
    now: Date.now,
    random: Math.random,
    makeId,
    maxOpenReplies,
    patienceMs,
  })
  return { ask, client }
}

function readBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw invalid('baseUrl must be the address of a Livetype server, such as http://127.0.0.1:3000.')
  }
  if (url.username || url.password || url.search || url.hash) {
    throw invalid(
      'baseUrl must have no user, password, "?" or "#" in it: addresses end up in logs. Pass a key as apiKey.',
    )
  }
  return url.href
}

function headersOf(apiKey: string): Record<string, string> {
  // A key copied with its line's end would fail at the first request, with a sentence that names no key.
  if (!/^[\x21-\x7e]+$/.test(apiKey)) throw invalid('apiKey must be printable ASCII without spaces.')
  return { authorization: `Bearer ${apiKey}` }
}

function invalid(message: string): ChatError {
  return new ChatError('invalid-input', message)
}
