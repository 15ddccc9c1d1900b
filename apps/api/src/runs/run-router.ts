import { ChatError, continueReplySchema, regenerateSchema, stopRunSchema, undoContinueSchema } from '@livetype/protocol'
import { procedure, router } from '../trpc/trpc.ts'

/** What a person does with a reply. */
export const runRouter = router({
  stop: procedure.input(stopRunSchema).mutation(async ({ ctx, input }) => {
    const { database, runs } = ctx.services
    if (!(await database.runs.find(ctx.ownerId, input.conversationId, input.runId))) {
      throw new ChatError('run-not-found', 'There is no such reply.')
    }
    await runs.stop(input.runId)
  }),
  regenerate: procedure
    .input(regenerateSchema)
    .mutation(({ ctx, input }) => ctx.services.messages.regenerate(ctx.ownerId, input)),
  continue: procedure
    .input(continueReplySchema)
    .mutation(({ ctx, input }) => ctx.services.continuations.continueReply(ctx.ownerId, input)),
  undoContinue: procedure
    .input(undoContinueSchema)
    .mutation(({ ctx, input }) => ctx.services.continuations.undo(ctx.ownerId, input)),
})
