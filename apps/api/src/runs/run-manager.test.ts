import { conversationLog, type EventLog, localOwnerId, openChatDatabase, workspaceLog } from '@livetype/db'
import { ChatError, isDelta, makeId, textOf } from '@livetype/protocol'
import { expect, it, onTestFinished } from 'vitest'
import { createLogger } from '../logging/create-logger.ts'
import type { Provider, ReplyPart } from '../providers/provider.ts'
import { makeDataDir } from '../test-support/test-config.ts'
import { createRunManager } from './run-manager.ts'

const conversationId = 'conversation-1'
const questionId = 'question-1'

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

/** A manager over a real database whose log the test can make refuse. */
async function prepare() {
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
  /** Follows until the conversation's `count` runs have ended. */
  const untilEnded = async (count: number) => {
    const stop = new AbortController()
    let ended = 0
    const events = []
    for await (const batch of database.log.follow(new Map([[conversationLog(conversationId), 0]]), stop.signal)) {
      for (const event of batch.type === 'events' ? batch.events : []) {
        events.push(event)
        if (event.type === 'run-ended') ended += 1
      }
      if (ended >= count) stop.abort()
    }
    return events
  }
  return { database, runs, model, refused, start, untilEnded }
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
  const { model, refused, start, untilEnded, runs } = await prepare()
  let refusals = 1
  refused.isRefused = (entries) => entries.some(({ event }) => event.type === 'run-ended') && refusals-- > 0
  await start()
  model.say({ type: 'text', text: 'done' }, { type: 'finish', reason: 'stop' })
  model.end()
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
