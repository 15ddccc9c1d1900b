import type { ChatStreamInput, LoggedEvent, StreamEvent } from '@livetype/protocol'
import { isDelta } from '@livetype/protocol'
import type { StreamHandlers } from '../chat-api.ts'
import { type FakeLogs, workspaceName } from './fake-logs.ts'

/** What may happen to a batch on its way. */
export type Fault = 'none' | 'duplicate' | 'drop' | 'reorder' | 'again-from-the-start'

/** One open stream of the fake server, which moves only when it is told. */
export interface FakeStream {
  readonly input: ChatStreamInput
  readonly isConnected: boolean
  /** Connects, or connects again where it was cut, resuming from the last cursor the client has. */
  connect(): void
  cut(): void
  /** Sends what the logs have beyond the stream's positions. */
  deliver(options?: { fault?: Fault; isMerged?: boolean }): void
  readonly handlers: StreamHandlers
}

/** @see FakeStream */
export function createFakeStream(logs: FakeLogs, input: ChatStreamInput, handlers: StreamHandlers): FakeStream {
  const conversationId = input.conversation?.id ?? null
  const names = [
    ...(input.withoutWorkspace ? [] : [workspaceName]),
    ...(conversationId === null ? [] : [conversationId]),
  ]
  let isConnected = false
  let lastEventId = input.lastEventId ?? null
  let positions = new Map<string, number>()

  function wantedCursor(name: string): string | null {
    if (lastEventId !== null) return lastEventId.split('/')[names.indexOf(name)] ?? 'none'
    return (name === workspaceName ? input.workspaceCursor : input.conversation?.cursor) ?? null
  }

  function send(events: readonly StreamEvent[]): void {
    lastEventId = names.map((name) => `${logs.epoch}:${positions.get(name)}`).join('/')
    handlers.onEvents(structuredClone(events), lastEventId)
  }

  function connect(): void {
    isConnected = true
    handlers.onState('live')
    const resets: StreamEvent[] = []
    positions = new Map()
    for (const name of names) {
      const cursor = wantedCursor(name)
      const seq = cursor === null ? 0 : logs.resumable(name, cursor)
      positions.set(name, seq ?? logs.headOf(name))
      if (seq !== undefined) continue
      resets.push(
        name === workspaceName ? { type: 'workspace-reset' } : { type: 'conversation-reset', conversationId: name },
      )
    }
    if (resets.length > 0) send(resets)
  }

  function take(name: string, isMerged: boolean): LoggedEvent[] {
    const position = positions.get(name) ?? 0
    const events = logs.eventsOf(name).slice(position)
    positions.set(name, position + events.length)
    return isMerged ? mergeDeltas(events) : [...events]
  }

  return {
    input,
    handlers,
    get isConnected() {
      return isConnected
    },
    connect,
    cut() {
      if (!isConnected) return
      isConnected = false
      handlers.onState('lost')
    },
    deliver({ fault = 'none', isMerged = false } = {}) {
      if (!isConnected) return
      if (fault === 'again-from-the-start') for (const name of names) positions.set(name, 0)
      const events = names.flatMap((name) => take(name, isMerged))
      if (events.length === 0 || fault === 'drop') return
      const half = Math.ceil(events.length / 2)
      if (fault === 'reorder') send([...events.slice(half), ...events.slice(0, half)])
      else send(events)
      if (fault === 'duplicate') send(events)
    },
  }
}

/** As a server does for a follower that lags: neighbouring deltas of one part become one. */
function mergeDeltas(events: readonly LoggedEvent[]): LoggedEvent[] {
  const merged: LoggedEvent[] = []
  for (const event of events) {
    const last = merged.at(-1)
    const isNext =
      last && isDelta(last) && isDelta(event) && last.type === event.type && last.messageId === event.messageId
    if (isNext && last.partIndex === event.partIndex) {
      merged[merged.length - 1] = {
        ...last,
        firstSeq: last.firstSeq ?? last.seq,
        seq: event.seq,
        text: last.text + event.text,
      }
    } else merged.push(event)
  }
  return merged
}
