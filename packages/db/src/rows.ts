import {
  type ConversationSummary,
  type EarlierRun,
  type EndedReply,
  failureSchema,
  feedbackSchema,
  type Message,
  type Part,
  partSchema,
  type ReplyState,
  runStatusSchema,
  textOf,
  titleOriginSchema,
  type UserPart,
  usageSchema,
  userPartSchema,
  withTags,
} from '@livetype/protocol'
import { z } from 'zod'
import type { conversations, messages, runs } from './schema.ts'

/** The parts of a reply as they are stored. */
export const partsSchema = z.array(partSchema)
const userPartsSchema = z.array(userPartSchema)
const partLengthsSchema = z.array(z.int().nonnegative())

const tagsSchema = z.array(z.string())

/** A row of conversations, and its tags as JSON. */
export type ConversationRow = Omit<typeof conversations.$inferSelect, 'ownerId' | 'deletedAt' | 'searchId'> & {
  tags: string
}
export type MessageRow = typeof messages.$inferSelect
export type RunRow = typeof runs.$inferSelect

/** A row of the list of conversations; what was stored is parsed, not believed. */
export function conversationFromRow(row: ConversationRow, runningCount: number): ConversationSummary {
  const { id, title, createdAt, updatedAt } = row
  return {
    id,
    title,
    titleOrigin: titleOriginSchema.parse(row.titleOrigin),
    createdAt,
    updatedAt,
    runningCount,
    ...(row.isPinned && { isPinned: true }),
    ...(row.isArchived && { isArchived: true }),
    ...(row.isTemporary && { isTemporary: true }),
    ...withTags(tagsSchema.parse(JSON.parse(row.tags))),
  }
}

/** A message from its row and, for a reply, the row of its run and of those before that, the first one first. */
export function messageFromRows(message: MessageRow, run: RunRow | null, earlier: readonly RunRow[] = []): Message {
  const { id, parentId, createdAt } = message
  const base = { id, parentId, createdAt }
  if (message.role === 'user') return { ...base, role: 'user', parts: userPartsFromRow(message) }
  if (!run) throw new Error(`the reply ${id} has no run`)
  const earlierRuns = earlier.map((row, index) => earlierRunFromRows(row, earlier[index + 1] ?? run))
  return {
    ...base,
    role: 'assistant',
    parts: partsFromRow(message),
    ...identityOf(run),
    reply: replyFromRow(run),
    ...(message.groupId !== null && { groupId: message.groupId }),
    ...(earlierRuns.length > 0 && { earlierRuns }),
    ...(message.feedback && { feedback: feedbackSchema.parse(JSON.parse(message.feedback)) }),
  }
}

/** The parts of a reply as they were stored. */
export function partsFromRow(message: Pick<MessageRow, 'parts'>): Part[] {
  return partsSchema.parse(JSON.parse(message.parts))
}

function userPartsFromRow(message: Pick<MessageRow, 'parts'>): UserPart[] {
  return userPartsSchema.parse(JSON.parse(message.parts))
}

/** The text of a message, a person's or a model's, as it was stored. */
export function textFromRow(message: Pick<MessageRow, 'role' | 'parts'>): string {
  return textOf({ parts: message.role === 'user' ? userPartsFromRow(message) : partsFromRow(message) })
}

/** What the run that goes on (`next`) found when it began. */
function earlierRunFromRows(run: RunRow, next: RunRow): EarlierRun {
  const partLengths = partLengthsSchema.parse(JSON.parse(next.partLengths ?? '[]'))
  return { ...identityOf(run), reply: endedReplyFromRow(run), partLengths }
}

function identityOf({ id, modelId, modelName }: RunRow) {
  return { runId: id, modelId, modelName }
}

function replyFromRow(run: RunRow): ReplyState {
  const { startedAt, status } = run
  if (status === 'queued') return { status, queuedAt: startedAt }
  if (status === 'running') return { status, startedAt }
  return endedReplyFromRow(run)
}

function endedReplyFromRow(run: RunRow): EndedReply {
  const { startedAt } = run
  return {
    status: runStatusSchema.parse(run.status),
    startedAt,
    endedAt: run.endedAt ?? startedAt,
    ...(run.failure && { failure: failureSchema.parse(JSON.parse(run.failure)) }),
    ...(run.usage && { usage: usageSchema.parse(JSON.parse(run.usage)) }),
    ...(run.firstTokenMs !== null && { firstTokenMs: run.firstTokenMs }),
  }
}
