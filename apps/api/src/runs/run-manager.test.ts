import { conversationLog, type EventLog, localOwnerId, openChatDatabase, workspaceLog } from '@livetype/db'
import { ChatError, isDelta, type LoggedEvent, makeId, textOf } from '@livetype/protocol'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createLogger } from '../logging/create-logger.ts'
import { FakeClock } from '../providers/fake-clock.ts'
import type { Provider, ReplyPart } from '../providers/provider.ts'
import { makeDataDir } from '../test-support/test-config.ts'
import { createRunManager } from './run-manager.ts'

const conversationId = 'conversation-1'
const questionId = 'question-1'

const maxRunMs = 60_000

/** A model whose parts the test sends by hand. */
function handModel() {
  const queue: (readonly ReplyPart[])[] = []
  let wake = () => {}
  let isEnded = false
  let wasAborted = false
  const provider: Provider = {
    id: 'hand',
    models: async () => [],
    async *reply({ signal }) {
      signal.addEventListener('abort', () => wake())
      for (;;) {
        wasAborted = signal.aborted
        if (signal.aborted) return
        const parts = queue.shift()
        if (parts) yield parts
        else if (isEnded) return
        else await new Promise<void>((resolve) => (wake = resolve))
      }
    },
  }
  return {
    provider,
    say(...parts: ReplyPart[]) {
      queue.push(parts)
      wake()
    },
    end() {
      isEnded = true
      wake()
    },
    wasAborted: () => wasAborted,
  }
}

/** A manager over a real database whose log the test can make refuse, and whose timers it lets run out. */
async function prepare(limits: { maxRuns?: number; maxQueuedRunsPerOwner?: number } = {}) {
  const clock = new FakeClock()
  const dataDir = makeDataDir()
  const database = openChatDatabase({ path: `${dataDir.path}/livetype.db`, durability: 'process' })
  onTestFinished(() => {
    database.close()
    dataDir.remove()
  })
  const conversation = { id: conversationId, title: 'x', titleOrigin: 'words', createdAt: 1, updatedAt: 1 } as const
  const message = {
    id: questionId,
    parentId: null,
    role: 'user',
    parts: [{ type: 'text', text: 'Hi' }],
    createdAt: 1,
  } as const
  await database.log.append([
    {
      log: workspaceLog(localOwnerId),
      event: { type: 'conversation-created', conversation: { ...conversation, runningCount: 0 } },
    },
    {
      log: conversationLog(conversationId),
      event: { type: 'message-added', message: { ...message, parts: [...message.parts] } },
    },
  ])
  const refused = { isRefused: (_: Parameters<EventLog['append']>[0]) => false }
  const append: EventLog['append'] = async (entries) => {
    if (refused.isRefused(entries)) throw new ChatError('storage-failed', 'The disk is full.', { isRetryable: true })
    await database.log.append(entries)
  }
  const model = handModel()
  const runs = createRunManager({
    database: { ...database, log: { ...database.log, append } },
    systemPrompt: '',
    limits: { maxRuns: 64, maxRunsPerOwner: 64, maxQueuedRunsPerOwner: 64, maxRunMs, ...limits },
    clock,
    logger: createLogger('silent'),
    now: Date.now,
  })
  const start = () =>
    runs.start({
      ownerId: localOwnerId,
      conversationId,
      parentId: questionId,
      replyId: makeId(),
      provider: model.provider,
      model: { id: 'hand', name: 'Hand', isDemo: false, description: '', contextTokens: 8_000 },
      before: [],
    })
  /** Follows the conversation until it has had `count` such events. */
  const until = async (type: LoggedEvent['type'], count: number) => {
    const stop = new AbortController()
    let seen = 0
    const events = []
    for await (const batch of database.log.follow(new Map([[conversationLog(conversationId), 0]]), stop.signal)) {
      for (const event of batch.type === 'events' ? batch.events : []) {
        events.push(event)
        if (event.type === type) seen += 1
      }
      if (seen >= count) stop.abort()
    }
    return events
  }
  const untilEnded = (count: number) => until('run-ended', count)
  return { database, runs, model, refused, clock, start, until, untilEnded }
}

