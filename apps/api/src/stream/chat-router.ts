import { chatStreamInputSchema } from '@livetype/protocol'
import { tracked } from '@trpc/server'
import { procedure, router, trpcErrorOf } from '../trpc/trpc.ts'
import { streamChat } from './chat-stream.ts'
import { reconnectError } from './reconnect-error.ts'

/** The subscription: the same for every client and transport. */
export const chatRouter = router({
  stream: procedure.input(chatStreamInputSchema).subscription(async function* ({ ctx, input, signal }) {
    const { ownerId, services, peer } = ctx
    const { database, shutdownSignal, streamPlaces, temporaryChats } = services
    using place = streamPlaces.take(ownerId)
    // Thrown past the procedure's own catch, which has nothing to do with what is yielded.
    if (!place) throw trpcErrorOf(streamPlaces.refusal())
    const ends = peer ? [] : [shutdownSignal]
    const until = AbortSignal.any(signal ? [signal, ...ends] : ends)
    for await (const [cursor, events] of streamChat({
      database,
      ownerId,
      input,
      signal: until,
      temporaryChats,
    })) {
      yield tracked(cursor, events)
      await peer?.untilRoom()
    }
    // Returning would tell the client to stop for good.
    if (shutdownSignal.aborted) throw reconnectError()
  }),
})
