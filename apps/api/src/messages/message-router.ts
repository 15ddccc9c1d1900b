import { sendMessageSchema } from '@livetype/protocol'
import { procedure, router } from '../trpc/trpc.ts'

/** Sending. */
export const messageRouter = router({
  send: procedure.input(sendMessageSchema).mutation(({ ctx, input }) => ctx.services.messages.send(ctx.ownerId, input)),
})
