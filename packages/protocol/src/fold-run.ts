import type { ConversationEvent } from './events.ts'
import { type AssistantMessage, isOpen, type Part } from './message.ts'

type BegunRun = Extract<ConversationEvent, { type: 'run-queued' | 'run-started' }>
type EndedRun = Extract<ConversationEvent, { type: 'run-ended' }>
type UndoneRun = Extract<ConversationEvent, { type: 'run-undone' }>

/** An event without its position, as the server has it before the log takes it. */
type Unlogged<Event> = Event extends ConversationEvent ? Omit<Event, 'seq'> : never

/**
 * The reply once a run has been queued or started: a new one, the one whose run was queued before, or the one that the
 * run goes on from. Pure. Undefined where the message is not as the event presumes: something before it is missing.
 */
export function beginRun(
  message: { readonly role: 'user' } | AssistantMessage | undefined,
  event: Unlogged<BegunRun>,
): AssistantMessage | undefined {
  const { runId, modelId, modelName, messageId, parentId } = event
  const [at, reply] =
    event.type === 'run-queued'
      ? [event.queuedAt, { status: 'queued' as const, queuedAt: event.queuedAt }]
      : [event.startedAt, { status: 'running' as const, startedAt: event.startedAt }]
  const run = { runId, modelId, modelName, reply }
  if (message?.role !== 'assistant') {
    if (message || event.continues) return undefined
    const { groupId } = event
    return { id: messageId, parentId, role: 'assistant', parts: [], createdAt: at, ...run, ...(groupId && { groupId }) }
  }
  if (message.runId === runId) return message.reply.status === 'queued' ? { ...message, ...run } : undefined
  if (!event.continues || isOpen(message.reply)) return undefined
  const earlier = {
    runId: message.runId,
    modelId: message.modelId,
    modelName: message.modelName,
    reply: message.reply,
    partLengths: message.parts.map((part) => part.text.length),
  }
  return { ...message, ...run, earlierRuns: [...(message.earlierRuns ?? []), earlier] }
}

/** The reply once its run has ended. Pure. Undefined where no such run is open. */
export function endRun(
  message: { readonly role: 'user' } | AssistantMessage | undefined,
  event: Unlogged<EndedRun>,
): AssistantMessage | undefined {
  if (message?.role !== 'assistant' || message.runId !== event.runId || !isOpen(message.reply)) return undefined
  const { status, endedAt, failure, usage, firstTokenMs } = event
  const startedAt = message.reply.status === 'queued' ? message.reply.queuedAt : message.reply.startedAt
  const reply = {
    status,
    startedAt,
    endedAt,
    ...(failure && { failure }),
    ...(usage && { usage }),
    ...(firstTokenMs !== undefined && { firstTokenMs }),
  }
  return { ...message, parts: endParts(message.parts, event), reply }
}

/**
 * The parts of a reply once its run has ended. Of what an interrupted run was thinking nobody knows how long it took: its
 * end may be stored long after. Pure.
 */
export function endParts(
  parts: readonly Part[],
  { status, endedAt, parts: imported }: Pick<EndedRun, 'status' | 'endedAt' | 'parts'>,
): Part[] {
  if (imported) return imported
  if (status !== 'interrupted') return endThinking(parts, endedAt)
  return parts.map((part) => (isThinking(part) ? { type: part.type, text: part.text } : part))
}

/** The parts once a model has gone on from what it thought, but for the one at `exceptIndex`. Pure. */
export function endThinking(parts: readonly Part[], at: number, exceptIndex = -1): Part[] {
  return parts.map((part, index) => {
    if (index === exceptIndex || !isThinking(part)) return part
    // A clock that was set back makes no negative time.
    return { ...part, durationMs: Math.max(0, at - (part.startedAt ?? at)) }
  })
}

function isThinking(part: Part): part is Extract<Part, { type: 'reasoning' }> {
  return part.type === 'reasoning' && part.startedAt !== undefined && part.durationMs === undefined
}

/** The reply as it was before its last run went on from it. Pure. Undefined where that run can't be taken back. */
export function undoRun(
  message: { readonly role: 'user' } | AssistantMessage | undefined,
  event: Pick<UndoneRun, 'runId'>,
): AssistantMessage | undefined {
  if (message?.role !== 'assistant' || message.runId !== event.runId || isOpen(message.reply)) return undefined
  const last = message.earlierRuns?.at(-1)
  if (!last) return undefined
  const { partLengths, ...run } = last
  const { earlierRuns, ...rest } = message
  const before = earlierRuns?.slice(0, -1) ?? []
  const parts = message.parts.slice(0, partLengths.length).map((part, index) => cut(part, partLengths[index] ?? 0))
  return { ...rest, ...run, parts, ...(before.length > 0 && { earlierRuns: before }) }
}

/**
 * Whether a reply can be gone on with: one that was stopped, interrupted or failed, and one that its model left at a
 * limit. Without a text it begins anew in the same message. Of the others there is nothing left to say. @see SPEC.md RUN9
 */
export function canContinue(message: AssistantMessage): boolean {
  const { reply } = message
  switch (reply.status) {
    case 'queued':
    case 'running':
      return false
    case 'stopped':
    case 'interrupted':
      return true
    case 'failed':
      return true
    case 'completed':
      return reply.failure?.code === 'model-truncated'
  }
}

/** What the last run of a reply has added to its text, which grows at its end alone. */
export function addedText(message: AssistantMessage): string {
  const { partLengths } = message.earlierRuns?.at(-1) ?? { partLengths: [] }
  return message.parts
    .map((part, index) => (part.type === 'text' ? part.text.slice(partLengths[index] ?? 0) : ''))
    .join('')
}

function cut(part: Part, length: number): Part {
  return part.text.length === length ? part : { ...part, text: part.text.slice(0, length) }
}
