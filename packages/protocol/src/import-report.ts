import * as z from 'zod/mini'
import { idSchema } from './ids.ts'

/** What became of one conversation of a file. */
export const importedConversationSchema = z.object({
  /** Where it stands in the file, such as `conversations.3`. */
  place: z.string(),
  title: z.string(),
  /** `present`: it was there already; `restored`: it was, and had been deleted; `refused`: nothing of it was taken. */
  outcome: z.enum(['imported', 'present', 'restored', 'refused']),
  /** As which it is there now. */
  conversationId: z.optional(idSchema),
  messageCount: z.int().check(z.nonnegative()),
  /** What was left out or changed, or why it was refused; a sentence each. */
  notes: z.array(z.string()),
})

/** @see importedConversationSchema */
export type ImportedConversation = z.infer<typeof importedConversationSchema>

const amount = z.int().check(z.nonnegative())

/** What became of a file. */
export const importReportSchema = z.object({
  imported: amount,
  present: amount,
  restored: amount,
  refused: amount,
  messages: amount,
  /** In the file's order: those that were refused or changed, and the first of the others. */
  conversations: z.array(importedConversationSchema),
  /** How many conversations are left out of `conversations`. */
  unlisted: amount,
  /** Why the file could not be read to its end; what stood before that was taken. */
  problem: z.optional(z.string()),
})

/** @see importReportSchema */
export type ImportReport = z.infer<typeof importReportSchema>

/** A line of what an import answers: how far it is, and at last the report. */
export const importMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), conversations: amount, bytes: amount }),
  z.object({ type: z.literal('report'), report: importReportSchema }),
])

/** @see importMessageSchema */
export type ImportMessage = z.infer<typeof importMessageSchema>
