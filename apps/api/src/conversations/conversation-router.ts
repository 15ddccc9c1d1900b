import { conversationLog, workspaceLog } from '@livetype/db'
import {
  type ConversationSnapshot,
  type ConversationSummary,
  chooseBranchSchema,
  conversationIdInputSchema,
  createConversationSchema,
  renameConversationSchema,
  type WorkspaceSnapshot,
} from '@livetype/protocol'
import { formatCursor } from '../stream/cursor.ts'
import { type Context, procedure, router } from '../trpc/trpc.ts'
import { conversationNotFound, findMessage } from './find-message.ts'

/** The list of conversations and what a person does with one. */
export const conversationRouter = router({
  list: procedure.query(async ({ ctx }): Promise<WorkspaceSnapshot> => {
    const { epoch, ...snapshot } = await ctx.services.database.workspaceSnapshot(ctx.ownerId)
    return { ...snapshot, cursor: formatCursor({ epoch, seq: snapshot.seq }) }
  }),

  get: procedure.input(conversationIdInputSchema).query(async ({ ctx, input }): Promise<ConversationSnapshot> => {
    const found = await ctx.services.database.conversationSnapshot(ctx.ownerId, input.conversationId)
    if (!found) throw conversationNotFound()
    const { epoch, ...snapshot } = found
    return { ...snapshot, cursor: formatCursor({ epoch, seq: snapshot.seq }) }
  }),

  create: procedure
    .input(createConversationSchema)
    .mutation(({ ctx, input }): Promise<ConversationSummary> => ctx.services.messages.create(ctx.ownerId, input)),

  rename: procedure.input(renameConversationSchema).mutation(async ({ ctx, input }): Promise<void> => {
    const { conversationId, title } = input
    const { database, turns } = ctx.services
    await turns.take(conversationId, async () => {
      await findConversation(ctx, conversationId)
      await database.log.append([
        {
          log: workspaceLog(ctx.ownerId),
          event: { type: 'conversation-renamed', conversationId, title, titleOrigin: 'user' },
        },
      ])
    })
  }),

  chooseBranch: procedure.input(chooseBranchSchema).mutation(async ({ ctx, input }): Promise<void> => {
    const { database, turns } = ctx.services
    const { conversationId, messageId } = input
    await turns.take(conversationId, async () => {
      await findMessage(database, ctx.ownerId, input)
      await database.log.append([{ log: conversationLog(conversationId), event: { type: 'branch-chosen', messageId } }])
    })
  }),

  delete: procedure.input(conversationIdInputSchema).mutation(async ({ ctx, input }): Promise<void> => {
    const { database, runs, turns } = ctx.services
    const { conversationId } = input
    await turns.take(conversationId, async () => {
      // Deleting twice is deleting once.
      if (await database.conversations.findDeleted(ctx.ownerId, conversationId)) return
      await findConversation(ctx, conversationId)
      await database.log.append([
        { log: workspaceLog(ctx.ownerId), event: { type: 'conversation-deleted', conversationId } },
      ])
    })
    // After it is gone nothing new begins in it, so nothing is left running.
    await runs.stopConversation(conversationId)
  }),

  restore: procedure.input(conversationIdInputSchema).mutation(async ({ ctx, input }): Promise<ConversationSummary> => {
    const { database } = ctx.services
    const { conversationId } = input
    const conversation = await database.conversations.findDeleted(ctx.ownerId, conversationId)
    if (conversation) {
      await database.log.append([
        { log: workspaceLog(ctx.ownerId), event: { type: 'conversation-restored', conversation } },
      ])
    }
    return findConversation(ctx, conversationId)
  }),
})

async function findConversation(ctx: Context, conversationId: string): Promise<ConversationSummary> {
  const conversation = await ctx.services.database.conversations.find(ctx.ownerId, conversationId)
  if (!conversation) throw conversationNotFound()
  return conversation
}
