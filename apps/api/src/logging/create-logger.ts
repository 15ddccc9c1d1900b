import { ChatError } from '@livetype/protocol'
import { type DestinationStream, type Logger, pino } from 'pino'
import type { Config } from '../config.ts'

/**
 * The log: JSON lines. Errors are written without what they may carry of a person's text or of a key: an error from
 * outside (a query with its parameters, an upstream's answer) shows its type, its code and where it was thrown, not
 * its message. @see SPEC.md DOOR3
 */
export function createLogger(level: Config['logLevel'], destination?: DestinationStream): Logger {
  const options = { level, serializers: { err: describeError } }
  return destination ? pino(options, destination) : pino(options)
}

interface ErrorDescription {
  readonly type: string
  readonly code?: string
  /** Of an upstream's answer. */
  readonly status?: number
  readonly message?: string
  readonly at?: readonly string[]
  readonly cause?: ErrorDescription
}

function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error }
  const at = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  return {
    type: error.name === 'Error' ? error.constructor.name : error.name,
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    ...('status' in error && typeof error.status === 'number' && { status: error.status }),
    // The one kind of error whose message is written by us, for people.
    ...(error instanceof ChatError && { message: error.message }),
    at: at.map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  }
}
