import { type NewEntry, workspaceLog } from '@livetype/db'
import {
  type ConversationSummary,
  conversationIdsInputSchema,
  fileConversationsSchema,
  filingOf,
  isFiledAlike,
  withFiling,
} from '@livetype/protocol'
import { type Context, procedure } from '../trpc/trpc.ts'
import { conversationNotFound } from './find-message.ts'

/**
 * What is done to several conversations at once, each time in one transaction. What another tab deleted meanwhile is
 * left out; where nothing is left, there is no such conversation.
 */
export const filingProcedures = {
  file: procedure.input(fileConversationsSchema).mutation(async ({ ctx, input }): Promise<void> => {
    const { conversationIds, changes } = input
    await ctx.services.turns.takeAll(conversationIds, async () => {
      const found = await findPresent(ctx, conversationIds)
      await append(
        ctx,
        found.flatMap((conversation) => {
          const filing = filingOf(conversation, changes)
          if (isFiledAlike(conversation, withFiling(conversation, filing))) return []
          return [{ type: 'conversation-filed' as const, conversationId: conversation.id, ...filing }]
        }),
      )
    })
  }),

  deleteMany: procedure.input(conversationIdsInputSchema).mutation(async ({ ctx, input }): Promise<void> => {
    await deleteConversations(ctx, input.conversationIds)
  }),

  restoreMany: procedure.input(conversationIdsInputSchema).mutation(async ({ ctx, input }): Promise<void> => {
    await restoreConversations(ctx, input.conversationIds)
  }),
}

/** Deleting twice is deleting once. @throws {ChatError} `conversation-not-found` where none is or was there. */
export async function deleteConversations(ctx: Context, conversationIds: readonly string[]): Promise<void> {
  const { database, runs, turns } = ctx.services
  await turns.takeAll(conversationIds, async () => {
    const present = await database.conversations.findAll(ctx.ownerId, conversationIds)
    if (present.length === 0) {
      const deleted = await database.conversations.findAllDeleted(ctx.ownerId, conversationIds)
      if (deleted.length === 0) throw conversationNotFound()
    }
    await append(
      ctx,
      present.map(({ id }) => ({ type: 'conversation-deleted' as const, conversationId: id })),
    )
  })
  // After they are gone nothing new begins in them, so nothing is left running.
  await Promise.all(conversationIds.map((id) => runs.stopConversation(id)))
}

/** @throws {ChatError} `conversation-not-found` where none is there, before or after. */
export async function restoreConversations(ctx: Context, conversationIds: readonly string[]): Promise<void> {
  const { database, turns, queued } = ctx.services
  await turns.takeAll(conversationIds, async () => {
    const deleted = await database.conversations.findAllDeleted(ctx.ownerId, conversationIds)
    if (deleted.length === 0) await findPresent(ctx, conversationIds)
    await append(
      ctx,
      deleted.map((conversation) => ({ type: 'conversation-restored' as const, conversation })),
    )
  })
  // Replies were stopped while they were gone: what waits for them is held.
  for (const id of conversationIds) void queued.review(ctx.ownerId, id)
}

async function findPresent(ctx: Context, conversationIds: readonly string[]): Promise<ConversationSummary[]> {
  const found = await ctx.services.database.conversations.findAll(ctx.ownerId, conversationIds)
  if (found.length === 0) throw conversationNotFound()
  return found
}

async function append(ctx: Context, events: readonly NewEntry['event'][]): Promise<void> {
  if (events.length === 0) return
  const log = workspaceLog(ctx.ownerId)
  await ctx.services.database.log.append(events.map((event) => ({ log, event })))
}
