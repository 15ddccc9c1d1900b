import type { Message, Part, ReplyState } from '@livetype/protocol'

/** Whether two messages would be shown alike. */
export function isSameMessage(a: Message, b: Message): boolean {
  if (a.id !== b.id || a.parentId !== b.parentId || a.createdAt !== b.createdAt) return false
  if (a.parts.length !== b.parts.length || !a.parts.every((part, index) => isSamePart(part, b.parts[index])))
    return false
  if (a.role !== 'assistant' || b.role !== 'assistant') return a.role === b.role
  return a.runId === b.runId && a.modelId === b.modelId && a.modelName === b.modelName && isSameReply(a.reply, b.reply)
}

function isSamePart(a: Part, b: Part | undefined): boolean {
  return b !== undefined && a.type === b.type && a.text === b.text
}

function isSameReply(a: ReplyState, b: ReplyState): boolean {
  if (a.startedAt !== b.startedAt) return false
  if (a.status === 'running' || b.status === 'running') return a.status === b.status
  return (
    a.status === b.status &&
    a.endedAt === b.endedAt &&
    a.failure?.code === b.failure?.code &&
    a.failure?.message === b.failure?.message &&
    a.usage?.inputTokens === b.usage?.inputTokens &&
    a.usage?.outputTokens === b.usage?.outputTokens
  )
}
