import { createHash } from 'node:crypto'
import type { TestClient } from '@livetype/api/test-support'
import { startMockModel } from '@livetype/mock-model/server'
import { makeId } from '@livetype/protocol'
import { expect, it, vi } from 'vitest'
import { openReader, type Reader } from '../clients/open-reader.ts'
import { atScale, beginProof } from '../proof.ts'
import { readResidentBytes } from '../soak/sample-server.ts'
import { modelId, openStage } from '../stage/fault-stage.ts'

const slowReaders = atScale({ ci: 40, full: 500 })
/** Of replies that are followed all the time, twenty tokens a second. */
const quickReaders = 5
/** Long enough messages, and enough of them, that the network between two processes can't hold them all. */
const floodMessages = 15
const messageLength = 400_000
const stalledReaderSeconds = atScale({ ci: 3, full: 30 })
/** What the server may keep for a slow reader: the page that it is being sent, and little else. */
const maxMegabytesEach = 1.2
/** The heap that the server is given: a tenth of what all slow readers together have not read. */
const heapMegabytes = 120 + slowReaders
/** What a server's memory goes up and down by, between two collections of what is not used any more. */
const slackMegabytes = 120

it.each(['sse', 'websocket'] as const)(
  `[SUB3] ${slowReaders} readers that stop reading, over %s: memory stays bounded, nobody else is late, and all have everything in the end`,
  async (transport) => {
    const { createHistory, report } = beginProof()
    const history = createHistory()
    await using model = await startMockModel()
    await using stage = await openStage({
      model,
      history,
      environment: {
        NODE_OPTIONS: `--max-old-space-size=${heapMegabytes}`,
        LIVETYPE_STALLED_READER_SECONDS: String(stalledReaderSeconds),
        // Not one more than there are readers: who comes back gets a place when his old one is free.
        LIVETYPE_MAX_STREAMS_PER_OWNER: String(slowReaders + quickReaders),
      },
    })
    const { client, url, process } = await stage.start()
    const memory = () => Math.round((readResidentBytes(process.pid ?? 0) ?? 0) / 1_000_000)
    using readers = new DisposableStack()
    const lateness: number[] = []
    for (let index = 0; index < quickReaders; index += 1) {
      const conversationId = makeId()
      await send(client, { conversationId, parentId: null, text: '[[mock-paced:100000;rate=20;stamp=1]]' })
      const onText = (text: string) => lateness.push(...latenessOf(text))
      readers.use(openReader({ url, transport, conversationId, history, onText }))
    }

    const unread = makeId()
    await flood(client, unread)
    lateness.length = 0
    await flood(client, unread)
    const before = takeMedian(lateness)
    const memoryBefore = memory()

    const conversationId = makeId()
    await flood(client, conversationId, 1)
    const slow = Array.from({ length: slowReaders }, () =>
      readers.use(openReader({ url, transport, conversationId, history })),
    )
    await vi.waitFor(() => expect(slow.every(({ seq }) => seq > 0)).toBe(true), waiting)
    for (const reader of slow) reader.pause()
    await flood(client, conversationId)
    const memoryFull = memory()
    lateness.length = 0
    await flood(client, conversationId)
    const during = takeMedian(lateness)
    const memoryDuring = memory()

    const woken = slow.filter((_reader, index) => index % 2 === 0)
    const moved = slow.filter((_reader, index) => index % 2 === 1)
    for (const reader of woken) reader.resume()
    for (const reader of moved) reader.moveOn()
    const { seq, digest } = await truthOf(client, conversationId)
    await vi.waitFor(() => {
      history.assertNone()
      expect(slow.filter((reader) => reader.seq < seq)).toHaveLength(0)
    }, waiting)

    const keptMegabytes = Math.max(memoryFull, memoryDuring) - memoryBefore
    report({
      'slow readers': slowReaders,
      transport,
      'cut off and back': slow.filter(({ streamCount }) => streamCount > 1).length,
      'MB of memory before': memoryBefore,
      'MB more beside them': keptMegabytes,
      'ms late at the median before': before,
      'ms late at the median beside them': during,
    })
    expect(slow.map((reader) => reader.digest())).toEqual(slow.map(() => digest))
    // Their old streams held all the places there were: the server has let go of every one.
    expect(moved.every(({ streamCount }) => streamCount > 1)).toBe(true)
    expect(keptMegabytes).toBeLessThan(slackMegabytes + slowReaders * maxMegabytesEach)
    expect(during).toBeLessThan(250 + 5 * before)
  },
  atScale({ ci: 180_000, full: 900_000 }),
)

const waiting = { timeout: atScale({ ci: 120_000, full: 600_000 }), interval: 100 }

/** Adds long messages to a conversation, each of which is answered by a word. */
async function flood(client: TestClient, conversationId: string, messages = floodMessages): Promise<void> {
  const snapshot = await client.conversation.get.query({ conversationId }).catch(() => undefined)
  let parentId = snapshot?.messages.at(-1)?.id ?? null
  for (let message = 0; message < messages; message += 1) {
    const text = `[[mock-words:1]] ${String(message).padEnd(messageLength - 100, ' word')}`
    const { replyId } = await send(client, { conversationId, parentId, text })
    parentId = replyId
    await untilWritten(client, conversationId)
  }
}

async function send(
  client: TestClient,
  question: { conversationId: string; parentId: string | null; text: string },
): Promise<{ replyId: string }> {
  const ids = { messageId: makeId(), replyId: makeId() }
  await client.message.send.mutate({ ...question, ...ids, modelId })
  return ids
}

async function untilWritten(client: TestClient, conversationId: string): Promise<void> {
  await vi.waitFor(
    async () => {
      const { conversations } = await client.conversation.list.query()
      expect(conversations.find(({ id }) => id === conversationId)?.runningCount).toBe(0)
    },
    { ...waiting, interval: 10 },
  )
}

/** What every reader must come to, as the server's snapshot has it. */
async function truthOf(client: TestClient, conversationId: string): Promise<Pick<Reader, 'seq'> & { digest: string }> {
  const snapshot = await client.conversation.get.query({ conversationId })
  const texts = createHash('sha256')
  for (const message of snapshot.messages) for (const part of message.parts) if ('text' in part) texts.update(part.text)
  return { seq: snapshot.seq, digest: texts.digest('hex') }
}

/** How late each of a text's tokens has come, in milliseconds. */
function latenessOf(text: string): readonly number[] {
  const now = Date.now()
  return Array.from(text.matchAll(/ t(\d{13})/g), ([, dueAt]) => now - Number(dueAt))
}

/** The median of what is there, which is taken out. */
function takeMedian(values: number[]): number {
  const sorted = values.splice(0).sort((a, b) => a - b)
  const median = sorted[sorted.length >> 1]
  if (median === undefined) throw new Error('nothing was measured')
  return median
}
