import { APIError } from 'openai'
import { readUpstreamError, type UpstreamError } from './upstream-error.ts'

/** An error answer of a server, as the package reports it. */
export interface ApiFailure {
  readonly error: UpstreamError
  /** What a server names that it does not take: its message and body in one text, for looking only. */
  readonly searchable: string
}

/** What a server answered, if `thrown` is the package's error for an answer with a bad status; else undefined. */
export function apiFailureIn(thrown: unknown): ApiFailure | undefined {
  if (!(thrown instanceof APIError)) return undefined
  const status: unknown = thrown.status
  const headers: unknown = thrown.headers
  const error: unknown = thrown.error
  if (typeof status !== 'number') return undefined
  const retryAfter = headers instanceof Headers ? retryAfterMs(headers) : undefined
  return {
    error: { ...readUpstreamError(error, status), retryAfterMs: retryAfter },
    searchable: `${thrown.message} ${JSON.stringify(error)}`,
  }
}

/** The wait that the response's headers ask for, in milliseconds. Dates are left to the caller's own pace. */
function retryAfterMs(headers: Headers): number | undefined {
  const ms = Number.parseFloat(headers.get('retry-after-ms') ?? '')
  if (ms >= 0) return ms
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  return seconds >= 0 ? seconds * 1000 : undefined
}
