/** What the demo model is going to write, and how. */
export interface DemoScript {
  /** Thought first, before the text. */
  readonly reasoning?: string
  readonly text: string
  /** Typing and starting are so many times slower than usual. Default 1. */
  readonly slowness?: number
  /** Wait before the first token, in milliseconds at the usual speed. Default 250. */
  readonly startDelayMs?: number
  /** Ends with a failure in mid-stream instead of a finish. */
  readonly fails?: boolean
  /** How a text that broke off in a failure goes on when it is continued. */
  readonly textAfterFailure?: string
}
