import { openApiTurns } from './api-turns.ts'
import type { LoadTarget } from './load-job.ts'
import { openProxyTurns } from './proxy-turns.ts'

/** One conversation of one client with a server. */
export interface Turns {
  /** What a client has done long before it sends, such as knowing the conversation. */
  prepare(): Promise<void>
  /** Opens what a client that shows the conversation has open. The turn does it itself where it was not called. */
  open(): Promise<void>
  /** Asks, and passes on the text of the reply as it comes. Resolves after its end. @throws {Error} where it did not end well. */
  turn(model: string, onText: (text: string) => void): Promise<void>
}

/** A client of a server; `index` tells the clients of one server apart. */
export function openTurns(target: LoadTarget, index: number): Turns {
  switch (target.kind) {
    case 'proxy':
      return openProxyTurns(target.url)
    case 'api':
      return openApiTurns(target.url, index)
  }
}