it('[LOG6] a refused delta ends the run as failed, keeps what was stored, and leaves the model', async () => {
  const { model, refused, start, untilEnded, database } = await prepare()
  refused.isRefused = (entries) => entries.some(({ event }) => isDelta(event) && event.text.includes('lost'))
  const reply = await start()
  model.say({ type: 'text', text: 'kept' })
  model.say({ type: 'text', text: 'lost' })
  const events = await untilEnded(1)
  expect(events.at(-1)).toMatchObject({ type: 'run-ended', status: 'failed', failure: { code: 'storage-failed' } })
  const stored = await database.messages.find(localOwnerId, reply.id)
  expect(stored && textOf(stored.message)).toBe('kept')
  expect(model.wasAborted()).toBe(true)
})

it('[RUN3] an end that was refused is stored when the store takes it again, once', async () => {
  const { model, refused, start, untilEnded, runs, clock } = await prepare()
  const wasRefused = Promise.withResolvers<void>()
  let refusals = 1
  refused.isRefused = (entries) => {
    if (!entries.some(({ event }) => event.type === 'run-ended') || refusals-- <= 0) return false
    wasRefused.resolve()
    return true
  }
  await start()
  model.say({ type: 'text', text: 'done' }, { type: 'finish', reason: 'stop' })
  model.end()
  await wasRefused.promise
  await vi.waitUntil(() => clock.pendingCount > 0)
  clock.advance(1_000)
  const events = await untilEnded(1)
  expect(events.filter((event) => event.type === 'run-ended')).toMatchObject([{ status: 'completed' }])
  expect(runs.runningCount(conversationId)).toBe(0)
})

it('[RUN3] a start that was refused runs nothing', async () => {
  const { refused, start, runs, model } = await prepare()
  refused.isRefused = () => true
  await expect(start()).rejects.toMatchObject({ code: 'storage-failed' })
  expect(runs.runningCount(conversationId)).toBe(0)
  expect(model.wasAborted()).toBe(false)
})

it('[RUN3] a shutdown ends what runs as interrupted and takes nothing new', async () => {
  const { model, start, untilEnded, runs } = await prepare()
  await start()
  model.say({ type: 'text', text: 'so far' })
  await runs.shutdown()
  const events = await untilEnded(1)
  expect(events.filter((event) => event.type === 'run-ended')).toMatchObject([{ status: 'interrupted' }])
  await expect(start()).rejects.toMatchObject({ code: 'server-shutting-down', isRetryable: true })
})

it('two replies of one conversation that end together leave none counted', async () => {
  const { model, start, untilEnded, runs, database } = await prepare()
  await Promise.all([start(), start()])
  expect(runs.runningCount(conversationId)).toBe(2)
  await runs.stopConversation(conversationId)
  await untilEnded(2)
  const events = await database.log.read(workspaceLog(localOwnerId), 0, 100)
  expect(events.at(-1)).toMatchObject({ type: 'conversation-updated', runningCount: 0 })
  expect(model.wasAborted()).toBe(true)
})

it('[RUN8] a run that takes too long fails, keeps its text and leaves the model', async () => {
  const { model, start, until, untilEnded, database, clock } = await prepare()
  const reply = await start()
  model.say({ type: 'text', text: 'so far' })
  await until('text-delta', 1)
  clock.advance(maxRunMs)
  const events = await untilEnded(1)
  expect(events.at(-1)).toMatchObject({
    status: 'failed',
    failure: { code: 'run-deadline-exceeded', isRetryable: true },
  })
  const stored = await database.messages.find(localOwnerId, reply.id)
  expect(stored && textOf(stored.message)).toBe('so far')
  expect(model.wasAborted()).toBe(true)
})

