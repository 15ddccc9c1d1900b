import type { UsageRow } from '@livetype/db'
import { conversationIdInputSchema, type UsageReport, usageByDaySchema, usageOfMessageSchema } from '@livetype/protocol'
import { conversationNotFound, findMessage } from '../conversations/find-message.ts'
import type { Services } from '../services.ts'
import { procedure, router } from '../trpc/trpc.ts'
import { costOf } from './model-prices.ts'

/** What was used, in tokens, time and money. */
export const usageRouter = router({
  byDay: procedure.input(usageByDaySchema).query(async ({ ctx, input }): Promise<UsageReport> => {
    return reportOf(await ctx.services.database.usage.byDay(ctx.ownerId, input.dayStarts), ctx.services)
  }),

  ofConversation: procedure.input(conversationIdInputSchema).query(async ({ ctx, input }): Promise<UsageReport> => {
    const { database } = ctx.services
    if (!(await database.conversations.find(ctx.ownerId, input.conversationId))) throw conversationNotFound()
    return reportOf(await database.usage.ofConversation(ctx.ownerId, input.conversationId), ctx.services)
  }),

  ofMessage: procedure.input(usageOfMessageSchema).query(async ({ ctx, input }): Promise<UsageReport> => {
    const { database } = ctx.services
    await findMessage(database, ctx.ownerId, input)
    return reportOf(await database.usage.ofMessage(ctx.ownerId, input.messageId), ctx.services)
  }),
})

function reportOf(rows: readonly UsageRow[], { settings }: Pick<Services, 'settings'>): UsageReport {
  return {
    rows: rows.map((row) => ({ ...row, cost: costOf(settings.modelPrices.get(row.modelId), row) })),
    currency: settings.priceCurrency,
  }
}
