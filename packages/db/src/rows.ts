import {
  type ConversationSummary,
  failureSchema,
  type Message,
  partSchema,
  runStatusSchema,
  titleOriginSchema,
  usageSchema,
} from '@livetype/protocol'
import { z } from 'zod'
import type { conversations, messages, runs } from './schema.ts'

/** The parts of a message as they are stored. */
export const partsSchema = z.array(partSchema)

type ConversationRow = typeof conversations.$inferSelect
export type MessageRow = typeof messages.$inferSelect
export type RunRow = typeof runs.$inferSelect

/** A row of the list of conversations; what was stored is parsed, not believed. */
export function conversationFromRow(row: ConversationRow, runningCount: number): ConversationSummary {
  const { id, title, createdAt, updatedAt } = row
  return { id, title, titleOrigin: titleOriginSchema.parse(row.titleOrigin), createdAt, updatedAt, runningCount }
}

/** A message from its row and, for a reply, the row of its run. */
export function messageFromRows(message: MessageRow, run: RunRow | null): Message {
  const { id, parentId, createdAt } = message
  const parts = partsSchema.parse(JSON.parse(message.parts))
  const base = { id, parentId, parts, createdAt }
  if (message.role === 'user') return { ...base, role: 'user' }
  if (!run) throw new Error(`the reply ${id} has no run`)
  return {
    ...base,
    role: 'assistant',
    runId: run.id,
    modelId: run.modelId,
    modelName: run.modelName,
    reply: replyFromRow(run),
  }
}

function replyFromRow(run: RunRow) {
  const { startedAt } = run
  if (run.status === 'running') return { status: 'running' as const, startedAt }
  return {
    status: runStatusSchema.parse(run.status),
    startedAt,
    endedAt: run.endedAt ?? startedAt,
    ...(run.failure && { failure: failureSchema.parse(JSON.parse(run.failure)) }),
    ...(run.usage && { usage: usageSchema.parse(JSON.parse(run.usage)) }),
  }
}
