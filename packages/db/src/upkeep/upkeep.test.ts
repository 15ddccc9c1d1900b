import { setImmediate as nextTurn } from 'node:timers/promises'
import { type NewEvent, textOf } from '@livetype/protocol'
import { describe, expect, it } from 'vitest'
import type { ChatDatabase } from '../chat-database.ts'
import { conversationLog, type NewEntry, workspaceLog } from '../event-log/event-log.ts'
import { localOwnerId } from '../repositories/users.ts'
import {
  begunConversation,
  conversationId,
  delta,
  openTemporaryDatabase,
  questionId,
  replyId,
  runEnded,
} from '../test-support/temporary-database.ts'

const log = conversationLog(conversationId)
const workspace = workspaceLog(localOwnerId)
const noSignal = new AbortController().signal
const minute = 60_000
const day = 24 * 60 * minute

/** A database whose time the test sets; the conversation's run ended at 3 ms. */
function openAt(now: number) {
  const time = { now }
  return { time, temporary: openTemporaryDatabase({ now: () => time.now }) }
}

const secondRun: NewEvent = {
  type: 'run-started',
  runId: 'run-000002',
  messageId: 'reply-0002',
  parentId: questionId,
  modelId: 'demo',
  modelName: 'Demo',
  startedAt: 4,
}

describe('pruning', () => {
  it('[LOG5] leaves the events of a run until a while after its end, and then the floor stays', async () => {
    const { time, temporary } = openAt(10 * minute)
    await using _ = temporary
    const { database } = temporary
    await database.log.append([...begunConversation, delta('text', 0, [0, 'Hello']), runEnded])
    expect(await database.upkeep(noSignal)).toEqual({
      prunedEvents: 0,
      purgedConversations: 0,
      purgedFiles: 0,
      indexedMessages: 0,
    })
    time.now = 11 * minute
    expect(await database.upkeep(noSignal)).toEqual({
      prunedEvents: 4,
      purgedConversations: 0,
      purgedFiles: 0,
      indexedMessages: 0,
    })
    const reopened = temporary.reopen()
    expect(await reopened.log.bounds(log)).toMatchObject({ floorSeq: 4, headSeq: 4 })
    const snapshot = await reopened.conversationSnapshot(localOwnerId, conversationId)
    expect(snapshot?.seq).toBe(4)
    expect(snapshot?.messages.map(textOf)).toEqual(['Hi', 'Hello'])
  })

  it('[LOG5] never removes what an open run has written, however old', async () => {
    const { temporary } = openAt(day)
    await using _ = temporary
    const { database } = temporary
    await database.log.append([...begunConversation, delta('text', 0, [0, 'Hello']), runEnded])
    const soFar: NewEvent = { type: 'text-delta', messageId: 'reply-0002', partIndex: 0, offset: 0, text: 'so far' }
    await database.log.append([secondRun, soFar].map((event) => ({ log, event })))
    expect((await database.upkeep(noSignal)).prunedEvents).toBe(4)
    expect(await database.log.bounds(log)).toMatchObject({ floorSeq: 4, headSeq: 6 })
    const snapshot = await temporary.reopen().conversationSnapshot(localOwnerId, conversationId)
    expect(snapshot?.messages.map(textOf)).toEqual(['Hi', 'Hello', 'so far'])
  })

  describe('of a reply that was continued', () => {
    const continued: NewEvent = { ...secondRun, messageId: replyId, continues: true }
    const more = delta('text', 0, [5, ', you'])
    const secondEnd: NewEvent = {
      type: 'run-ended',
      runId: 'run-000002',
      messageId: replyId,
      status: 'stopped',
      endedAt: 20 * minute,
    }
    const undone: NewEvent = { type: 'run-undone', runId: 'run-000002', messageId: replyId }
    const replyTexts = async (database: ChatDatabase) =>
      (await database.conversationSnapshot(localOwnerId, conversationId))?.messages.map(textOf)

    it('[LOG5] removes what its earlier runs wrote, and nothing of the one that goes on', async () => {
      const { time, temporary } = openAt(day)
      await using _ = temporary
      const { database } = temporary
      await database.log.append([...begunConversation, delta('text', 0, [0, 'Hello']), runEnded])
      await database.log.append([{ log, event: continued }, more])
      expect((await database.upkeep(noSignal)).prunedEvents).toBe(4)
      const reopened = temporary.reopen({ now: () => time.now })
      expect(await replyTexts(reopened)).toEqual(['Hi', 'Hello, you'])
      await reopened.log.append([{ log, event: secondEnd }])
      expect((await reopened.upkeep(noSignal)).prunedEvents).toBe(3)
      await reopened.log.append([{ log, event: undone }])
      expect(await replyTexts(temporary.reopen())).toEqual(['Hi', 'Hello'])
    })

    it('[LOG5] [RUN10] leaves what was taken back until a while after that', async () => {
      const { time, temporary } = openAt(20 * minute)
      await using _ = temporary
      const { database } = temporary
      await database.log.append([...begunConversation, delta('text', 0, [0, 'Hello']), runEnded])
      await database.log.append([{ log, event: continued }, more, { log, event: secondEnd }])
      time.now = 31 * minute
      await database.log.append([{ log, event: undone }])
      expect((await database.upkeep(noSignal)).prunedEvents).toBe(4)
      time.now = 42 * minute
      expect((await database.upkeep(noSignal)).prunedEvents).toBe(4)
    })
  })

  it('[LOG5] keeps the newest thousand of a workspace, whatever their age', async () => {
    const { temporary } = openAt(day)
    await using _ = temporary
    const { database } = temporary
    await database.log.append(begunConversation)
    const renamed = (title: string): NewEntry => ({
      log: workspace,
      event: { type: 'conversation-renamed', conversationId, title, titleOrigin: 'user' },
    })
    await database.log.append(Array.from({ length: 1_700 }, (_, index) => renamed(`Title ${index}`)))
    await database.upkeep(noSignal)
    expect(await database.log.bounds(workspace)).toMatchObject({ floorSeq: 701, headSeq: 1_701 })
    expect((await database.conversations.find(localOwnerId, conversationId))?.title).toBe('Title 1699')
  })

  it('[LOG5] works in small transactions, and ends where it is told to', async () => {
    const { temporary } = openAt(day)
    await using _ = temporary
    const { database } = temporary
    const deltas = Array.from({ length: 2_000 }, (_, index) => delta('text', 0, [index, 'x']))
    await database.log.append([...begunConversation, ...deltas, runEnded])
    const stop = new AbortController()
    const upkeep = database.upkeep(stop.signal)
    while ((await database.log.bounds(log)).floorSeq === 0) await nextTurn()
    stop.abort()
    const { prunedEvents } = await upkeep
    expect(prunedEvents).toBeGreaterThan(0)
    expect(prunedEvents).toBeLessThan(2_003)
    expect((await database.upkeep(noSignal)).prunedEvents).toBe(2_003 - prunedEvents)
    const reply = await database.messages.find(localOwnerId, replyId)
    expect(reply && textOf(reply.message)).toBe('x'.repeat(2_000))
  })
})

