/** A chat request as far as the mock looks at it. */
export interface MockRequest {
  readonly model: string
  readonly isStream: boolean
  readonly wantsUsage: boolean
  /** The names of all that the body sets. */
  readonly fields: ReadonlySet<string>
  readonly messageCount: number
  readonly lastUserText: string
  /** The addresses of the images that the last user turn shows. */
  readonly lastUserImages: readonly string[]
  /** Whether any turn shows one. */
  readonly hasImages: boolean
  /** What the reply has already, where the last turn asks to go on with it; `lastUserText` is its question then. */
  readonly writtenText: string | undefined
  /** How many earlier requests named the same scenario, for scenarios that change their mind. */
  readonly earlierCount: number
}

/** How a request begins that wants a reply to go on. The server's own words: apps/api/src/providers/continuation-turns.ts */
const goOn = /^Go on exactly where your last message stopped/

/** Reads the body of a chat request; tolerant of anything. */
export function readRequest(body: unknown, earlierCount: (model: string) => number): MockRequest {
  const fields = isObject(body) ? body : {}
  const model = typeof fields.model === 'string' ? fields.model : ''
  const messages = Array.isArray(fields.messages) ? fields.messages.filter(isObject) : []
  const isContinuation = goOn.test(textOf(messages.at(-1))) && messages.at(-2)?.role === 'assistant'
  const asked = isContinuation ? messages.slice(0, -2) : messages
  const lastUser = asked.findLast((message) => message.role === 'user')
  return {
    model,
    isStream: fields.stream === true,
    wantsUsage: isObject(fields.stream_options) && fields.stream_options.include_usage === true,
    fields: new Set(Object.keys(fields)),
    messageCount: messages.length,
    lastUserText: textOf(lastUser),
    lastUserImages: imagesOf(lastUser),
    hasImages: messages.some((message) => imagesOf(message).length > 0),
    writtenText: isContinuation ? textOf(messages.at(-2)) : undefined,
    earlierCount: earlierCount(model),
  }
}

function textOf(message: Record<string, unknown> | undefined): string {
  if (typeof message?.content === 'string') return message.content
  return contentParts(message)
    .map(({ type, text }) => (type === 'text' && typeof text === 'string' ? text : ''))
    .join('')
}

function imagesOf(message: Record<string, unknown> | undefined): string[] {
  return contentParts(message).flatMap(({ type, image_url: image }) =>
    type === 'image_url' && isObject(image) && typeof image.url === 'string' ? [image.url] : [],
  )
}

function contentParts(message: Record<string, unknown> | undefined): Record<string, unknown>[] {
  return Array.isArray(message?.content) ? message.content.filter(isObject) : []
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
