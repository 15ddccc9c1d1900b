import {
  type ExportedConversation,
  type ExportedMessage,
  type Feedback,
  maxTitleLength,
  type Part,
  type RunStatus,
  textOf,
  type Usage,
} from '@livetype/protocol'
import { titleFromWords } from '../titles/title-from-words.ts'

/** A message of another product's conversation. */
export interface SourceNode {
  readonly id: string
  readonly parentId: string | null
  /** `none`: nothing of it is shown; what follows it follows what is before it. */
  readonly role: 'user' | 'model' | 'none'
  readonly parts: readonly Part[]
  /** Epoch milliseconds, where it has one. */
  readonly createdAt: number | null
  readonly model?: { readonly id: string; readonly name: string }
  readonly status?: RunStatus
  readonly usage?: Usage | undefined
  readonly feedback?: Feedback | undefined
}

/** A conversation of another product, read but not yet a tree of ours. */
export interface SourceConversation {
  readonly id: string
  readonly title: string
  readonly createdAt: number | null
  readonly updatedAt: number | null
  /** Siblings in their order. */
  readonly nodes: readonly SourceNode[]
  /** The last message of the path that was shown. */
  readonly currentId: string | null
}

/** A conversation as it can be imported, with the source's ids, and what was left out of it. */
export interface ConvertedConversation {
  readonly conversation: ExportedConversation
  readonly notes: readonly string[]
}

interface Place {
  /** The message that comes before. */
  readonly before: ExportedMessage | null
  /** Whether a model's next message goes into that one: it is of the same turn. */
  readonly isOpen: boolean
}

/**
 * Makes a tree of ours: what a model wrote in one turn, with its calls of tools and what they gave, is one reply; a
 * reply without a question gets an empty one. What leads in a circle is left out, and what follows something that is
 * not there begins a branch of its own.
 * @param now stands in for times that are missing.
 */
export function convertTree(source: SourceConversation, now: number): ConvertedConversation {
  const begunAt = source.createdAt ?? source.nodes.find((node) => node.createdAt !== null)?.createdAt ?? now
  const { messages, messageOf } = growTree(source.nodes, begunAt)
  const notes: string[] = []
  const lost = source.nodes.length - messageOf.size
  if (lost > 0) notes.push(`Left out: ${lost} × message that leads in a circle.`)
  const conversation: ExportedConversation = {
    id: source.id,
    title: titleOf(source, messages, notes),
    titleOrigin: 'user',
    createdAt: begunAt,
    updatedAt: source.updatedAt ?? messages.reduce((latest, one) => Math.max(latest, one.createdAt), begunAt),
    messages,
    chosenIds: chosenOn(messages, (source.currentId !== null && messageOf.get(source.currentId)) || null),
  }
  return { conversation, notes }
}

/** Walks the tree from its roots; says of each message that it came to what it has become. */
function growTree(nodes: readonly SourceNode[], begunAt: number) {
  const ids = new Set(nodes.map((node) => node.id))
  const children = Map.groupBy(nodes, ({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : null))
  const messages: ExportedMessage[] = []
  const messageOf = new Map<string, ExportedMessage | null>()
  const open: { node: SourceNode; place: Place }[] = []
  const visit = (id: string | null, place: Place) => {
    for (const node of (children.get(id) ?? []).toReversed()) open.push({ node, place })
  }
  visit(null, { before: null, isOpen: false })
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, place } = next
    const message = takeNode(node, { place, messages, begunAt })
    messageOf.set(node.id, message)
    const isFork = (children.get(node.id) ?? []).filter(({ role }) => role !== 'user').length > 1
    const isOpen = node.role === 'none' ? place.isOpen : node.role === 'model'
    visit(node.id, { before: message, isOpen: isOpen && !isFork })
  }
  return { messages, messageOf }
}

