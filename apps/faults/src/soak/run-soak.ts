import { setTimeout as after } from 'node:timers/promises'
import type { MockModel } from '@livetype/mock-model/server'
import { type Network, startNetwork } from '@livetype/test-network'
import { openSseClient } from '../clients/open-sse-client.ts'
import { openStoreClient } from '../clients/open-store-client.ts'
import type { RecordingClient, SeenReply } from '../clients/recording-client.ts'
import { assertRunsEnded } from '../recording/assert-runs-ended.ts'
import { assertStored } from '../recording/assert-stored.ts'
import type { History } from '../recording/history.ts'
import type { SeededRandom } from '../seeded-random.ts'
import { type FaultStage, modelId, openStage } from '../stage/fault-stage.ts'
import { echoQuestion, pacedQuestion } from '../stage/words.ts'
import { type Fault, injectFault, stopAll } from './inject-fault.ts'
import { type Sample, sampleServer } from './sample-server.ts'

/** What a soak did and saw. */
export interface SoakResult {
  readonly samples: readonly Sample[]
  readonly faults: Readonly<Record<Fault, number>>
  readonly replies: readonly SeenReply[]
  /** Events that clients were shown and that were found on disk. */
  readonly shownEvents: number
}

/** What a soak is to be like. */
export interface SoakOptions {
  readonly durationMs: number
  readonly streams: number
  readonly model: MockModel
  readonly history: History
  readonly random: SeededRandom
  /** The server is killed in the first part of the time only: what it uses is looked at within one long life. */
  readonly killingShare: number
  readonly sampleEveryMs: number
  /** Between two faults, at most. */
  readonly restMs: number
  onSample?(sample: Sample): void
}

/** Of the clients, so many are on a way that is slow at times, and so many are stores over each transport. */
const slowShare = 0.05
const storeShare = 0.05

/**
 * Lets many clients ask for a while, and does all sorts of harm meanwhile. Resolves after every reply has ended.
 * @throws {Violation}
 */
export async function runSoak(options: SoakOptions): Promise<SoakResult> {
  const { durationMs, streams, model, history, random, killingShare } = options
  const environment = { LIVETYPE_MAX_STREAMS_PER_OWNER: String(2 * streams) }
  await using stage = await openStage({ model, history, environment })
  await using slowNetwork = await startNetwork(undefined)
  await using closing = new AsyncDisposableStack()
  const start = async () => {
    slowNetwork.target = (await stage.start()).url
  }
  await start()
  const clients = openClients({ streams, stage, slowNetwork, history }).map((client) => closing.use(client))

  const beganAt = performance.now()
  const elapsedMs = () => performance.now() - beganAt
  let isOver = false
  const asking = clients.map((client) => askAndDelete({ client, stage, random, isOver: () => isOver }))
  const failed = Promise.all(asking).then(() => new Promise<never>(() => {}))

  const samples: Sample[] = []
  let life = 0
  let shownEvents = 0
  const checkStored = () => {
    history.assertNone()
    using stored = stage.stored()
    for (const client of clients) for (const shown of client.shown) shownEvents += assertStored(stored, shown, history)
  }
  const sampling = async () => {
    while (elapsedMs() < durationMs) {
      await after(options.sampleEveryMs)
      const { pid } = stage.runningProcess ?? {}
      const used = pid === undefined ? undefined : sampleServer(pid, stage.databasePath)
      if (used) {
        const sample = { atMs: Math.round(elapsedMs()), life, ...used }
        samples.push(sample)
        options.onSample?.(sample)
      }
      checkStored()
    }
  }
  const faults: Record<Fault, number> = { kill: 0, cut: 0, pause: 0, slow: 0, stop: 0, 'bad-gateway': 0 }
  const harming = async () => {
    while (elapsedMs() < durationMs) {
      await after(random.between(0, options.restMs))
      const mayKill = elapsedMs() < killingShare * durationMs
      const fault =
        mayKill && random.chance(0.3) ? 'kill' : random.pick<Fault>(['cut', 'pause', 'slow', 'stop', 'bad-gateway'])
      await injectFault(fault, { stage, slowNetwork, random, start })
      if (fault === 'kill') life += 1
      faults[fault] += 1
    }
  }
  await Promise.race([Promise.all([sampling(), harming()]), failed])

  isOver = true
  const allEnded = Promise.all(asking)
  const ended = allEnded.then(() => true)
  // Some replies stall for ever, and others are asked for just now: until all have ended, all are stopped.
  while (!(await Promise.race([ended, after(500, false)]))) await stopAll(stage)
  checkStored()
  await stage.end('SIGTERM')
  using stored = stage.stored()
  const replies = (await allEnded).flat()
  assertRunsEnded(stored, { taken: replies, history })
  return { samples, faults, replies, shownEvents }
}

function openClients(options: {
  streams: number
  stage: FaultStage
  slowNetwork: Network
  history: History
}): RecordingClient[] {
  const { streams, stage, slowNetwork, history } = options
  const share = (part: number) => Math.max(1, Math.round(streams * part))
  return Array.from({ length: streams }, (_, index) => {
    if (index < share(slowShare)) return openSseClient(slowNetwork.url, history)
    if (index < share(slowShare) + share(storeShare)) return openStoreClient(stage.network.url, 'sse', history)
    if (index < share(slowShare) + 2 * share(storeShare))
      return openStoreClient(stage.network.url, 'websocket', history)
    return openSseClient(stage.network.url, history)
  })
}

/** Asks one question after the other, and deletes each conversation that is over, so that the list stays short. */
async function askAndDelete(options: {
  client: RecordingClient
  stage: FaultStage
  random: SeededRandom
  isOver(): boolean
}): Promise<readonly SeenReply[]> {
  const { client, stage, random } = options
  const replies: SeenReply[] = []
  while (!options.isOver()) {
    const reply = await client.ask({ text: nextQuestion(random), modelId })
    replies.push(reply)
    const { conversationId } = reply
    await stage.whileRunning((server) => server.client.conversation.delete.mutate({ conversationId }))
  }
  return replies
}

function nextQuestion(random: SeededRandom): string {
  if (random.chance(0.03)) return `[[mock-stall:${random.between(1, 5)}]]`
  if (random.chance(0.05)) return `[[mock-cut:${random.between(1, 50)};delay=20]]`
  if (random.chance(0.2))
    return echoQuestion(random, { words: random.between(20, 100), delayMs: random.between(20, 100) })
  return pacedQuestion(random.between(20, 150), random.between(5, 20))
}
