import { startMockModel } from '@livetype/mock-model/server'
import { expect, it } from 'vitest'
import { keepAsking } from '../clients/keep-asking.ts'
import { openSseClient } from '../clients/open-sse-client.ts'
import { openStoreClient } from '../clients/open-store-client.ts'
import { atScale, beginProof } from '../proof.ts'
import { assertRunsEnded } from '../recording/assert-runs-ended.ts'
import { assertStored } from '../recording/assert-stored.ts'
import { modelId, openStage } from '../stage/fault-stage.ts'
import { pacedQuestion } from '../stage/words.ts'

const restarts = atScale({ ci: 3, full: 20 })
const streams = atScale({ ci: 30, full: 200 })
/** What a process manager gives a server to end by itself; they kill after 10 seconds or later. */
const graceMs = 10_000
const roomForStreams = { LIVETYPE_MAX_STREAMS_PER_OWNER: String(2 * streams) }

it(
  `[RUN3] [SUB2] ${restarts} restarts under ${streams} streams: the server exits 0 in time, and every reply is complete or marked as interrupted`,
  async () => {
    const { random, createHistory, report } = beginProof()
    const history = createHistory()
    await using model = await startMockModel()
    await using stage = await openStage({ model, history, environment: roomForStreams })
    await using closing = new AsyncDisposableStack()
    const { url } = stage.network
    const openers = [
      () => openSseClient(url, history),
      () => openStoreClient(url, 'sse', history),
      () => openStoreClient(url, 'websocket', history),
    ]
    await stage.start()
    // Stores read the list of conversations at every restart: a few of them stand for all.
    const clients = Array.from({ length: streams }, (_, index) =>
      closing.use((openers[index % 10] ?? (() => openSseClient(url, history)))()),
    )
    let isOver = false
    const asking = clients.map((client) =>
      keepAsking(
        client,
        () => ({ text: pacedQuestion(random.between(20, 200), random.between(10, 40)), modelId }),
        () => isOver,
      ),
    )
    const failed = Promise.all(asking).then(() => new Promise<never>(() => {}))
    const exits: { code: number | null; ms: number }[] = []

    const restartAll = async () => {
      for (let restart = 0; restart < restarts; restart++) {
        await history.untilNoted(random.between(streams, 10 * streams))
        const beganAt = performance.now()
        const code = await stage.end('SIGTERM')
        exits.push({ code, ms: Math.round(performance.now() - beganAt) })
        using stored = stage.stored()
        assertRunsEnded(stored, { taken: [], history })
        for (const client of clients) for (const shown of client.shown) assertStored(stored, shown, history)
        await stage.start()
      }
    }
    await Promise.race([restartAll(), failed])
    isOver = true
    const seen = (await Promise.all(asking)).flat()
    await stage.end('SIGTERM')
    using stored = stage.stored()
    assertRunsEnded(stored, { taken: seen, history })

    const interrupted = seen.filter(({ status }) => status === 'interrupted').length
    const completed = seen.filter(({ status }) => status === 'completed').length
    const slowestMs = Math.max(...exits.map(({ ms }) => ms))
    report({ restarts, streams, replies: seen.length, completed, interrupted, 'ms at most to exit': slowestMs })
    expect(exits.map(({ code }) => code)).toEqual(Array.from({ length: restarts }, () => 0))
    expect(slowestMs).toBeLessThan(graceMs)
    expect(completed + interrupted).toBe(seen.length)
    expect(interrupted).toBeGreaterThan(0)
  },
  atScale({ ci: 120_000, full: 600_000 }),
)
