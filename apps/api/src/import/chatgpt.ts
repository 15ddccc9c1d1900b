import { z } from 'zod'
import { fenced } from '../export/markdown-text.ts'
import { Counts } from './counts.ts'
import { possibleTime, type SourceConversation, type SourceNode } from './source-tree.ts'

const time = z.number().nullish().catch(null)
const text = z.string().nullish().catch(null)

const contentSchema = z.looseObject({ content_type: z.string() })
const messageSchema = z.object({
  author: z.object({ role: z.string() }),
  create_time: time,
  content: contentSchema.nullish().catch(null),
  status: text,
  weight: z.number().nullish().catch(null),
  recipient: text,
  metadata: z
    .object({ is_visually_hidden_from_conversation: z.boolean().nullish().catch(null), model_slug: text })
    .nullish()
    .catch(null),
})
const nodeSchema = z.object({
  id: text,
  message: messageSchema.nullish(),
  parent: text,
  children: z.array(z.string()).nullish().catch(null),
})
const conversationSchema = z.object({
  id: text,
  conversation_id: text,
  title: text,
  create_time: time,
  update_time: time,
  current_node: text,
  default_model_slug: text,
  mapping: z.record(z.string(), z.unknown()),
})

/** Whether a value looks like a conversation of ChatGPT's `conversations.json`. */
export function isChatGpt(value: object): boolean {
  return 'mapping' in value && typeof value.mapping === 'object' && value.mapping !== null
}

/**
 * Reads a conversation of ChatGPT's export. System messages and hidden ones are left out, as ChatGPT does.
 * @param notes gets what else was left out.
 */
export function readChatGpt(value: unknown, notes: string[]): SourceConversation {
  const source = conversationSchema.parse(value)
  const left = new Counts()
  const nodes: SourceNode[] = []
  const order = orderOf(source.mapping)
  const entries = Object.entries(source.mapping).sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
  for (const [id, raw] of entries) {
    const parsed = nodeSchema.safeParse(raw)
    if (!parsed.success) left.add('message that could not be read')
    const node = parsed.success ? parsed.data : { parent: parentOf(raw), message: null }
    nodes.push(nodeOf(id, node, { left, defaultModel: source.default_model_slug }))
  }
  notes.push(...left.sentences())
  return {
    id: source.conversation_id ?? source.id ?? Object.keys(source.mapping)[0] ?? '',
    title: source.title ?? '',
    createdAt: millis(source.create_time),
    updatedAt: millis(source.update_time),
    nodes,
    currentId: source.current_node ?? null,
  }
}

/** Where each message stands among its siblings: a parent lists them in their order. */
function orderOf(mapping: Record<string, unknown>): Map<string, number> {
  const order = new Map<string, number>()
  for (const raw of Object.values(mapping)) {
    const children = z.object({ children: z.array(z.string()) }).safeParse(raw)
    if (children.success) for (const [index, id] of children.data.children.entries()) order.set(id, index)
  }
  return order
}

function parentOf(raw: unknown): string | null {
  return z.object({ parent: z.string() }).safeParse(raw).data?.parent ?? null
}

function nodeOf(
  id: string,
  { parent, message }: Pick<z.infer<typeof nodeSchema>, 'parent' | 'message'>,
  { left, defaultModel }: { left: Counts; defaultModel: string | null | undefined },
): SourceNode {
  const base = { id, parentId: parent ?? null, createdAt: millis(message?.create_time) }
  const nothing: SourceNode = { ...base, role: 'none', parts: [] }
  if (!message?.content) return nothing
  const { role } = message.author
  const isHidden = message.metadata?.is_visually_hidden_from_conversation === true
  // A weight of nothing is how an older export says that a message is hidden.
  if (role === 'system' || isHidden || (message.weight === 0 && role !== 'tool')) return nothing
  if (role !== 'user' && role !== 'assistant' && role !== 'tool') {
    left.add(`message of the unknown role “${role.slice(0, 40)}”`)
    return nothing
  }
  const parts = partsOf(message.content, { left, isCall: role !== 'user' && isCall(message.recipient) })
  if (parts.length === 0) return nothing
  if (role === 'user') return { ...base, role: 'user', parts }
  const model = message.metadata?.model_slug ?? defaultModel ?? 'chatgpt'
  const status = message.status === 'in_progress' ? ({ status: 'interrupted' } as const) : {}
  return { ...base, role: 'model', parts, model: { id: model.slice(0, 200) || 'chatgpt', name: model }, ...status }
}

function isCall(recipient: string | null | undefined): boolean {
  return typeof recipient === 'string' && recipient !== 'all'
}

type Content = z.infer<typeof contentSchema>

function partsOf(content: Content, { left, isCall }: { left: Counts; isCall: boolean }): SourceNode['parts'] {
  switch (content.content_type) {
    case 'text':
    case 'multimodal_text': {
      const said = (Array.isArray(content.parts) ? content.parts : [])
        .map((part: unknown) => textOfPart(part, left))
        .filter((part) => part.trim() !== '')
        .join('\n\n')
      return textPart(isCall && said !== '' ? fenced(said) : said)
    }
    case 'code': {
      const code = stringOf(content.text)
      const language = stringOf(content.language)
      return textPart(code.trim() && fenced(code, language === 'unknown' ? '' : language.replace(/[^\w+#-]/g, '')))
    }
    case 'execution_output':
      return textPart(stringOf(content.text).trim() && fenced(stringOf(content.text)))
    case 'tether_quote': {
      const source = [stringOf(content.title), stringOf(content.url)].filter(Boolean).join(' · ')
      const quote = [source, stringOf(content.text)].filter(Boolean).join('\n\n')
      return textPart(quote === '' ? '' : quote.replace(/^/gm, '> '))
    }
    case 'tether_browsing_display':
      return textPart(stringOf(content.result).trim() && fenced(stringOf(content.result)))
    case 'system_error':
      return textPart(stringOf(content.text))
    case 'thoughts': {
      const thoughts = z
        .array(z.object({ summary: text, content: text }))
        .safeParse(content.thoughts)
        .data?.map((thought) => [thought.summary, thought.content].filter(Boolean).join('\n\n'))
        .filter(Boolean)
        .join('\n\n')
      return thoughts ? [{ type: 'reasoning', text: thoughts }] : []
    }
    // How long it thought, and what it was told of the person: nothing of either was said.
    case 'reasoning_recap':
    case 'user_editable_context':
    case 'model_editable_context':
      return []
    default:
      left.add(`message of the unknown kind “${content.content_type.slice(0, 40)}”`)
      return []
  }
}

const assetSchema = z.object({ content_type: z.string(), asset_pointer: text, text })

function textOfPart(part: unknown, left: Counts): string {
  if (typeof part === 'string') return part
  const asset = assetSchema.safeParse(part).data
  if (asset?.content_type === 'audio_transcription') return asset.text ?? ''
  if (asset?.content_type === 'image_asset_pointer') {
    left.add('image, which is not in the file')
    return '*[image: not in the export]*'
  }
  left.add(asset ? `attachment of the kind “${asset.content_type.slice(0, 40)}”` : 'attachment that could not be read')
  return '*[attachment: not imported]*'
}

function textPart(said: string): SourceNode['parts'] {
  return said.trim() === '' ? [] : [{ type: 'text', text: said }]
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Seconds, with a fraction, as milliseconds. */
function millis(seconds: number | null | undefined): number | null {
  return typeof seconds === 'number' ? possibleTime(seconds * 1_000) : null
}
