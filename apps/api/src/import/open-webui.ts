import type { Feedback, Part } from '@livetype/protocol'
import { z } from 'zod'
import { Counts } from './counts.ts'
import { possibleTime, type SourceConversation, type SourceNode } from './source-tree.ts'

const text = z.string().nullish().catch(null)
const number = z.number().nullish().catch(null)

const messageSchema = z.object({
  parentId: text,
  role: z.string(),
  content: z
    .union([z.string(), z.array(z.looseObject({ type: z.string(), text }))])
    .nullish()
    .catch(null),
  timestamp: number,
  model: text,
  modelName: text,
  files: z
    .array(z.looseObject({ type: text }))
    .nullish()
    .catch(null),
  done: z.boolean().nullish().catch(null),
  usage: z
    .looseObject({ prompt_tokens: number, completion_tokens: number, prompt_eval_count: number, eval_count: number })
    .nullish()
    .catch(null),
  annotation: z.looseObject({ rating: number, comment: text }).nullish().catch(null),
})
const conversationSchema = z.object({
  id: text,
  title: text,
  created_at: number,
  updated_at: number,
  chat: z.object({
    title: text,
    timestamp: number,
    models: z.array(z.string()).nullish().catch(null),
    history: z
      .object({ messages: z.record(z.string(), z.unknown()), currentId: text })
      .nullish()
      .catch(null),
    messages: z.array(z.unknown()).nullish().catch(null),
  }),
})

/** Whether a value looks like a conversation of Open WebUI's export. */
export function isOpenWebUi(value: object): boolean {
  return 'chat' in value && typeof value.chat === 'object' && value.chat !== null
}

/**
 * Reads a conversation of Open WebUI's export: its tree, or the list that older ones have.
 * @param notes gets what was left out.
 */
export function readOpenWebUi(value: unknown, notes: string[]): SourceConversation {
  const source = conversationSchema.parse(value)
  const { chat } = source
  const left = new Counts()
  const hasTree = chat.history && Object.keys(chat.history.messages).length > 0
  const nodes = hasTree
    ? Object.entries(chat.history?.messages ?? {}).map(([id, raw]) => nodeOf(raw, { id, left, models: chat.models }))
    : listOf(chat.messages ?? [], { left, models: chat.models })
  notes.push(...left.sentences())
  return {
    id: source.id ?? nodes[0]?.id ?? '',
    title: source.title ?? chat.title ?? '',
    createdAt: millis(source.created_at) ?? millis(chat.timestamp),
    updatedAt: millis(source.updated_at),
    nodes,
    currentId: (hasTree ? chat.history?.currentId : nodes.at(-1)?.id) ?? null,
  }
}

interface Reading {
  readonly left: Counts
  readonly models: readonly string[] | null | undefined
}

/** Each follows the one before it, whatever they say of that: an older list has no tree. */
function listOf(list: readonly unknown[], reading: Reading): SourceNode[] {
  let parentId: string | null = null
  return list.map((raw, index) => {
    const node: SourceNode = { ...nodeOf(raw, { ...reading, id: `message-${index}` }), parentId }
    parentId = node.id
    return node
  })
}

function nodeOf(raw: unknown, { id, left, models }: Reading & { id: string }): SourceNode {
  const parsed = messageSchema.safeParse(raw)
  if (!parsed.success) {
    left.add('message that could not be read')
    return { id, parentId: null, role: 'none', parts: [], createdAt: null }
  }
  const message = parsed.data
  const base = { id, parentId: message.parentId ?? null, createdAt: millis(message.timestamp) }
  const said = saidBy(message, left)
  if (message.role === 'user') {
    return said === '' ? { ...base, role: 'none', parts: [] } : { ...base, role: 'user', parts: [textPart(said)] }
  }
  if (message.role !== 'assistant') {
    if (message.role !== 'system') left.add(`message of the unknown role “${message.role.slice(0, 40)}”`)
    return { ...base, role: 'none', parts: [] }
  }
  const model = message.model ?? models?.[0] ?? 'open-webui'
  return {
    ...base,
    role: 'model',
    parts: partsOf(said),
    model: { id: model.slice(0, 200) || 'open-webui', name: message.modelName ?? model },
    ...(message.done === false && { status: 'interrupted' }),
    usage: usageOf(message.usage),
    feedback: feedbackOf(message.annotation),
  }
}

type SourceMessage = z.infer<typeof messageSchema>

/** What a message says; of its pictures and files that they were there. */
function saidBy({ content, files }: SourceMessage, left: Counts): string {
  const pieces: string[] = []
  if (typeof content === 'string') pieces.push(content)
  for (const piece of Array.isArray(content) ? content : []) {
    if (piece.type === 'text') pieces.push(piece.text ?? '')
    else pieces.push(missing(piece.type, left))
  }
  for (const file of files ?? []) pieces.push(missing(file.type ?? 'file', left))
  return pieces.filter((piece) => piece.trim() !== '').join('\n\n')
}

function missing(type: string, left: Counts): string {
  const isImage = type.includes('image')
  left.add(isImage ? 'image' : 'file')
  return isImage ? '*[image: not imported]*' : '*[file: not imported]*'
}

/** Open WebUI keeps reasoning in the text, as a `details` element. */
const reasoning = /<details type="reasoning"[^>]*>\s*(?:<summary>.*?<\/summary>)?\s*([\s\S]*?)<\/details>\s*/g

function partsOf(said: string): Part[] {
  const thoughts = Array.from(said.matchAll(reasoning), ([, thought = '']) =>
    thought.replace(/^(?:>|&gt;) ?/gm, '').trim(),
  )
  const rest = said.replace(reasoning, '').trim()
  const parts: Part[] = thoughts.filter(Boolean).map((thought) => ({ type: 'reasoning', text: thought }))
  return rest === '' ? parts : [...parts, textPart(rest)]
}

function textPart(said: string): Part {
  return { type: 'text', text: said }
}

function usageOf(usage: SourceMessage['usage']) {
  const inputTokens = usage?.prompt_tokens ?? usage?.prompt_eval_count
  const outputTokens = usage?.completion_tokens ?? usage?.eval_count
  if (!isCount(inputTokens) || !isCount(outputTokens)) return undefined
  return { inputTokens, outputTokens }
}

function isCount(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function feedbackOf(annotation: SourceMessage['annotation']): Feedback | undefined {
  if (annotation?.rating !== 1 && annotation?.rating !== -1) return undefined
  const comment = annotation.comment?.slice(0, 1_000)
  return { rating: annotation.rating === 1 ? 'up' : 'down', ...(comment && { comment }) }
}

/** Seconds, or what is too large for that and is milliseconds already. */
function millis(value: number | null | undefined): number | null {
  if (typeof value !== 'number') return null
  return possibleTime(value > 100_000_000_000 ? value : value * 1_000)
}
