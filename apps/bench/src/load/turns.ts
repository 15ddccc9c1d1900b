import { openApiClients } from './api-turns.ts'
import type { LoadTarget } from './load-job.ts'
import { openProxyClients } from './proxy-turns.ts'

/** One client of a server, with a conversation of its own. */
export interface Turns {
  /** Opens what a client that shows the conversation has open. The turn does it itself where it was not called. */
  open(): Promise<void>
  /** Asks, and passes on the text of the reply as it comes. Resolves after its end. @throws {Error} where it did not end well. */
  turn(model: string, onText: (text: string) => void): Promise<void>
}

/** The clients of one server. */
export interface Clients {
  /** Makes clients that know what clients know long before they send. */
  prepare(count: number): Promise<readonly Turns[]>
}

/** @see Clients */
export function openClients(target: LoadTarget): Clients {
  switch (target.kind) {
    case 'proxy':
      return openProxyClients(target.url)
    case 'api':
      return openApiClients(target.url)
  }
}
