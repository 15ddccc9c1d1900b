import { emptyConversation, foldConversation, isWorkspaceEvent, messageById, textOf } from '@livetype/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openChatDatabase } from './chat-database.ts'
import { conversationLog, workspaceLog } from './event-log/event-log.ts'
import { localOwnerId } from './repositories/users.ts'
import {
  begunConversation,
  conversationId,
  delta,
  openTemporaryDatabase,
  questionId,
  replyId,
  runEnded,
  runId,
} from './test-support/temporary-database.ts'

const log = conversationLog(conversationId)

describe('the tables follow the log', () => {
  it('[LOG4] the stored reply equals the fold of its events, however it came', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            type: fc.constantFrom('text' as const, 'reasoning' as const),
            text: fc.string({ minLength: 1 }),
          }),
          {
            maxLength: 20,
          },
        ),
        fc.boolean(),
        async (pieces, isRestarted) => {
          await using temporary = openTemporaryDatabase()
          await temporary.database.log.append(begunConversation)
          let partIndex = -1
          let offset = 0
          let last: string | undefined
          for (const { type, text } of pieces) {
            if (type !== last) {
              partIndex += 1
              offset = 0
              last = type
            }
            await temporary.database.log.append([delta(type, partIndex, [offset, text])])
            offset += text.length
          }
          // After a restart nothing is in memory: the reply is folded from the disk.
          if (isRestarted) temporary.reopen()
          await temporary.database.log.append([runEnded])
          const events = await temporary.database.log.read(log, 0, 1_000)
          let state = emptyConversation(conversationId)
          for (const event of events) if (!isWorkspaceEvent(event)) state = foldConversation(state, event)
          const stored = await temporary.database.messages.find(localOwnerId, replyId)
          expect(stored?.message).toEqual(messageById(state, replyId))
        },
      ),
      { numRuns: 15 },
    )
  })

  it('[SUB2] a snapshot in mid-reply has the text so far and the position behind it', async () => {
    await using temporary = openTemporaryDatabase()
    const { database } = temporary
    await database.log.append([...begunConversation, delta('text', 0, [0, 'Hel'])])
    const snapshot = await database.conversationSnapshot(localOwnerId, conversationId)
    expect(snapshot?.seq).toBe(3)
    expect(snapshot?.conversation.runningCount).toBe(1)
    expect(snapshot?.messages.at(-1)).toMatchObject({
      parts: [{ type: 'text', text: 'Hel' }],
      reply: { status: 'running' },
    })
  })

  it('[RUN5] what is open after a crash is found with all that was committed', async () => {
    await using temporary = openTemporaryDatabase()
    await temporary.database.log.append([...begunConversation, delta('text', 0, [0, 'Hel'])])
    const reopened = temporary.reopen()
    expect(await reopened.runs.allOpen()).toEqual([
      { runId, messageId: replyId, conversationId, ownerId: localOwnerId },
    ])
  })

  it('[LOG2] positions go on after a restart', async () => {
    await using temporary = openTemporaryDatabase()
    await temporary.database.log.append(begunConversation)
    const reopened = temporary.reopen()
    await reopened.log.append([delta('text', 0, [0, 'a'])])
    expect((await reopened.log.read(log, 2, 10)).map((event) => event.seq)).toEqual([3])
  })

  it('gives a model the turns before a message, the first one first', async () => {
    await using temporary = openTemporaryDatabase()
    await temporary.database.log.append([...begunConversation, runEnded])
    const path = await temporary.database.messages.ancestors(localOwnerId, replyId)
    expect(path.map((message) => message.id)).toEqual([questionId, replyId])
  })

  it('gives a model what a reply before it has so far, while that is still being written', async () => {
    await using temporary = openTemporaryDatabase()
    await temporary.database.log.append([...begunConversation, delta('text', 0, [0, 'so far'])])
    const path = await temporary.database.messages.ancestors(localOwnerId, replyId)
    expect(path.map(textOf)).toEqual(['Hi', 'so far'])
  })
})

