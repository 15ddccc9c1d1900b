import { setTimeout as after } from 'node:timers/promises'
import type { StoredChat } from '@livetype/db/test-support'
import { startMockModel } from '@livetype/mock-model/server'
import { expect, it } from 'vitest'
import { askToTheEnd } from '../clients/ask-to-the-end.ts'
import { openSseClient } from '../clients/open-sse-client.ts'
import { openStoreClient } from '../clients/open-store-client.ts'
import type { RecordingClient, SeenReply } from '../clients/recording-client.ts'
import { atScale, beginProof } from '../proof.ts'
import { assertRunsEnded } from '../recording/assert-runs-ended.ts'
import { assertStored } from '../recording/assert-stored.ts'
import type { History } from '../recording/history.ts'
import { modelId, openStage } from '../stage/fault-stage.ts'
import { countedQuestion, echoOf } from '../stage/words.ts'

const restarts = atScale({ ci: 3, full: 20 })
const streams = atScale({ ci: 30, full: 200 })
/** What a process manager gives a server to end by itself; they kill after 10 seconds or later. */
const graceMs = 10_000
/** How long after the last restart every reply must have ended: the longest takes a third of it. */
const patienceMs = 60_000
/** All are written at once: none waits for its turn. */
const roomForStreams = {
  LIVETYPE_MAX_STREAMS_PER_OWNER: String(2 * streams),
  LIVETYPE_MAX_RUNS: String(streams),
  LIVETYPE_MAX_RUNS_PER_OWNER: String(streams),
}

/** The whole of a reply: what was asked, and how it stood after each of the runs that wrote it, the last one last. */
interface Finished {
  readonly question: string
  readonly runs: readonly SeenReply[]
  readonly last: SeenReply
}

it(
  `[RUN3] [RUN9] [SUB2] ${restarts} restarts under ${streams} streams: the server exits 0 in time, and every reply is complete, or marked as interrupted and gone on with until it is`,
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
    const unfinished = new Set(clients)
    const keepFinishing = async (client: RecordingClient): Promise<readonly Finished[]> => {
      const finished: Finished[] = []
      while (!isOver) {
        const question = countedQuestion(random, { words: random.between(20, 200), delayMs: random.between(25, 100) })
        const runs = await askToTheEnd(client, { text: question, modelId })
        finished.push({ question, runs, last: runs.at(-1) ?? expect.fail('a reply has a run') })
      }
      unfinished.delete(client)
      return finished
    }
    const finishing = clients.map(keepFinishing)
    const failed = Promise.all(finishing).then(() => new Promise<never>(() => {}))
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
    const impatient = new AbortController()
    const tooLate = after(patienceMs, undefined, { signal: impatient.signal }).then(() => {
      const [client] = unfinished
      const waiting = client?.shown.at(-1)?.conversationId ?? 'server'
      throw history.violation(waiting, `${unfinished.size} clients wait on, the first a ${client?.kind}`)
    })
    const finished = (await Promise.race([Promise.all(finishing), tooLate])).flat()
    tooLate.catch(() => {})
    impatient.abort()
    await stage.end('SIGTERM')
    using stored = stage.stored()
    assertRunsEnded(stored, { taken: finished.flatMap(({ runs }) => runs), history })
    for (const reply of finished) assertWhole(reply, stored, history)

    const continued = finished.filter(({ runs }) => runs.length > 1).length
    const again = finished.filter(({ runs }) => runs.length > 2).length
    const slowestMs = Math.max(...exits.map(({ ms }) => ms))
    report({
      restarts,
      streams,
      replies: finished.length,
      runs: finished.reduce((total, { runs }) => total + runs.length, 0),
      'gone on with': continued,
      'more than once': again,
      'ms at most to exit': slowestMs,
    })
    expect(exits.map(({ code }) => code)).toEqual(Array.from({ length: restarts }, () => 0))
    expect(slowestMs).toBeLessThan(graceMs)
    expect(continued).toBeGreaterThan(0)
  },
  atScale({ ci: 120_000, full: 600_000 }),
)

/**
 * Asserts that a reply is complete: its text is the whole of what the model had to say, nothing of it twice, in sight
 * and on disk, however many runs have written it.
 * @throws {Violation}
 */
function assertWhole({ question, last }: Finished, stored: StoredChat, history: History): void {
  const { conversationId, replyId, status, text } = last
  const whole = echoOf(question)
  const onDisk = stored.parts(replyId)?.map((part) => part.text)
  if (status !== 'completed') throw history.violation(conversationId, `the reply ended as ${status}`)
  if (text !== whole) throw history.violation(conversationId, `${JSON.stringify(text)} is not ${JSON.stringify(whole)}`)
  if (onDisk?.length !== 1 || onDisk[0] !== whole) throw history.violation(conversationId, 'another text is on disk')
}