it('[RUN8] the deadline of a run that has ended is forgotten', async () => {
  const { model, start, untilEnded, clock } = await prepare()
  await start()
  model.say({ type: 'text', text: 'done' }, { type: 'finish', reason: 'stop' })
  model.end()
  await untilEnded(1)
  expect(clock.pendingCount).toBe(0)
})

it('[RUN7] a run beyond the limit waits, and begins when another has ended', async () => {
  const { model, start, untilEnded, runs } = await prepare({ maxRuns: 1 })
  const first = await start()
  const second = await start()
  expect(second.reply).toMatchObject({ status: 'queued' })
  expect(runs.runningCount(conversationId)).toBe(2)
  await runs.stop(first.runId)
  model.say({ type: 'text', text: 'my turn' }, { type: 'finish', reason: 'stop' })
  model.end()
  const events = await untilEnded(2)
  const ofRuns = events.flatMap((event) => ('runId' in event ? [[event.type, event.runId === second.runId]] : []))
  expect(ofRuns).toEqual([
    ['run-started', false],
    ['run-queued', true],
    ['run-ended', false],
    ['run-started', true],
    ['run-ended', true],
  ])
})

it('[RUN7] [RUN4] a run that waits is stopped at once, and never asks the model', async () => {
  const { start, untilEnded, runs, clock, database } = await prepare({ maxRuns: 1 })
  const first = await start()
  const second = await start()
  await runs.stop(second.runId)
  const stored = await database.messages.find(localOwnerId, second.id)
  expect(stored?.message).toMatchObject({ parts: [], reply: { status: 'stopped' } })
  expect(runs.runningCount(conversationId)).toBe(1)
  // Only the deadline of the first is left.
  expect(clock.pendingCount).toBe(1)
  await runs.stop(first.runId)
  const events = await untilEnded(2)
  expect(events.filter((event) => event.type === 'run-started')).toHaveLength(1)
})

it('[RUN7] a shutdown ends what waits as interrupted', async () => {
  const { start, untilEnded, runs } = await prepare({ maxRuns: 1 })
  await Promise.all([start(), start(), start()])
  await runs.shutdown()
  const events = await untilEnded(3)
  expect(events.filter((event) => event.type === 'run-ended').map((event) => event.status)).toEqual(
    Array.from({ length: 3 }, () => 'interrupted'),
  )
  expect(events.filter((event) => event.type === 'run-started')).toHaveLength(1)
})

it('[RUN7] where too many wait, another is refused, and nothing of it is kept', async () => {
  const { start, runs, database } = await prepare({ maxRuns: 1, maxQueuedRunsPerOwner: 1 })
  await start()
  await start()
  await expect(start()).rejects.toMatchObject({ code: 'too-many-runs', isRetryable: true })
  expect(runs.runningCount(conversationId)).toBe(2)
  expect((await database.log.bounds(conversationLog(conversationId))).headSeq).toBe(3)
  await runs.shutdown()
})

it('[RUN7] [LOG6] a run whose turn has come and whose start is refused fails, and the next one has its turn', async () => {
  const { start, untilEnded, runs, refused, model } = await prepare({ maxRuns: 1 })
  const first = await start()
  const second = await start()
  const third = await start()
  refused.isRefused = (entries) =>
    entries.some(({ event }) => event.type === 'run-started' && event.runId === second.runId)
  model.say({ type: 'text', text: 'mine' }, { type: 'finish', reason: 'stop' })
  model.end()
  await runs.stop(first.runId)
  const ends = (await untilEnded(3)).filter((event) => event.type === 'run-ended')
  expect(ends.find((end) => end.runId === second.runId)).toMatchObject({ failure: { code: 'storage-failed' } })
  expect(ends.find((end) => end.runId === third.runId)).toMatchObject({ status: 'completed' })
})
