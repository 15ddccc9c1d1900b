import { conversationLog, workspaceLog } from '@livetype/db'
import {
  attachmentsOf,
  ChatError,
  type ConversationPage,
  type ConversationSnapshot,
  type ConversationSummary,
  chooseBranchSchema,
  configureConversationSchema,
  conversationIdInputSchema,
  conversationIdsInputSchema,
  createConversationSchema,
  getConversationSchema,
  getMessagesSchema,
  isSameConfiguration,
  listConversationsSchema,
  type Message,
  pageConversationsSchema,
  renameConversationSchema,
  textOf,
  type WorkspaceSnapshot,
} from '@livetype/protocol'
import { formatCursor } from '../stream/cursor.ts'
import { titleFromWords } from '../titles/title-from-words.ts'
import { type Context, procedure, router } from '../trpc/trpc.ts'
import { deleteConversations, filingProcedures, restoreConversations } from './conversation-filing.ts'
import { conversationNotFound, findMessage } from './find-message.ts'

/** The list of conversations and what a person does with one. */
export const conversationRouter = router({
  list: procedure.input(listConversationsSchema).query(async ({ ctx, input }): Promise<WorkspaceSnapshot> => {
    const { epoch, ...snapshot } = await ctx.services.database.workspaceSnapshot(ctx.ownerId, input)
    return { ...snapshot, cursor: formatCursor({ epoch, seq: snapshot.seq }) }
  }),

  page: procedure
    .input(pageConversationsSchema)
    .query(({ ctx, input }): Promise<ConversationPage> => ctx.services.database.conversationPage(ctx.ownerId, input)),

  /** Those of these conversations that are there: a client was told of them by events that do not say all. */
  summaries: procedure
    .input(conversationIdsInputSchema)
    .query(
      ({ ctx, input }): Promise<ConversationPage> =>
        ctx.services.database.conversationSummaries(ctx.ownerId, input.conversationIds),
    ),

  /** The tags in use, the most used first. */
  tags: procedure.query(({ ctx }): Promise<string[]> => ctx.services.database.conversations.tags(ctx.ownerId)),

  get: procedure.input(getConversationSchema).query(async ({ ctx, input }): Promise<ConversationSnapshot> => {
    const found = await ctx.services.database.conversationSnapshot(ctx.ownerId, input.conversationId, input.part)
    if (!found) throw conversationNotFound()
    const { epoch, ...snapshot } = found
    return { ...snapshot, cursor: formatCursor({ epoch, seq: snapshot.seq }) }
  }),

  /** Messages of which a client knows the outline alone. @see SPEC.md PAGE1 */
  messages: procedure.input(getMessagesSchema).query(async ({ ctx, input }): Promise<Message[]> => {
    const found = await ctx.services.database.conversationMessages(ctx.ownerId, input)
    if (!found) throw conversationNotFound()
    return found
  }),

  create: procedure
    .input(createConversationSchema)
    .mutation(({ ctx, input }): Promise<ConversationSummary> => ctx.services.messages.create(ctx.ownerId, input)),

  rename: procedure.input(renameConversationSchema).mutation(async ({ ctx, input }): Promise<void> => {
    const { conversationId, title } = input
    const { database, turns } = ctx.services
    await turns.take(conversationId, async () => {
      const { isTemporary } = await findConversation(ctx, conversationId)
      if (isTemporary) throw new ChatError('invalid-input', 'A temporary chat has no title. Keep it first.')
      await database.log.append([
        {
          log: workspaceLog(ctx.ownerId),
          event: { type: 'conversation-renamed', conversationId, title, titleOrigin: 'user' },
        },
      ])
    })
  }),

  /** Makes a temporary conversation one like all others; of one that is that already it changes nothing. */
  keep: procedure.input(conversationIdInputSchema).mutation(async ({ ctx, input }): Promise<void> => {
    const { conversationId } = input
    const { database, turns, temporaryChats } = ctx.services
    await turns.take(conversationId, async () => {
      const { isTemporary, ...conversation } = await findConversation(ctx, conversationId)
      if (!isTemporary) return
      const snapshot = await database.conversationSnapshot(ctx.ownerId, conversationId)
      const [first] = snapshot?.messages ?? []
      const title = titleFromWords(first ? textOf(first).trim() || (attachmentsOf(first)[0]?.name ?? '') : '')
      await database.log.append([
        {
          log: workspaceLog(ctx.ownerId),
          event: { type: 'conversation-kept', conversation: { ...conversation, title } },
        },
      ])
      temporaryChats.forget(conversationId)
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

  configure: procedure.input(configureConversationSchema).mutation(async ({ ctx, input }): Promise<void> => {
    const { database, turns } = ctx.services
    const { conversationId, configuration } = input
    await turns.take(conversationId, async () => {
      await findConversation(ctx, conversationId)
      if (isSameConfiguration(await database.configurations.of(ctx.ownerId, conversationId), configuration)) return
      await database.log.append([
        { log: conversationLog(conversationId), event: { type: 'conversation-configured', configuration } },
      ])
    })
  }),

  delete: procedure.input(conversationIdInputSchema).mutation(async ({ ctx, input }): Promise<void> => {
    await deleteConversations(ctx, [input.conversationId])
  }),

  restore: procedure.input(conversationIdInputSchema).mutation(async ({ ctx, input }): Promise<ConversationSummary> => {
    await restoreConversations(ctx, [input.conversationId])
    return findConversation(ctx, input.conversationId)
  }),

  ...filingProcedures,
})

async function findConversation(ctx: Context, conversationId: string): Promise<ConversationSummary> {
  const conversation = await ctx.services.database.conversations.find(ctx.ownerId, conversationId)
  if (!conversation) throw conversationNotFound()
  return conversation
}
