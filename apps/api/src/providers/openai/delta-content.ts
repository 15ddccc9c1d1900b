import { isObject, type JsonObject, textIn } from './json.ts'
import type { PieceSink } from './think-splitter.ts'

/**
 * Passes on what a delta (or a message) holds, whatever its server calls it. One reasoning text may come under
 * two names in the same delta: the first that is not empty counts, the others repeat it.
 */
export function readDelta(delta: JsonObject, sink: PieceSink): void {
  const reasoning =
    textIn(delta.reasoning_content) ?? textIn(delta.reasoning) ?? textIn(reasoningDetails(delta.reasoning_details))
  if (reasoning !== undefined) sink.reasoning(reasoning)
  const { content } = delta
  if (typeof content === 'string') {
    if (content !== '') sink.text(content)
  } else if (Array.isArray(content)) {
    for (const item of content) readItem(item, sink)
  }
  const refusal = textIn(delta.refusal)
  if (refusal !== undefined) sink.text(refusal)
}

/** One item of a content that is an array: Mistral mixes strings, texts and thinking. */
function readItem(item: unknown, sink: PieceSink): void {
  if (typeof item === 'string') {
    if (item !== '') sink.text(item)
    return
  }
  if (!isObject(item)) return
  const thinking = joinedTexts(item.thinking)
  if (thinking !== '') sink.reasoning(thinking)
  const text = textIn(item.text)
  if (text !== undefined) sink.text(text)
}

function reasoningDetails(details: unknown): string {
  if (!Array.isArray(details)) return ''
  return details
    .map((detail) => (isObject(detail) ? (textIn(detail.text) ?? textIn(detail.summary) ?? '') : ''))
    .join('')
}

function joinedTexts(value: unknown): string {
  if (typeof value === 'string') return value
  if (!Array.isArray(value)) return ''
  return value.map((item) => (isObject(item) ? (textIn(item.text) ?? '') : (textIn(item) ?? ''))).join('')
}
