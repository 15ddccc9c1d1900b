import { type AssistantMessage, isOpen, type Part } from '@livetype/protocol'
import type { ReplyEvent } from './reply-event.ts'

/**
 * What happened between two states of one reply; undefined: it had not begun. Pure. That it compares states and hands
 * no events on is what makes resets, snapshots, gaps and repeats all alike to a reader. @see SPEC.md STORE1
 */
export function eventsBetween(before: AssistantMessage | undefined, after: AssistantMessage): ReplyEvent[] {
  return [...beginningsBetween(before, after), ...deltasBetween(before, after), ...endsBetween(before, after)]
}

function beginningsBetween(before: AssistantMessage | undefined, after: AssistantMessage): ReplyEvent[] {
  const { id: messageId, runId, parentId, modelId, modelName, reply } = after
  if (parentId === null || (before && before.reply.status !== 'queued')) return []
  const run = { runId, messageId, parentId, modelId, modelName }
  if (reply.status !== 'queued') {
    return endedInQueue(before, after) ? [] : [{ type: 'run-started', ...run, startedAt: reply.startedAt }]
  }
  return before ? [] : [{ type: 'run-queued', ...run, queuedAt: reply.queuedAt }]
}

/** Whether a run that was seen waiting has ended without its turn. @see ReplyState */
function endedInQueue(before: AssistantMessage | undefined, { reply, parts }: AssistantMessage): boolean {
  if (before?.reply.status !== 'queued' || isOpen(reply)) return false
  return reply.startedAt === before.reply.queuedAt && parts.length === 0
}

function deltasBetween(before: AssistantMessage | undefined, after: AssistantMessage): ReplyEvent[] {
  return after.parts.flatMap((part, partIndex) => {
    const offset = before?.parts[partIndex]?.text.length ?? 0
    if (part.text.length <= offset) return []
    const type = part.type === 'text' ? 'text-delta' : 'reasoning-delta'
    return [{ type, messageId: after.id, partIndex, offset, text: part.text.slice(offset) }]
  })
}

function endsBetween(before: AssistantMessage | undefined, after: AssistantMessage): ReplyEvent[] {
  const { id: messageId, runId, reply } = after
  if (isOpen(reply) || (before && !isOpen(before.reply))) return []
  const { status, endedAt, failure, usage } = reply
  return [
    { type: 'run-ended', runId, messageId, status, endedAt, ...(failure && { failure }), ...(usage && { usage }) },
  ]
}

/** Whether `after` has all that `before` had, at the same place: a database that was restored may not. */
export function isContinued(before: AssistantMessage, after: AssistantMessage): boolean {
  return before.parts.every((part, index) => isBeginning(part, after.parts[index]))
}

function isBeginning(part: Part, later: Part | undefined): boolean {
  return later?.type === part.type && later.text.startsWith(part.text)
}
