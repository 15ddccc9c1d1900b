import { conversationLog } from '@livetype/db'
import { ChatError, giveFeedbackSchema, sendMessageSchema } from '@livetype/protocol'
import { findMessage } from '../conversations/find-message.ts'
import { procedure, router } from '../trpc/trpc.ts'

/** Sending. */
export const messageRouter = router({
  send: procedure.input(sendMessageSchema).mutation(({ ctx, input }) => ctx.services.messages.send(ctx.ownerId, input)),

  /** Rates an answer, or takes the rating back; the last word counts. */
  feedback: procedure.input(giveFeedbackSchema).mutation(async ({ ctx, input }): Promise<void> => {
    const { database, turns } = ctx.services
    const { conversationId, messageId, feedback } = input
    await turns.take(conversationId, async () => {
      const message = await findMessage(database, ctx.ownerId, input)
      if (message.role !== 'assistant') throw new ChatError('invalid-input', 'Only answers can be rated.')
      await database.log.append([
        { log: conversationLog(conversationId), event: { type: 'feedback-given', messageId, feedback } },
      ])
    })
  }),
})
