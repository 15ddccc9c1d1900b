import { chatStreamInputSchema } from '@livetype/protocol'
import { tracked } from '@trpc/server'
import { procedure, router } from '../trpc/trpc.ts'
import { streamChat } from './chat-stream.ts'
import { reconnectError } from './reconnect-error.ts'

/** The subscription: the same for every client and transport. */
export const chatRouter = router({
  stream: procedure.input(chatStreamInputSchema).subscription(async function* ({ ctx, input, signal }) {
    const { database, shutdownSignal } = ctx.services
    const until = signal ? AbortSignal.any([signal, shutdownSignal]) : shutdownSignal
    for await (const [cursor, events] of streamChat({ database, ownerId: ctx.ownerId, input, signal: until })) {
      yield tracked(cursor, events)
    }
    // Returning would tell the client to stop for good.
    if (shutdownSignal.aborted) throw reconnectError()
  }),
})
