import { type Failure, idSchema, type RunStatus, type Usage } from '@livetype/protocol'

/** Where a plain client stands: in a reply after `length` UTF-16 units of its text, or behind its end. */
export type PlainPosition = { readonly replyId: string; readonly length: number } | 'done'

/** What `event: done` says. */
export interface PlainEnd {
  readonly status: RunStatus
  readonly conversationId?: string
  readonly messageId?: string
  readonly failure?: Failure
  readonly usage?: Usage
}

const doneId = 'done'

/** A frame that only tells the client where it stands; EventSource remembers it without raising an event. */
export function positionFrame(position: PlainPosition): string {
  return `id: ${formatPosition(position)}\n\n`
}

/**
 * Text as an SSE message. Its lines become `data:` lines, which EventSource joins again. Only what ends a line in SSE
 * does: JavaScript's own line starts are more, such as the one after U+2028.
 */
export function textFrame(text: string, position: PlainPosition): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`)
  return `${lines.join('')}id: ${formatPosition(position)}\n\n`
}

/** The last frame. */
export function doneFrame(end: PlainEnd): string {
  return `event: done\ndata: ${JSON.stringify(end)}\nid: ${doneId}\n\n`
}

/** Reads a `Last-Event-ID`; undefined for anything that was not given out here. */
export function parsePosition(text: string): PlainPosition | undefined {
  if (text === doneId) return 'done'
  const [replyId, length, ...rest] = text.split('.')
  if (rest.length > 0 || length === undefined || !/^\d{1,9}$/.test(length) || !idSchema.safeParse(replyId).success) {
    return undefined
  }
  return { replyId: replyId ?? '', length: Number(length) }
}

function formatPosition(position: PlainPosition): string {
  return position === 'done' ? doneId : `${position.replyId}.${position.length}`
}
