/** A server as the load generator knows it. */
export interface LoadTarget {
  readonly kind: 'proxy' | 'api'
  readonly url: string
}

/** Many streams at once on one server. */
export interface StreamsJob {
  readonly type: 'streams'
  readonly target: LoadTarget
  readonly model: string
  readonly streams: number
  readonly tokens: number
  /** Where the tokens carry the time at which they were due: milliseconds between two tokens of a stream. */
  readonly stampIntervalMs: number | undefined
  /** The streams begin evenly within this time. */
  readonly rampMs: number
}

/** Turns one after the other, each on every server in turn. */
export interface FirstTokenJob {
  readonly type: 'first-token'
  readonly targets: readonly LoadTarget[]
  readonly model: string
  readonly tokens: number
  readonly turns: number
}

/** What the load generator is told. `go` starts what was prepared. */
export type LoadCommand = StreamsJob | FirstTokenJob | { readonly type: 'go' }

/** What many streams gave. Every stream got every token exactly once, or there is no result but a failure. */
export interface StreamsResult {
  readonly tokens: number
  readonly seconds: number
  /** How long after they were due the tokens came, all streams together, ascending; empty without stamps. */
  readonly latenessMs: readonly number[]
}

/** What the load generator tells, in this order: `prepared`, (`open`,) and one of the last three. */
export type LoadReport =
  | { readonly type: 'prepared' }
  /** Every stream has had its first token. */
  | { readonly type: 'open' }
  | { readonly type: 'streams-done'; readonly result: StreamsResult }
  /** Milliseconds to the first token, by target and turn. */
  | { readonly type: 'first-token-done'; readonly firstTokenMs: readonly (readonly number[])[] }
  | { readonly type: 'failed'; readonly message: string }
