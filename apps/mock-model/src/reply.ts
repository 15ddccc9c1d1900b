/** One step of a stream that is played. */
export type Step =
  | { readonly do: 'write'; readonly text: string }
  | { readonly do: 'wait'; readonly ms: number }
  /** Sends nothing more and keeps the socket open; with `comment`, sends it again and again. */
  | { readonly do: 'stall'; readonly comment?: string }
  | { readonly do: 'cut' }

/** What the server answers a request with. */
export type Reply =
  | { readonly kind: 'body'; readonly status: number; readonly headers: Record<string, string>; readonly body: string }
  | { readonly kind: 'stream'; readonly steps: Iterable<Step> }
  /** As fast as the peer reads, from buffers made once. */
  | { readonly kind: 'fast'; readonly tokenCount: number; readonly batchSize: number }
  /** Tokens at a steady rate, all streams on one timer: those of the endless reply, or `tokens`. */
  | {
      readonly kind: 'paced'
      readonly tokenCount: number
      readonly tokensPerSecond: number
      readonly stamped: boolean
      readonly tokens?: readonly string[]
    }
  /** Takes the request and never answers, not even headers. */
  | { readonly kind: 'silence' }

/** A step that sends one event. */
export function write(text: string): Step {
  return { do: 'write', text }
}

/** A JSON answer. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): Reply {
  return {
    kind: 'body',
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(value),
  }
}

/** An error in OpenAI's words. */
export function errorJson(status: number, error: { code: string | null; message: string; param?: string }): Reply {
  return json(status, { error: { type: error.code ?? 'mock_error', param: null, ...error } })
}
