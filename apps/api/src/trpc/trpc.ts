import { ChatError, type Failure } from '@livetype/protocol'
import { initTRPC, TRPCError } from '@trpc/server'
import { core } from 'zod'
import type { Services } from '../services.ts'
import { trpcCodeOf } from './error-codes.ts'

/** What a procedure knows of its call. */
export interface Context {
  readonly ownerId: string
  readonly services: Services
  /** There over a WebSocket alone. */
  readonly peer?: SocketPeer | undefined
}

/**
 * Who is at the other end of a WebSocket. tRPC sends there without looking whether anything is taken, so what yields
 * much waits here itself. At a shutdown the socket is ended, and all that goes over it with it.
 */
export interface SocketPeer {
  /** Resolves when the peer has taken what it was sent, or is gone. */
  untilRoom(): Promise<void>
}

/** Server pings this often, so that a client can tell a quiet stream from a dead one. */
export const pingIntervalMs = 5_000

/** A client that heard nothing for this long reconnects. */
export const reconnectAfterInactivityMs = 12_000

const trpc = initTRPC.context<Context>().create({
  isDev: false,
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    message: failureOf(error).message,
    data: { ...shape.data, failure: failureOf(error) },
  }),
  sse: { ping: { enabled: true, intervalMs: pingIntervalMs }, client: { reconnectAfterInactivityMs } },
})

export const { router, createCallerFactory } = trpc

/** Every procedure: what it throws reaches the client as a `Failure`, the rest of it only the log. */
export const procedure = trpc.procedure.use(async ({ ctx, path, next }) => {
  const result = await next()
  if (result.ok) return result
  const { cause } = result.error
  if (cause instanceof ChatError) {
    if (cause.cause !== undefined) ctx.services.logger.error({ err: cause, path }, 'procedure refused')
    throw trpcErrorOf(cause)
  }
  if (result.error.code === 'INTERNAL_SERVER_ERROR') ctx.services.logger.error({ err: cause, path }, 'procedure failed')
  return result
})

/** A `ChatError` with tRPC's code for it. */
export function trpcErrorOf(error: ChatError): TRPCError {
  return new TRPCError({ code: trpcCodeOf(error.code), message: error.message, cause: error })
}

/** What a client may know of an error. @see SPEC.md SUB5 */
function failureOf(error: TRPCError): Failure {
  const { cause } = error
  if (cause instanceof ChatError) return cause.toFailure()
  // The protocol's schemas are of zod/mini, whose errors share nothing but this with those of zod.
  if (cause instanceof core.$ZodError) {
    const [issue] = cause.issues
    const where = issue?.path.join('.')
    return {
      code: 'invalid-input',
      message: issue ? `${where ? `${where}: ` : ''}${issue.message}` : 'This input is not valid.',
      isRetryable: false,
    }
  }
  if (error.code === 'INTERNAL_SERVER_ERROR') {
    return {
      code: 'internal',
      message: 'Something went wrong on the server. Its log has the details.',
      isRetryable: true,
    }
  }
  return { code: 'invalid-input', message: error.message, isRetryable: false }
}
