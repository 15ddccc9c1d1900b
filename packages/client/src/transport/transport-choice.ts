/** What a stream can go over. */
export type Transport = 'sse' | 'websocket'

/** How a transport failed: `silent`, it did not begin in time; `lost`, it was refused, or ended. */
export type TransportFailure = 'silent' | 'lost'

/** What a client has learned about the way to its server, since it was made. */
export interface TransportChoice {
  /** The transport that does not seem to come through here; the other one is tried. */
  readonly avoided: Transport | null
  /** Those over which a stream has been live. */
  readonly proven: readonly Transport[]
  readonly silentInRow: number
}

/** Nothing learned yet. */
export const untriedTransports: TransportChoice = { avoided: null, proven: [], silentInRow: 0 }

/** So often in a row may a transport that has worked be silent before the other one is tried: networks have gaps. */
const maxSilentInRow = 3

/**
 * What to try next. Server-sent events come first, since they pass wherever HTTP does; a client that has no slot for
 * them (@see StreamSlots) takes a WebSocket.
 */
export function chooseTransport({ avoided }: TransportChoice, hasSlot: boolean): Transport {
  const first = hasSlot ? 'sse' : 'websocket'
  return first === avoided ? otherThan(first) : first
}

/** Whether it is server-sent events that a client would try if it had a slot. */
export function wantsSlot({ avoided }: TransportChoice): boolean {
  return avoided !== 'sse'
}

/** A stream is live over `transport`. */
export function afterSuccess(choice: TransportChoice, transport: Transport): TransportChoice {
  const proven = choice.proven.includes(transport) ? choice.proven : [...choice.proven, transport]
  return { ...choice, proven, silentInRow: 0 }
}

/**
 * A transport that never worked gives way to the other one; so one of them comes through if any can. One that has
 * worked is kept while its failures can be those of the server or the network, which the other would share.
 */
export function afterFailure(
  choice: TransportChoice,
  transport: Transport,
  failure: TransportFailure,
): TransportChoice {
  const silentInRow = failure === 'silent' ? choice.silentInRow + 1 : 0
  const isKept = choice.proven.includes(transport) && silentInRow < maxSilentInRow
  return isKept ? { ...choice, silentInRow } : { ...choice, avoided: transport, silentInRow: 0 }
}

function otherThan(transport: Transport): Transport {
  return transport === 'sse' ? 'websocket' : 'sse'
}
