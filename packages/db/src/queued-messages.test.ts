import type { NewEvent, QueuedMessage } from '@livetype/protocol'
import { describe, expect, it } from 'vitest'
import { conversationLog, workspaceLog } from './event-log/event-log.ts'
import { localOwnerId } from './repositories/users.ts'
import { addFile } from './test-support/added-file.ts'
import {
  begunConversation,
  conversationId,
  openTemporaryDatabase,
  replyId,
  runEnded,
} from './test-support/temporary-database.ts'

const noSignal = new AbortController().signal
const day = 24 * 60 * 60 * 1_000
const log = conversationLog(conversationId)
const entry = (event: NewEvent) => ({ log, event })
const queued = (id: string, parts: QueuedMessage['parts'] = [{ type: 'text', text: id }]): QueuedMessage => ({
  id,
  parts,
  replies: [{ replyId: `reply-to-${id}`, modelId: 'demo' }],
  queuedAt: 4,
})
const queue = (message: QueuedMessage) => entry({ type: 'message-queued', message })
const held = entry({ type: 'queue-held', hold: { reason: 'stopped' } })
const added = (id: string, parts: QueuedMessage['parts'] = []) =>
  entry({ type: 'message-added', message: { id, parentId: replyId, role: 'user', parts, createdAt: 9 } })
const removed = (messageId: string) => entry({ type: 'queued-message-removed', messageId })

describe('queued messages', () => {
  it('[QUEUE1] [DOOR1] wait in their order, over a restart, for their owner alone', async () => {
    await using temporary = openTemporaryDatabase()
    await temporary.database.log.append([...begunConversation, queue(queued('queued-1')), queue(queued('queued-2'))])
    const { queues } = temporary.reopen()
    const messages = [queued('queued-1'), queued('queued-2')]
    expect(await queues.of(localOwnerId, conversationId)).toEqual({ messages, hold: null })
    expect(await queues.of('another-owner', conversationId)).toEqual({ messages: [], hold: null })
    expect(await queues.allWaiting()).toEqual([{ ownerId: localOwnerId, conversationId }])
  })

  it('[QUEUE1] leave the queue in the transaction that adds them', async () => {
    await using temporary = openTemporaryDatabase()
    const { database } = temporary
    await database.log.append([...begunConversation, queue(queued('queued-1')), runEnded, held])
    expect((await database.queues.of(localOwnerId, conversationId)).hold).toEqual({ reason: 'stopped' })
    await database.log.append([added('queued-1')])
    expect(await database.queues.of(localOwnerId, conversationId)).toEqual({ messages: [], hold: null })
    expect(await database.queues.allWaiting()).toEqual([])
    await expect(database.log.append([queue(queued('queued-1')), added('queued-1')])).rejects.toMatchObject({
      code: 'storage-failed',
    })
    expect(await database.queues.of(localOwnerId, conversationId)).toMatchObject({ messages: [] })
  })

  it('[QUEUE2] that were removed are gone, and their ids stay taken', async () => {
    await using temporary = openTemporaryDatabase()
    const { database } = temporary
    await database.log.append([...begunConversation, queue(queued('queued-1')), held, removed('queued-1')])
    expect(await database.queues.of(localOwnerId, conversationId)).toEqual({ messages: [], hold: null })
    expect(await database.queues.isTaken('queued-1')).toBe(true)
    expect(await database.queues.wasRemoved(localOwnerId, conversationId, 'queued-1')).toBe(true)
    expect(await database.queues.wasRemoved('another-owner', conversationId, 'queued-1')).toBe(false)
    await database.log.append([queue(queued('queued-2'))])
    // What held the one that is gone does not hold this one.
    expect((await database.queues.of(localOwnerId, conversationId)).hold).toBeNull()
  })

  it('[FILE2] keep their files, from an edit on those they have then, until they are removed', async () => {
    const time = { now: 1 }
    await using temporary = openTemporaryDatabase({ now: () => time.now })
    const { database } = temporary
    const [first, second] = ['file-0001', 'file-0002']
    const { attachment } = await addFile(database, { fileId: first, content: 'one' })
    const other = (await addFile(database, { fileId: second, content: 'two' })).attachment
    await database.log.append([...begunConversation, runEnded, queue(queued('queued-1', [attachment, other]))])
    time.now = 3 * day
    expect(await database.upkeep(noSignal)).toMatchObject({ purgedFiles: 0 })
    await database.log.append([entry({ type: 'queued-message-edited', messageId: 'queued-1', parts: [attachment] })])
    expect(await database.upkeep(noSignal)).toMatchObject({ purgedFiles: 1 })
    expect(await database.files.isTaken(second)).toBe(false)
    await database.log.append([queue(queued('queued-2', [attachment])), added('queued-1', [attachment])])
    await database.log.append([removed('queued-2')])
    // The message that was sent has it.
    expect(await database.upkeep(noSignal)).toMatchObject({ purgedFiles: 0 })
    expect(await database.files.isTaken(first)).toBe(true)
  })

  it('go with their conversation', async () => {
    const time = { now: 1 }
    await using temporary = openTemporaryDatabase({ now: () => time.now })
    const { database } = temporary
    const { attachment } = await addFile(database, { fileId: 'file-0001', content: 'one' })
    await database.log.append([
      ...begunConversation,
      runEnded,
      queue(queued('queued-1', [attachment])),
      { log: workspaceLog(localOwnerId), event: { type: 'conversation-deleted', conversationId } },
    ])
    expect(await database.queues.allWaiting()).toEqual([])
    expect(await database.queues.of(localOwnerId, conversationId)).toEqual({ messages: [], hold: null })
    time.now = 3 * day
    expect(await database.upkeep(noSignal)).toMatchObject({ purgedConversations: 1, purgedFiles: 1 })
    expect(await database.queues.isTaken('queued-1')).toBe(false)
  })
})