describe('a failed append', () => {
  it('[LOG6] leaves nothing behind, fails what builds on it, and nobody else', async () => {
    await using temporary = openTemporaryDatabase()
    const { database } = temporary
    await database.log.append(begunConversation)
    const other = { id: 'conversation-2', title: 'Other', titleOrigin: 'words', createdAt: 2, updatedAt: 2 } as const
    const results = await Promise.allSettled([
      database.log.append(begunConversation),
      database.log.append([delta('text', 0, [0, 'a'])]),
      database.log.append([
        {
          log: workspaceLog(localOwnerId),
          event: { type: 'conversation-created', conversation: { ...other, runningCount: 0 } },
        },
      ]),
    ])
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected', 'fulfilled'])
    await database.log.append([delta('text', 0, [0, 'a'])])
    expect((await database.log.read(log, 0, 10)).map((event) => event.seq)).toEqual([1, 2, 3])
  })

  it('[LOG3] one bad append does not fail a neighbour in another log', async () => {
    await using temporary = openTemporaryDatabase()
    const { database } = temporary
    await database.log.append(begunConversation)
    const [bad, good] = await Promise.allSettled([
      database.log.append(begunConversation.slice(1)),
      database.log.append([
        {
          log: workspaceLog(localOwnerId),
          event: { type: 'conversation-renamed', conversationId, title: 'New', titleOrigin: 'user' },
        },
      ]),
    ])
    expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled'])
    expect((await database.conversations.find(localOwnerId, conversationId))?.title).toBe('New')
  })
})

describe('owners', () => {
  it('[DOOR1] another owner’s rows are not there', async () => {
    await using temporary = openTemporaryDatabase()
    const { database } = temporary
    await database.log.append(begunConversation)
    const stranger = 'somebody-else'
    expect(await database.conversations.list(stranger)).toEqual([])
    expect(await database.conversations.find(stranger, conversationId)).toBeUndefined()
    expect(await database.conversationSnapshot(stranger, conversationId)).toBeUndefined()
    expect(await database.messages.find(stranger, replyId)).toBeUndefined()
    expect(await database.messages.ancestors(stranger, replyId)).toEqual([])
    expect(await database.messages.firstReply(stranger, questionId)).toBeUndefined()
    expect(await database.runs.find(stranger, conversationId, runId)).toBeUndefined()
  })
})

describe('deleting', () => {
  const deleted = { log: workspaceLog(localOwnerId), event: { type: 'conversation-deleted', conversationId } } as const

  it('hides a conversation until it is restored', async () => {
    await using temporary = openTemporaryDatabase()
    const { database } = temporary
    await database.log.append([...begunConversation, deleted])
    expect(await database.conversations.list(localOwnerId)).toEqual([])
    expect(await database.messages.find(localOwnerId, replyId)).toBeUndefined()
    const conversation = await database.conversations.findDeleted(localOwnerId, conversationId)
    if (!conversation) expect.fail('it can be restored')
    await database.log.append([{ log: deleted.log, event: { type: 'conversation-restored', conversation } }])
    expect(await database.conversations.list(localOwnerId)).toHaveLength(1)
  })
})

describe('a database that two processes have open', () => {
  it('[RUN6] takes appends of the one that opened it last and refuses the other’s', async () => {
    await using temporary = openTemporaryDatabase()
    const old = temporary.database
    await old.log.append(begunConversation)
    const latest = openChatDatabase({ path: temporary.path, durability: 'process' })
    await expect(old.log.append([delta('text', 0, [0, 'old'])])).rejects.toMatchObject({ code: 'storage-failed' })
    await latest.log.append([delta('text', 0, [0, 'new'])])
    expect(await latest.log.read(log, 2, 10)).toMatchObject([{ seq: 3, text: 'new' }])
    latest.close()
  })
})

describe('the epoch', () => {
  it('[SUB2] rises with time, and by one where time stands still or is turned back', async () => {
    await using temporary = openTemporaryDatabase({ now: () => 5_000 })
    const { log: before } = temporary.database
    expect(await before.raiseEpoch()).toBe(5_000)
    expect(await before.raiseEpoch()).toBe(5_001)
    const { log: after } = temporary.reopen({ now: () => 4_000 })
    expect((await after.bounds(log)).epoch).toBe(5_001)
    expect(await after.raiseEpoch()).toBe(5_002)
  })

  it('[SUB2] a copy that was put in place comes to no epoch that another line of history has', async () => {
    await using temporary = openTemporaryDatabase({ now: () => 5_000 })
    await using copy = openTemporaryDatabase({ now: () => 9_000 })
    const epochs = [await temporary.database.log.raiseEpoch(), await copy.database.log.raiseEpoch()]
    expect(new Set(epochs).size).toBe(2)
  })

  it('[SUB2] comes with a snapshot from the same moment', async () => {
    await using temporary = openTemporaryDatabase({ now: () => 5_000 })
    const { database } = temporary
    await database.log.append(begunConversation)
    const taken = database.conversationSnapshot(localOwnerId, conversationId)
    const list = database.workspaceSnapshot(localOwnerId)
    await database.log.raiseEpoch()
    expect((await taken)?.epoch).toBe(1)
    expect((await list).epoch).toBe(1)
  })
})
