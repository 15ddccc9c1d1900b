import { randomBytes } from 'node:crypto'
import { workspaceLog } from '@livetype/db'
import {
  ChatError,
  conversationIdInputSchema,
  createShareSchema,
  maxSharesOfConversation,
  revokeShareSchema,
  type Share,
  type SharedConversation,
  updateShareSchema,
} from '@livetype/protocol'
import * as z from 'zod/mini'
import { conversationNotFound } from '../conversations/find-message.ts'
import { type Context, procedure, router } from '../trpc/trpc.ts'

/** Chance in a token, in bytes. */
const tokenBytes = 24

/** Any text: what can be no token is answered as one that never was. */
const readShareSchema = z.object({ token: z.string().check(z.maxLength(200)) })

/** Links to copies of conversations. All but `get` are the owner's. @see SPEC.md SHARE1 */
export const shareRouter = router({
  /** What a link shows, to anyone who has it. */
  get: procedure.input(readShareSchema).query(async ({ ctx, input }): Promise<SharedConversation> => {
    const shared = await ctx.services.database.shares.read(input.token)
    if (!shared) throw shareNotFound()
    return shared
  }),

  list: procedure.input(conversationIdInputSchema).query(async ({ ctx, input }): Promise<Share[]> => {
    await assertShareable(ctx, input.conversationId)
    return ctx.services.database.shares.of(ctx.ownerId, input.conversationId)
  }),

  create: procedure.input(createShareSchema).mutation(async ({ ctx, input }): Promise<Share> => {
    const { shareId: id, conversationId, ...choices } = input
    const { database, turns, now } = ctx.services
    return turns.take(conversationId, async () => {
      await assertShareable(ctx, conversationId)
      const links = await database.shares.of(ctx.ownerId, conversationId)
      const known = links.find((link) => link.id === id)
      if (known) return known
      if (await database.shares.isTaken(id)) throw new ChatError('id-conflict', 'This id is taken.')
      if (links.length >= maxSharesOfConversation) {
        throw new ChatError('invalid-input', `There are ${links.length} links already. Revoke one first.`)
      }
      const createdAt = now()
      const token = randomBytes(tokenBytes).toString('base64url')
      return save(ctx, { id, conversationId, token, ...choices, createdAt, updatedAt: createdAt })
    })
  }),

  update: procedure.input(updateShareSchema).mutation(async ({ ctx, input }): Promise<Share> => {
    const { shareId, ...choices } = input
    const { conversationId } = await findShare(ctx, shareId)
    return ctx.services.turns.take(conversationId, async () => {
      await assertShareable(ctx, conversationId)
      return save(ctx, { ...(await findShare(ctx, shareId)), ...choices, updatedAt: ctx.services.now() })
    })
  }),

  revoke: procedure.input(revokeShareSchema).mutation(async ({ ctx, input }): Promise<void> => {
    const { database, turns } = ctx.services
    const share = await database.shares.find(ctx.ownerId, input.shareId)
    if (!share) return
    await turns.take(share.conversationId, async () => {
      if (!(await database.shares.find(ctx.ownerId, share.id))) return
      await database.log.append([
        { log: workspaceLog(ctx.ownerId), event: { type: 'share-revoked', shareId: share.id } },
      ])
    })
  }),
})

async function save({ ownerId, services }: Context, share: Share): Promise<Share> {
  await services.database.log.append([{ log: workspaceLog(ownerId), event: { type: 'share-saved', share } }])
  return share
}

async function findShare({ ownerId, services }: Context, shareId: string): Promise<Share> {
  const share = await services.database.shares.find(ownerId, shareId)
  if (!share) throw shareNotFound()
  return share
}

async function assertShareable({ ownerId, services }: Context, conversationId: string): Promise<void> {
  if (!(await services.database.shares.canShare(ownerId, conversationId))) throw conversationNotFound()
}

/** One answer for what never was, what was revoked, and what is not there at the moment. */
function shareNotFound(): ChatError {
  return new ChatError('share-not-found', 'This link shows nothing. It may have been revoked, or is not complete.')
}
