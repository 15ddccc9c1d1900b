import { conversationLog } from '@livetype/db'
import {
  ChatError,
  editQueuedSchema,
  giveFeedbackSchema,
  queueMessageSchema,
  removeQueuedSchema,
  sendMessageSchema,
  sendQueuedNowSchema,
} from '@livetype/protocol'
import { findMessage } from '../conversations/find-message.ts'
import { procedure, router } from '../trpc/trpc.ts'

/** Sending. */
export const messageRouter = router({
  send: procedure.input(sendMessageSchema).mutation(({ ctx, input }) => ctx.services.messages.send(ctx.ownerId, input)),

  /** Lets a message go out when nothing is being written any more. @see SPEC.md QUEUE1 */
  queue: procedure
    .input(queueMessageSchema)
    .mutation(({ ctx, input }) => ctx.services.queued.queue(ctx.ownerId, input)),
  editQueued: procedure
    .input(editQueuedSchema)
    .mutation(({ ctx, input }) => ctx.services.queued.edit(ctx.ownerId, input)),
  removeQueued: procedure
    .input(removeQueuedSchema)
    .mutation(({ ctx, input }) => ctx.services.queued.remove(ctx.ownerId, input)),
  /** Stops what is being written, and sends this one. */
  sendQueuedNow: procedure
    .input(sendQueuedNowSchema)
    .mutation(({ ctx, input }) => ctx.services.queued.sendNow(ctx.ownerId, input)),

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
