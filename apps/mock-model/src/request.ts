/** A chat request as far as the mock looks at it. */
export interface MockRequest {
  readonly model: string
  readonly isStream: boolean
  readonly wantsUsage: boolean
  readonly messageCount: number
  readonly lastUserText: string
  /** How many earlier requests named the same scenario, for scenarios that change their mind. */
  readonly earlierCount: number
}

/** Reads the body of a chat request; tolerant of anything. */
export function readRequest(body: unknown, earlierCount: (model: string) => number): MockRequest {
  const fields = isObject(body) ? body : {}
  const model = typeof fields.model === 'string' ? fields.model : ''
  const messages = Array.isArray(fields.messages) ? fields.messages.filter(isObject) : []
  const lastUser = messages.findLast((message) => message.role === 'user')
  return {
    model,
    isStream: fields.stream === true,
    wantsUsage: isObject(fields.stream_options) && fields.stream_options.include_usage === true,
    messageCount: messages.length,
    lastUserText: typeof lastUser?.content === 'string' ? lastUser.content : '',
    earlierCount: earlierCount(model),
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
