import { setTimeout as after } from 'node:timers/promises'
import type { TestClient } from '@livetype/api/test-support'
import { type MockModel, startMockModel } from '@livetype/mock-model/server'
import { wordTokens } from '@livetype/mock-model/tokens'
import { makeId, textOf } from '@livetype/protocol'
import { expect, it, vi } from 'vitest'
import { openSseClient } from '../clients/open-sse-client.ts'
import { openStoreClient } from '../clients/open-store-client.ts'
import { atScale, beginProof } from '../proof.ts'
import { assertRunsEnded } from '../recording/assert-runs-ended.ts'
import { assertStored } from '../recording/assert-stored.ts'
import { type FaultStage, modelId, openStage } from '../stage/fault-stage.ts'
import { requestsFor } from '../stage/model-requests.ts'

const stops = atScale({ ci: 6, full: 100 })
const races = atScale({ ci: 150, full: 3_000 })
const timeoutMs = atScale({ ci: 60_000, full: 600_000 })

it(
  `[RUN4] [RUN3] ${stops} stops from another tab, twice at once, half of them while the reader reconnects: one end, and the model is let go within a second`,
  async () => {
    const { createHistory, report } = beginProof()
    const history = createHistory()
    await using model = await startMockModel()
    await using stage = await openStage({ model, history })
    const server = await stage.start()
    const { url } = stage.network
    await using byHand = openSseClient(url, history)
    await using overSse = openStoreClient(url, 'sse', history)
    await using overWebSocket = openStoreClient(url, 'websocket', history)
    const clients = [byHand, overSse, overWebSocket] as const
    let slowestMs = 0

    for (let round = 0; round < stops; round++) {
      const client = clients[round % clients.length] ?? byHand
      const text = `[[mock-paced:100000;rate=50]] stop ${round}`
      const asking = client.ask({ text, modelId })
      const running = await otherTabSees(server.client, text)
      const reconnects = round % 2 === 1
      if (reconnects) breakNetwork(stage)
      const stoppedAt = Date.now()
      const stop = () => server.client.run.stop.mutate({ conversationId: running.conversationId, runId: running.runId })
      await Promise.all([stop(), stop()])
      await stop()
      stage.network.mode = 'through'
      const seen = await asking
      expect(seen).toMatchObject({ status: 'stopped', runId: running.runId })
      expect(seen.text.startsWith(running.text)).toBe(true)
      slowestMs = Math.max(slowestMs, (await letGoAt(model, text)) - stoppedAt)
      using stored = stage.stored()
      for (const shown of client.shown) assertStored(stored, shown, history)
    }
    using stored = stage.stored()
    assertRunsEnded(stored, { taken: [], history })
    report({ stops, 'ms at most until the model was let go': slowestMs })
    expect(slowestMs).toBeLessThan(1_000)
  },
  timeoutMs,
)

it(
  `[RUN3] [RUN4] ${races} races of a stop against the end: one end each, whoever wins`,
  async () => {
    const { random, createHistory, report } = beginProof()
    const history = createHistory()
    await using model = await startMockModel()
    await using stage = await openStage({ model, history })
    const { client } = await stage.start()
    const whole = wordTokens(4).join('')
    const atATime = 10
    const ends: Record<string, number> = { completed: 0, stopped: 0 }
    /** How long a reply takes now: the stop aims at its end. */
    let aimMs = 20

    const race = async () => {
      const ids = { conversationId: makeId(), messageId: makeId(), replyId: makeId() }
      const { conversationId } = ids
      const text = '[[mock-words:4;delay=2]]'
      const { reply } = await client.message.send.mutate({ ...ids, parentId: null, text, modelId })
      await after(random.next() * 2 * aimMs)
      const stop = () => client.run.stop.mutate({ conversationId, runId: reply.runId })
      await Promise.all([stop(), stop()])
      const { messages } = await client.conversation.get.query({ conversationId })
      const ended = messages.find(({ id }) => id === ids.replyId)
      if (ended?.role !== 'assistant') throw history.violation(conversationId, 'the reply is gone')
      const { status } = ended.reply
      ends[status] = (ends[status] ?? 0) + 1
      aimMs = Math.max(1, aimMs * (status === 'completed' ? 0.9 : 1.1))
      if (!whole.startsWith(textOf(ended)) || (status === 'completed' && textOf(ended) !== whole)) {
        throw history.violation(conversationId, `ended as ${status} with ${JSON.stringify(textOf(ended))}`)
      }
    }
    for (let raced = 0; raced < races; raced += atATime) await Promise.all(Array.from({ length: atATime }, race))

    await stage.end('SIGTERM')
    using stored = stage.stored()
    assertRunsEnded(stored, { taken: [], history })
    report({ races, ...ends })
    expect(Object.keys(ends)).toEqual(['completed', 'stopped'])
    expect(Math.min(ends.completed ?? 0, ends.stopped ?? 0)).toBeGreaterThan(races * 0.1)
  },
  timeoutMs,
)

/** The run that answers a question, as another tab finds it, once it has written something. */
async function otherTabSees(client: TestClient, text: string) {
  return vi.waitFor(
    async () => {
      const { conversations } = await client.conversation.list.query()
      for (const { id, runningCount } of conversations) {
        if (runningCount === 0) continue
        const { messages } = await client.conversation.get.query({ conversationId: id })
        const [question, reply] = messages
        if (!question || textOf(question) !== text || reply?.role !== 'assistant' || textOf(reply) === '') continue
        return { conversationId: id, runId: reply.runId, text: textOf(reply) }
      }
      throw new Error('no reply has begun')
    },
    { timeout: 10_000 },
  )
}

function breakNetwork(stage: FaultStage): void {
  stage.network.mode = 'refuse'
  stage.network.cut()
}

/** When the model's connection for a question was closed by the server. */
async function letGoAt(model: MockModel, text: string): Promise<number> {
  await expect.poll(() => requestsFor(model, text)).toMatchObject([{ outcome: 'closed-by-peer' }])
  const [request] = await requestsFor(model, text)
  return request?.endedAt ?? Number.NaN
}
