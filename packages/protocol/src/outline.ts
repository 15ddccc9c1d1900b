import * as z from 'zod/mini'
import { idSchema } from './ids.ts'
import type { AssistantMessage, UserMessage } from './message.ts'

/** Where a message stands in the tree, without what it says. Every message is one. */
export type MessageNode =
  | Pick<UserMessage, 'id' | 'parentId' | 'role'>
  | Pick<AssistantMessage, 'id' | 'parentId' | 'role' | 'groupId'>

const index = z.int().check(z.nonnegative())

/**
 * The tree of a conversation whose messages are not all at hand: column by column, since a long one has ten thousand.
 * Messages in the order in which they were added; one is named by its place in it.
 */
export const outlineSchema = z
  .object({
    ids: z.array(idSchema),
    /** Of each: the place of what it follows, or -1 for the first of a conversation. */
    parents: z.array(z.int().check(z.gte(-1))),
    /** The places of those that are replies. */
    replies: z.array(index),
    /** Of replies that were asked for together: their places, and the place of the first of them. @see SPEC.md RUN11 */
    grouped: z.optional(z.array(z.tuple([index, index]))),
  })
  .check(z.refine(({ ids, parents }) => ids.length === parents.length, 'every message has a parent or -1'))

/** @see outlineSchema */
export type Outline = z.infer<typeof outlineSchema>

/** The outline of these messages, all of a conversation in the order in which they were added. */
export function outlineOf(nodes: readonly MessageNode[]): Outline {
  const places = new Map(nodes.map(({ id }, place) => [id, place]))
  const grouped = nodes.flatMap((node, place): [number, number][] => {
    const first = node.role === 'assistant' && node.groupId !== undefined ? places.get(node.groupId) : undefined
    return first === undefined ? [] : [[place, first]]
  })
  return {
    ids: nodes.map(({ id }) => id),
    parents: nodes.map(({ parentId }) => (parentId === null ? -1 : (places.get(parentId) ?? -1))),
    replies: nodes.flatMap(({ role }, place) => (role === 'assistant' ? [place] : [])),
    ...(grouped.length > 0 && { grouped }),
  }
}

/** The messages of an outline, in the order in which they were added. */
export function nodesOf({ ids, parents, replies, grouped = [] }: Outline): MessageNode[] {
  const isReply = new Set(replies)
  const groups = new Map(grouped)
  return ids.map((id, place) => {
    const parentId = ids[parents[place] ?? -1] ?? null
    if (!isReply.has(place)) return { id, parentId, role: 'user' }
    const groupId = ids[groups.get(place) ?? -1]
    return { id, parentId, role: 'assistant', ...(groupId !== undefined && { groupId }) }
  })
}
