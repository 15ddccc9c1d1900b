import { conversationLog, type EventLog, localOwnerId, openChatDatabase, workspaceLog } from '@livetype/db'
import { ChatError } from '@livetype/protocol'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createLogger } from '../logging/create-logger.ts'
import { FakeClock } from '../providers/fake-clock.ts'
import { makeDataDir } from '../test-support/test-config.ts'
import { recoverRuns } from './recover-runs.ts'

/** A database in which a killed server has left a run open. */
async function prepare() {
  const dataDir = makeDataDir()
  const database = openChatDatabase({ path: `${dataDir.path}/livetype.db`, durability: 'process' })
  onTestFinished(() => {
    database.close()
    dataDir.remove()
  })
  const conversation = { id: 'conversation-1', title: 'x', titleOrigin: 'words', createdAt: 1, updatedAt: 1 } as const
  const message = { id: 'question-1', parentId: null, role: 'user', createdAt: 1 } as const
  const run = { runId: 'run-000001', messageId: 'reply-0001', parentId: message.id, modelId: 'm', modelName: 'M' }
  const log = conversationLog(conversation.id)
  await database.log.append([
    {
      log: workspaceLog(localOwnerId),
      event: { type: 'conversation-created', conversation: { ...conversation, runningCount: 0 } },
    },
    { log, event: { type: 'message-added', message: { ...message, parts: [{ type: 'text', text: 'Hi' }] } } },
    { log, event: { type: 'run-started', ...run, startedAt: 2 } },
    { log, event: { type: 'text-delta', messageId: run.messageId, partIndex: 0, offset: 0, text: 'Hel' } },
  ])
  const reply = async () => (await database.messages.find(localOwnerId, run.messageId))?.message
  return { database, reply }
}

it('[RUN3] [RUN5] a run that can’t be ended at the start, as on a full disk, is ended when it can', async () => {
  const { database, reply } = await prepare()
  const clock = new FakeClock()
  const stop = new AbortController()
  let isFull = true
  const append: EventLog['append'] = async (entries) => {
    if (isFull) throw new ChatError('storage-failed', 'The disk is full.', { isRetryable: true })
    await database.log.append(entries)
  }
  await recoverRuns({
    database: { ...database, log: { ...database.log, append } },
    logger: createLogger('silent'),
    now: () => 5,
    signal: stop.signal,
    clock,
  })
  expect(await reply()).toMatchObject({ reply: { status: 'running' } })
  await vi.waitFor(() => expect(clock.pendingCount).toBe(1))
  isFull = false
  clock.advance(1_000)
  await vi.waitFor(async () => {
    expect(await reply()).toMatchObject({ parts: [{ text: 'Hel' }], reply: { status: 'interrupted', endedAt: 5 } })
  })
  expect(clock.pendingCount).toBe(0)
})

it('ends to try at a shutdown: the next start begins anew', async () => {
  const { database } = await prepare()
  const clock = new FakeClock()
  const stop = new AbortController()
  const append: EventLog['append'] = () => Promise.reject(new ChatError('storage-failed', 'The disk is full.'))
  await recoverRuns({
    database: { ...database, log: { ...database.log, append } },
    logger: createLogger('silent'),
    now: () => 5,
    signal: stop.signal,
    clock,
  })
  await vi.waitFor(() => expect(clock.pendingCount).toBe(1))
  stop.abort()
  expect(clock.pendingCount).toBe(0)
})