/** Adds what a message of the source says, and returns the message that has it now. */
function takeNode(
  node: SourceNode,
  { place, messages, begunAt }: { place: Place; messages: ExportedMessage[]; begunAt: number },
): ExportedMessage | null {
  const { before } = place
  if (node.role === 'none') return before
  const createdAt = node.createdAt ?? before?.createdAt ?? begunAt
  if (node.role === 'user') {
    const message = questionOf(node.id, { parentId: before?.id ?? null, text: textOf(node), createdAt })
    messages.push(message)
    return message
  }
  if (place.isOpen && before?.role === 'assistant') {
    before.parts = joined(before.parts, node.parts)
    before.reply = { ...before.reply, endedAt: Math.max(before.reply.endedAt, createdAt), ...endOf(node) }
    if (node.feedback) before.feedback = node.feedback
    return before
  }
  const prefix = before?.role === 'assistant' ? before : null
  let parentId = prefix ? prefix.parentId : before?.id
  if (!parentId) {
    const question = questionOf(`${node.id}:question`, {
      parentId: null,
      text: '…',
      createdAt,
    })
    messages.push(question)
    parentId = question.id
  }
  const reply = replyOf(node, { parentId, createdAt, prefix: prefix?.parts ?? [] })
  messages.push(reply)
  return reply
}

function questionOf(
  id: string,
  { parentId, text, createdAt }: { parentId: string | null; text: string; createdAt: number },
): Extract<ExportedMessage, { role: 'user' }> {
  return { id, role: 'user', parentId, parts: [{ type: 'text', text }], createdAt }
}

function replyOf(
  node: SourceNode,
  { parentId, createdAt, prefix }: { parentId: string; createdAt: number; prefix: readonly Part[] },
): Extract<ExportedMessage, { role: 'assistant' }> {
  return {
    id: node.id,
    parentId,
    role: 'assistant',
    parts: joined(prefix, node.parts),
    createdAt,
    runId: `${node.id}:run`,
    modelId: node.model?.id ?? 'unknown',
    modelName: node.model?.name ?? 'Unknown model',
    reply: { status: 'completed', startedAt: createdAt, endedAt: createdAt, ...endOf(node) },
    ...(node.feedback && { feedback: node.feedback }),
  }
}

function endOf({ status, usage }: SourceNode) {
  return { ...(status && { status }), ...(usage && { usage }) }
}

/** Neighbouring parts of one kind are one part. */
function joined(before: readonly Part[], after: readonly Part[]): Part[] {
  const parts = [...before]
  for (const part of after) {
    const last = parts.at(-1)
    if (last?.type === part.type) parts[parts.length - 1] = { ...last, text: `${last.text}\n\n${part.text}` }
    else parts.push(part)
  }
  return parts
}

function titleOf({ title }: SourceConversation, messages: readonly ExportedMessage[], notes: string[]): string {
  const line = title.replace(/\s+/g, ' ').trim()
  if (line === '') return titleFromWords(textOf(messages.find((message) => message.role === 'user') ?? { parts: [] }))
  if (line.length <= maxTitleLength) return line
  notes.push(`The title was cut to ${maxTitleLength} characters.`)
  // Not within a pair of surrogates.
  return line.slice(0, maxTitleLength).replace(/[\uD800-\uDBFF]$/, '')
}

/** What the path to this message chose at each fork. */
function chosenOn(messages: readonly ExportedMessage[], current: ExportedMessage | null): string[] {
  const known = new Map(messages.map((message) => [message.id, message]))
  const last = new Map(messages.map(({ id, parentId }) => [parentId, id]))
  const chosen: string[] = []
  for (let message = current; message; ) {
    if (last.get(message.parentId) !== message.id) chosen.push(message.id)
    message = message.parentId === null ? null : (known.get(message.parentId) ?? null)
  }
  return chosen.reverse()
}

/** A time in whole milliseconds; null where no date has it. */
export function possibleTime(milliseconds: number): number | null {
  const time = Math.round(milliseconds)
  return Number.isNaN(new Date(time).getTime()) ? null : time
}
