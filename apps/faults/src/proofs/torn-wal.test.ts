import { readReply, type TestClient } from '@livetype/api/test-support'
import type { ChatStore, Observable } from '@livetype/client'
import { startMockModel } from '@livetype/mock-model/server'
import { type Message, makeId, textOf } from '@livetype/protocol'
import { expect, it } from 'vitest'
import { openWatchedStore, type WatchedStore } from '../clients/open-watched-store.ts'
import { atScale, beginProof } from '../proof.ts'
import type { History } from '../recording/history.ts'
import type { SeededRandom } from '../seeded-random.ts'
import { askMany } from '../stage/ask-many.ts'
import { cutWal } from '../stage/cut-wal.ts'
import { type FaultStage, modelId, openStage } from '../stage/fault-stage.ts'
import { echoQuestion, pacedQuestion } from '../stage/words.ts'

const cuts = atScale({ ci: 20, full: 200 })

interface Figures {
  cuts: number
  bytesLost: number
  conversationsLost: number
  repliesShortened: number
  resets: number
}

it(
  `[SUB2] [RUN5] the WAL cut at ${cuts} places: who followed gets a reset and ends with what the server has, never a mixture`,
  async () => {
    const proof = beginProof()
    const history = proof.createHistory()
    await using model = await startMockModel()
    await using stage = await openStage({ model, history })
    const { url } = stage.network
    using overSse = openWatchedStore(url, 'sse')
    using overWebSocket = openWatchedStore(url, 'websocket')
    const figures: Figures = { cuts: 0, bytesLost: 0, conversationsLost: 0, repliesShortened: 0, resets: 0 }
    await stage.start()
    for (let cut = 0; cut < cuts; cut++) {
      const watchers = [overSse, overWebSocket].map((watched) => watch(watched))
      await cutAndHeal(stage, { watchers, random: proof.random, history, figures })
    }
    proof.report({ ...figures })
    expect(figures.repliesShortened).toBeGreaterThan(0)
  },
  atScale({ ci: 300_000, full: 3_600_000 }),
)

/** A store that asks in a conversation of its own, and how often it was reset until then. */
interface Watcher {
  readonly store: ChatStore
  readonly conversationId: string
  readonly replyId: string
  resetsSince(): number
}

function watch({ store, resets }: WatchedStore): Watcher {
  const before = resets()
  const sent = store.send({ text: pacedQuestion(2_000, 400), modelId })
  store.open(sent.conversationId)
  return { store, ...sent, resetsSince: () => resets() - before }
}

/** One life of the server, killed while it writes; then its WAL loses its end, and history goes on another way. */
async function cutAndHeal(
  stage: FaultStage,
  options: { watchers: readonly Watcher[]; random: SeededRandom; history: History; figures: Figures },
): Promise<void> {
  const { watchers, random, history, figures } = options
  await askMany(stage.server.client, 3, () => pacedQuestion(400, 100))
  // Some are killed as they begin: then their conversation itself may be lost.
  const length = random.chance(0.3) ? 1 : random.between(1, 2_000)
  await Promise.all(
    watchers.map(async (watcher) => {
      const { store, conversationId, replyId } = watcher
      await untilTrue([store.message(conversationId, replyId)], () => shownText(watcher).length >= length)
    }),
  )
  await stage.end('SIGKILL')
  figures.bytesLost += cutWal(stage.databasePath, random)
  figures.cuts += 1
  history.note('server', `its WAL lost its end, ${figures.bytesLost} bytes so far`)

  const shownBefore = watchers.map(shownText)
  const { client } = await stage.start()
  // Half of the time the clients come back at once, half of the time when the log is longer than it was for them.
  if (random.chance(0.5)) stage.network.target = undefined
  for (const { conversationId } of watchers) await goOn(client, conversationId, random)
  stage.network.target = stage.server.url
  for (const [index, watcher] of watchers.entries()) {
    const before = shownBefore[index] ?? ''
    const reply = await untilSame(watcher, client)
    expect(watcher.resetsSince(), 'it was reset').toBeGreaterThan(0)
    figures.resets += watcher.resetsSince()
    if (!reply) figures.conversationsLost += 1
    else if (textOf(reply).length < before.length) figures.repliesShortened += 1
    // What was lost was lost from the end: no other text came in between.
    if (reply) expect(before.startsWith(textOf(reply)) || textOf(reply).startsWith(before)).toBe(true)
  }
}

/** Asks on in a conversation that is still there, so that its seqs come again with another content. */
async function goOn(client: TestClient, conversationId: string, random: SeededRandom): Promise<void> {
  const snapshot = await snapshotOf(client, conversationId)
  const last = snapshot?.messages.at(-1)
  if (!last) return
  const text = echoQuestion(random, { words: random.between(5, 60), delayMs: 1 })
  const ids = { conversationId, messageId: makeId(), replyId: makeId() }
  await client.message.send.mutate({ ...ids, parentId: last.id, text, modelId })
}

const shownText = ({ store, conversationId, replyId }: Watcher): string => {
  const view = store.message(conversationId, replyId).get()
  return view ? textOf(view.message) : ''
}

/** Waits until a store shows just what the server has; returns the reply it had asked for, if that is still there. */
async function untilSame(
  { store, conversationId, replyId }: Watcher,
  client: TestClient,
): Promise<Message | undefined> {
  let snapshot = await snapshotOf(client, conversationId)
  while (snapshot?.conversation.runningCount) {
    await readReply(client, conversationId)
    snapshot = await snapshotOf(client, conversationId)
  }
  const expected = JSON.stringify(snapshot ? snapshot.messages.map(asShown) : 'not-found')
  const messages = (snapshot?.messages ?? []).map(({ id }) => store.message(conversationId, id))
  await untilTrue(
    [store.conversation(conversationId), ...messages],
    () => JSON.stringify(shownBy(store, conversationId)) === expected,
  )
  return snapshot?.messages.find(({ id }) => id === replyId)
}

function snapshotOf(client: TestClient, conversationId: string) {
  return client.conversation.get.query({ conversationId }).catch((error: unknown) => {
    if (error instanceof Error && /no such conversation/.test(error.message)) return undefined
    throw error
  })
}

const asShown = (message: Message) => [
  message.id,
  textOf(message),
  message.role === 'assistant' ? message.reply.status : null,
]

function shownBy(store: ChatStore, conversationId: string) {
  const view = store.conversation(conversationId).get()
  if (view.status !== 'ready') return view.status
  return view.messageIds.map((id) => {
    const message = store.message(conversationId, id).get()?.message
    return message && asShown(message)
  })
}

/** Resolves when it is true, asking whenever one of the observables has changed. */
function untilTrue(observables: readonly Observable<unknown>[], isTrue: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (!isTrue()) return
      for (const end of ends) end()
      resolve()
    }
    const ends = observables.map((observable) => observable.subscribe(check))
    check()
  })
}
