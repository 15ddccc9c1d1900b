import { type ExportedConversation, type ExportedMessage, type NewEvent, unchosenPath } from '@livetype/protocol'

/**
 * The events that make up a conversation as it was exported: folding them gives the same tree, runs, ratings, times
 * and path. Every reply is a run that has ended (RUN3).
 */
export function eventsOfConversation({ messages, chosenIds, configuration }: ExportedConversation): NewEvent[] {
  return [
    ...(configuration ? [{ type: 'conversation-configured' as const, configuration }] : []),
    ...messages.flatMap((message): NewEvent[] =>
      message.role === 'user' ? [{ type: 'message-added', message }] : eventsOfReply(message),
    ),
    ...eventsOfPath(messages, chosenIds),
  ]
}

type ExportedReply = Extract<ExportedMessage, { role: 'assistant' }>

function eventsOfReply(message: ExportedReply): NewEvent[] {
  const { id: messageId, parts, earlierRuns = [], createdAt, feedback } = message
  const lengths = parts.map((part) => part.text.length)
  const runs = [...earlierRuns, { ...message, partLengths: lengths }]
  const events = runs.flatMap((run, index): NewEvent[] => {
    const { runId, modelId, modelName, reply } = run
    const parentId = message.parentId ?? ''
    const begun = {
      runId,
      messageId,
      parentId,
      modelId,
      modelName,
      ...(index > 0 ? { continues: true as const } : groupOf(message)),
    }
    // A message is as old as its place in the queue.
    const wasQueued = index === 0 && reply.startedAt !== createdAt
    return [
      ...(wasQueued ? [{ type: 'run-queued' as const, ...begun, queuedAt: createdAt }] : []),
      { type: 'run-started', ...begun, startedAt: reply.startedAt },
      { type: 'run-ended', runId, messageId, ...endOf(reply), parts: cutParts(parts, run.partLengths) },
    ]
  })
  if (feedback) events.push({ type: 'feedback-given', messageId, feedback })
  return events
}

/** Which replies it was asked for together with. */
function groupOf({ groupId }: ExportedReply) {
  return groupId === undefined ? {} : { groupId }
}

function endOf({ startedAt: _, ...end }: ExportedReply['reply']) {
  return end
}

/** What a message had when one of its runs had ended. */
function cutParts(parts: ExportedReply['parts'], lengths: readonly number[]): ExportedReply['parts'] {
  return parts.slice(0, lengths.length).map((part, index) => ({ ...part, text: part.text.slice(0, lengths[index]) }))
}

/**
 * The choices that lead the path where it was. A choice goes through all messages before it: so the forks come in the
 * order of their depth, the deepest first, and each is set right after those that had moved it.
 */
function eventsOfPath(messages: readonly ExportedMessage[], chosenIds: readonly string[]): NewEvent[] {
  const known = new Map<string, { parentId: string | null; depth: number }>()
  for (const { id, parentId } of messages) {
    const depth = parentId === null ? 0 : (known.get(parentId)?.depth ?? 0) + 1
    known.set(id, { parentId, depth })
  }
  const present = unchosenPath(messages)
  const wanted = new Map(present)
  for (const id of chosenIds) wanted.set(known.get(id)?.parentId ?? null, id)
  const left = new Set(chosenIds)
  const deepestFirst = [...wanted.values()].sort((a, b) => (known.get(b)?.depth ?? 0) - (known.get(a)?.depth ?? 0))
  return deepestFirst.flatMap((messageId): NewEvent[] => {
    const isThere = present.get(known.get(messageId)?.parentId ?? null) === messageId
    if (isThere && !left.has(messageId)) return []
    for (let id: string | null = messageId; id !== null; ) {
      const parentId: string | null = known.get(id)?.parentId ?? null
      present.set(parentId, id)
      left.delete(id)
      id = parentId
    }
    return [{ type: 'branch-chosen', messageId }]
  })
}
