import * as z from 'zod/mini'
import { isOpen, type Message, partSchema, runStatusSchema, userPartSchema } from './message.ts'

const tree = {
  /** Unique among the messages that are shown together. */
  id: z.string(),
  parentId: z.nullable(z.string()),
}

/** A message as it can be read where nothing can be done with it: printed, or shared. */
export const stillMessageSchema = z.discriminatedUnion('role', [
  z.object({ ...tree, role: z.literal('user'), parts: z.array(userPartSchema) }),
  z.object({
    ...tree,
    role: z.literal('assistant'),
    parts: z.array(partSchema),
    modelName: z.string(),
    /** A reply that is still being written is shown as far as it has come, as interrupted. */
    status: runStatusSchema,
  }),
])

/** @see stillMessageSchema */
export type StillMessage = z.infer<typeof stillMessageSchema>

/** What of a message is to be read. */
export function stillMessage(message: Message): StillMessage {
  const { id, parentId } = message
  if (message.role === 'user') return { id, parentId, role: 'user', parts: message.parts }
  const { parts, modelName, reply } = message
  return { id, parentId, role: 'assistant', parts, modelName, status: isOpen(reply) ? 'interrupted' : reply.status }
}
