import type { AssistantMessage, Part } from '@livetype/protocol'
import type { ReplyEvent } from './reply-event.ts'

/**
 * What happened between two states of one reply; undefined: it had not begun. Pure. That it compares states and hands
 * no events on is what makes resets, snapshots, gaps and repeats all alike to a reader. @see SPEC.md STORE1
 */
export function eventsBetween(before: AssistantMessage | undefined, after: AssistantMessage): ReplyEvent[] {
  const events: ReplyEvent[] = []
  const { id: messageId, runId, parentId, modelId, modelName, reply } = after
  if (!before && parentId !== null) {
    events.push({ type: 'run-started', runId, messageId, parentId, modelId, modelName, startedAt: reply.startedAt })
  }
  for (const [partIndex, part] of after.parts.entries()) {
    const offset = before?.parts[partIndex]?.text.length ?? 0
    if (part.text.length <= offset) continue
    const type = part.type === 'text' ? 'text-delta' : 'reasoning-delta'
    events.push({ type, messageId, partIndex, offset, text: part.text.slice(offset) })
  }
  if (reply.status !== 'running' && (!before || before.reply.status === 'running')) {
    const { status, endedAt, failure, usage } = reply
    events.push({
      type: 'run-ended',
      runId,
      messageId,
      status,
      endedAt,
      ...(failure && { failure }),
      ...(usage && { usage }),
    })
  }
  return events
}

/** Whether `after` has all that `before` had, at the same place: a database that was restored may not. */
export function isContinued(before: AssistantMessage, after: AssistantMessage): boolean {
  return before.parts.every((part, index) => isBeginning(part, after.parts[index]))
}

function isBeginning(part: Part, later: Part | undefined): boolean {
  return later?.type === part.type && later.text.startsWith(part.text)
}