describe('purging', () => {
  const deleted: NewEntry = { log: workspace, event: { type: 'conversation-deleted', conversationId } }

  it('[LOG2] removes for good what was deleted long enough ago; its id and its seqs never come again', async () => {
    const { time, temporary } = openAt(1_000)
    await using _ = temporary
    const { database } = temporary
    await database.log.append([...begunConversation, runEnded, deleted])
    time.now = day + 1_000
    expect((await database.upkeep(noSignal)).purgedConversations).toBe(0)
    time.now += 1
    expect((await database.upkeep(noSignal)).purgedConversations).toBe(1)
    for (const open of [() => database, () => temporary.reopen()]) {
      const after = open()
      expect(await after.conversations.findDeleted(localOwnerId, conversationId)).toBeUndefined()
      expect(await after.messages.isTaken(replyId)).toBe(false)
      expect(await after.conversations.isTaken(conversationId)).toBe(true)
      expect(await after.log.bounds(log)).toMatchObject({ floorSeq: 3, headSeq: 3 })
    }
  })

  it('waits for a run that has not ended', async () => {
    const { time, temporary } = openAt(1_000)
    await using _ = temporary
    const { database } = temporary
    await database.log.append([...begunConversation, deleted])
    time.now = 2 * day
    expect((await database.upkeep(noSignal)).purgedConversations).toBe(0)
    await database.log.append([runEnded])
    expect((await database.upkeep(noSignal)).purgedConversations).toBe(1)
  })

  it('removes a conversation whose messages follow one another for long', async () => {
    const { time, temporary } = openAt(1_000)
    await using _ = temporary
    const { database } = temporary
    const messages = Array.from({ length: 3_000 }, (_, index): NewEntry => {
      const parentId = index === 0 ? questionId : `message-${index - 1}`
      const parts = [{ type: 'text' as const, text: 'x' }]
      const message = { id: `message-${index}`, parentId, role: 'user' as const, parts, createdAt: 1 }
      return { log, event: { type: 'message-added', message } }
    })
    await database.log.append([...begunConversation, runEnded, ...messages, deleted])
    time.now = 2 * day
    expect((await database.upkeep(noSignal)).purgedConversations).toBe(1)
    expect(await database.messages.isTaken('message-0')).toBe(false)
  })
})
