import { describe, expect, it } from 'vitest'
import {
  afterFailure,
  afterSuccess,
  chooseTransport,
  type Transport,
  type TransportFailure,
  untriedTransports,
  wantsSlot,
} from './transport-choice.ts'

/** Lets a network decide how each try ends; returns what was tried. */
function play(
  fate: (transport: Transport) => TransportFailure | 'live',
  options: { tries: number; hasSlot?: boolean },
) {
  const { tries, hasSlot = true } = options
  const tried: Transport[] = []
  let choice = untriedTransports
  for (let count = 0; count < tries; count += 1) {
    const transport = chooseTransport(choice, hasSlot && wantsSlot(choice))
    tried.push(transport)
    const outcome = fate(transport)
    choice = outcome === 'live' ? afterSuccess(choice, transport) : afterFailure(choice, transport, outcome)
  }
  return { tried, choice }
}

describe('[SUB8] the transport that is tried', () => {
  it('is server-sent events, as long as they work', () => {
    expect(play(() => 'live', { tries: 3 }).tried).toEqual(['sse', 'sse', 'sse'])
  })

  it('is a WebSocket from the first silence of a proxy that buffers, for good', () => {
    const { tried } = play((transport) => (transport === 'sse' ? 'silent' : 'live'), { tries: 4 })
    expect(tried).toEqual(['sse', 'websocket', 'websocket', 'websocket'])
  })

  it('is server-sent events again where no WebSocket comes through', () => {
    const { tried } = play((transport) => (transport === 'sse' ? 'live' : 'lost'), { tries: 3, hasSlot: false })
    expect(tried).toEqual(['websocket', 'sse', 'sse'])
  })

  it('is a WebSocket for a tab without a slot', () => {
    expect(play(() => 'live', { tries: 2, hasSlot: false }).tried).toEqual(['websocket', 'websocket'])
  })

  it('changes with every try while the server is away and nothing has ever worked', () => {
    expect(play(() => 'lost', { tries: 4 }).tried).toEqual(['sse', 'websocket', 'sse', 'websocket'])
  })

  it.each([true, false])('stays with what has worked while the server is away (with a slot: %s)', (hasSlot) => {
    const fates: (TransportFailure | 'live')[] = ['live', 'lost', 'lost', 'silent', 'lost', 'lost', 'silent', 'silent']
    const { tried } = play(() => fates.shift() ?? 'lost', { tries: 8, hasSlot })
    expect(new Set(tried)).toEqual(new Set([hasSlot ? 'sse' : 'websocket']))
  })

  it('is the other one after three silences in a row: the machine may have moved behind a proxy', () => {
    const fates: (TransportFailure | 'live')[] = ['live', 'silent', 'silent', 'silent', 'live', 'lost']
    const { tried } = play(() => fates.shift() ?? 'live', { tries: 7 })
    expect(tried).toEqual(['sse', 'sse', 'sse', 'sse', 'websocket', 'websocket', 'websocket'])
  })
})
