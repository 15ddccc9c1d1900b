import { setTimeout as after } from 'node:timers/promises'
import { type MockModel, startMockModel } from '@livetype/mock-model/server'
import { expect, it } from 'vitest'
import { keepAsking } from '../clients/keep-asking.ts'
import { openSseClient } from '../clients/open-sse-client.ts'
import { openStoreClient } from '../clients/open-store-client.ts'
import { atScale, beginProof, type Proof } from '../proof.ts'
import { assertRunsEnded } from '../recording/assert-runs-ended.ts'
import { assertStored } from '../recording/assert-stored.ts'
import type { History } from '../recording/history.ts'
import { createSeededRandom, type SeededRandom } from '../seeded-random.ts'
import { askMany, type TakenQuestion } from '../stage/ask-many.ts'
import { type FaultStage, modelId, openStage } from '../stage/fault-stage.ts'
import { echoQuestion, pacedQuestion } from '../stage/words.ts'

const kills = atScale({ ci: 40, full: 1_000 })
/** So many kills meet the same data; then it begins anew, so that the last is not slower than the first. */
const killsOnOneFolder = 100
const lanes = 2
const longestLifeMs = 5_000

interface Figures {
  kills: number
  replies: number
  shown: number
  seen: number
  interrupted: number
}

it(
  `[RUN5] [LOG1] [SUB2] ${kills} kills: whatever a client was shown is on disk, and every run has one end`,
  async () => {
    const proof = beginProof()
    await using model = await startMockModel()
    const figures: Figures = { kills: 0, replies: 0, shown: 0, seen: 0, interrupted: 0 }
    let killsLeft = kills
    const lane = async () => {
      while (killsLeft > 0) {
        const share = Math.min(killsLeft, killsOnOneFolder, Math.ceil(kills / lanes))
        killsLeft -= share
        await killAgainAndAgain({ kills: share, model, proof, figures })
        proof.report({ 'kills so far': figures.kills })
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
    proof.report({ ...figures })
    expect(figures.kills).toBe(kills)
    expect(figures.interrupted).toBeGreaterThan(0)
  },
  atScale({ ci: 180_000, full: 3_600_000 }),
)

async function killAgainAndAgain(options: {
  kills: number
  model: MockModel
  proof: Proof
  figures: Figures
}): Promise<void> {
  const { kills, model, proof, figures } = options
  const history = proof.createHistory()
  const random = createSeededRandom(proof.random.between(0, 2 ** 32 - 1))
  await using stage = await openStage({ model, history })
  const { url } = stage.network
  await using byHand = openSseClient(url, history)
  await using overSse = openStoreClient(url, 'sse', history)
  await using overWebSocket = openStoreClient(url, 'websocket', history)
  const clients = [byHand, overSse, overWebSocket]
  let isOver = false
  const asking = clients.map((client) =>
    keepAsking(
      client,
      () => ({ text: echoQuestion(random, { words: random.between(5, 120), delayMs: random.between(0, 8) }), modelId }),
      () => isOver,
    ),
  )
  // Who watches fails with what a client found, rather than at the end.
  const failed = Promise.race(asking.map((one) => one.then(() => new Promise<never>(() => {}))))
  failed.catch(() => {})

  const taken: TakenQuestion[] = []
  for (let kill = 0; kill < kills; kill++) {
    if (random.chance(0.05)) await stage.startAndKill(random.between(50, 600))
    await Promise.race([liveAndDie(stage, { random, history, taken, figures }), failed])
    history.assertNone()
    using stored = stage.stored()
    for (const client of clients)
      for (const shown of client.shown) figures.shown += assertStored(stored, shown, history)
  }
  isOver = true
  await stage.start()
  const seen = (await Promise.all(asking)).flat()
  figures.seen += seen.length
  figures.interrupted += seen.filter(({ status }) => status === 'interrupted').length
  await stage.end('SIGTERM')
  using stored = stage.stored()
  for (const client of clients) for (const shown of client.shown) figures.shown += assertStored(stored, shown, history)
  assertRunsEnded(stored, { taken: [...taken, ...seen], history })
}

/** One life of the server: it starts, has twenty to fifty replies to write, and is killed among them. */
async function liveAndDie(
  stage: FaultStage,
  options: { random: SeededRandom; history: History; taken: TakenQuestion[]; figures: Figures },
): Promise<void> {
  const { random, history, taken, figures } = options
  const server = await stage.start()
  const asked = askMany(server.client, random.between(20, 50), () =>
    pacedQuestion(random.between(1, 400), random.between(20, 200)),
  )
  // Some die as they begin to serve, the others among what they are writing.
  const isEarly = random.chance(0.15)
  const moment = isEarly ? after(random.between(0, 200)) : history.untilNoted(random.between(1, 120))
  await Promise.race([moment, after(longestLifeMs)])
  await after(random.between(0, 30))
  await stage.end('SIGKILL')
  const accepted = await asked
  taken.push(...accepted)
  figures.kills += 1
  figures.replies += accepted.length
}
