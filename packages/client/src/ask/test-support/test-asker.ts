import { createFakeClock, type FakeClock, settle } from '../../chat-store/test-support/fake-clock.ts'
import { createFakeServer, type FakeServer } from '../../chat-store/test-support/fake-server.ts'
import type { Answer } from '../answer.ts'
import { type Ask, createAsker } from '../create-asker.ts'
import type { ReplyEvent } from '../reply-event.ts'

/** Asking, with everything around it in a test's hands. */
export interface TestAsker {
  readonly ask: Ask
  readonly server: FakeServer
  readonly clock: FakeClock
  /** Lets promises and the network go their way until nothing moves. */
  flow(): Promise<void>
  /** The id of the reply that is being written in a conversation. */
  runningIn(conversationId: string): string
  /** Writes to the reply that is being written, and lets it arrive. */
  write(conversationId: string, text: string): Promise<void>
  end(conversationId: string): Promise<void>
}

/** @see TestAsker */
export function createTestAsker(options: { maxOpenReplies?: number; patienceMs?: number } = {}): TestAsker {
  const clock = createFakeClock()
  const server = createFakeServer(clock.now)
  let ids = 0
  const ask = createAsker({
    api: server.api,
    timers: clock.timers,
    now: clock.now,
    random: () => 0.5,
    makeId: () => `made-id-${++ids}`,
    maxOpenReplies: options.maxOpenReplies ?? 16,
    patienceMs: options.patienceMs ?? 60_000,
  })

  async function flow(): Promise<void> {
    for (let turn = 0; turn < 3; turn += 1) {
      await settle()
      server.pump()
    }
    await settle()
  }

  function runningIn(conversationId: string): string {
    const [id] = server.truth(conversationId).running.keys()
    if (!id) throw new Error('nothing is being written')
    return id
  }

  return {
    ask,
    server,
    clock,
    flow,
    runningIn,
    async write(conversationId, text) {
      server.write(conversationId, runningIn(conversationId), text)
      await flow()
    },
    async end(conversationId) {
      server.end(conversationId, runningIn(conversationId))
      await flow()
    },
  }
}

/** What a reader has heard so far. */
export interface Reading {
  readonly events: ReplyEvent[]
  /** The texts of the text deltas, each held to begin where the one before ended. */
  readonly text: string
  /** How the loop ended. */
  readonly outcome: 'reading' | 'ended' | { readonly error: unknown }
}

/** Reads an answer as fast as it comes. */
export function readAll(answer: Answer): Reading {
  const reading = { events: [] as ReplyEvent[], text: '', outcome: 'reading' as Reading['outcome'] }
  const read = async () => {
    for await (const event of answer) {
      reading.events.push(event)
      if (event.type !== 'text-delta') continue
      if (event.offset !== reading.text.length)
        throw new Error(`a delta at ${event.offset}, after ${reading.text.length}`)
      reading.text += event.text
    }
  }
  read().then(
    () => {
      reading.outcome = 'ended'
    },
    (error: unknown) => {
      reading.outcome = { error }
    },
  )
  return reading
}
