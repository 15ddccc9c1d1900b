import { createHash, type Hash } from 'node:crypto'
import { setTimeout as after } from 'node:timers/promises'
import { isDelta, isWorkspaceEvent, type StreamEvent, textOf } from '@livetype/protocol'
import type { History } from '../recording/history.ts'
import { connectOverSse, connectOverWebSocket, type StreamConnection } from './connect-stream.ts'

/** How long it waits before it tries again where it was refused or cut off. */
const retryMs = 50

/** Reads one conversation from its beginning, as fast as it is let. Keeps no text, only what the text comes to. */
export interface Reader extends Disposable {
  /** Leaves what comes lying, as a machine that sleeps. */
  pause(): void
  /** Reads on where it was; where it was cut off meanwhile, over another stream. */
  resume(): void
  /** Leaves the stream lying for ever and goes on over another, as a machine that wakes in another network. */
  moveOn(): void
  /** The seq of the last event it has read. */
  readonly seq: number
  /** How many streams it was given. */
  readonly streamCount: number
  /** Of all texts it has read, in their order. */
  digest(): string
}

/** @param options.onText is called with the text of every delta. */
export function openReader(options: {
  url: string
  transport: 'sse' | 'websocket'
  conversationId: string
  history: History
  onText?: (text: string) => void
}): Reader {
  const { url, conversationId, history, onText } = options
  const connect = options.transport === 'sse' ? connectOverSse : connectOverWebSocket
  const texts = createHash('sha256')
  const left: StreamConnection[] = []
  let connection: StreamConnection | undefined
  let cursor: string | undefined
  let seq = 0
  let streamCount = 0
  let isClosed = false

  const close = () => {
    isClosed = true
    for (const one of [...left, connection]) one?.close()
  }

  /** Goes into the history: thrown, it would end in the stream's own handlers. */
  const fail = (what: string) => {
    history.violation(conversationId, what)
    close()
  }

  const take = (event: StreamEvent) => {
    if (isClosed) return
    if (event.type === 'conversation-reset' || event.type === 'workspace-reset') {
      fail(`a reset after seq ${seq}, although nothing is gone`)
      return
    }
    if (isWorkspaceEvent(event)) return
    const first = isDelta(event) ? (event.firstSeq ?? event.seq) : event.seq
    if (first !== seq + 1) {
      fail(`seq ${first} came after ${seq}`)
      return
    }
    seq = event.seq
    updateTexts(texts, event)
    if (isDelta(event)) onText?.(event.text)
  }

  const open = () => {
    if (isClosed) return
    let hasEvents = false
    const opened = connect({
      url,
      conversationId,
      cursor,
      onEvents(events, id) {
        // One that was left is not read any more, but for what had come out of the network before.
        if (connection !== opened) return
        if (!hasEvents) streamCount += 1
        hasEvents = true
        for (const event of events) take(event)
        cursor = id
      },
      onOver() {
        if (connection === opened) void after(retryMs).then(open)
      },
    })
    connection = opened
  }
  open()

  return {
    pause: () => connection?.pause(),
    resume: () => connection?.resume(),
    moveOn() {
      if (connection) left.push(connection)
      open()
    },
    get seq() {
      return seq
    },
    get streamCount() {
      return streamCount
    },
    digest: () => texts.copy().digest('hex'),
    [Symbol.dispose]: close,
  }
}

function updateTexts(texts: Hash, event: StreamEvent): void {
  if (event.type === 'message-added') texts.update(textOf(event.message))
  else if ('text' in event) texts.update(event.text)
}
