import {
  type AssistantMessage,
  type ConversationState,
  conversationFromSnapshot,
  emptyConversation,
  foldConversation,
  isOpen,
  isWorkspaceEvent,
  messageById,
  type NewEvent,
} from '@livetype/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChatDatabase } from './chat-database.ts'
import { conversationLog } from './event-log/event-log.ts'
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
const run = { messageId: replyId, parentId: questionId, modelId: 'demo', modelName: 'Demo' }

/** What may happen to a reply next; what does not fit how it stands is left out. */
type Step = { readonly what: 'text' | 'think' | 'queue' | 'start' | 'end' | 'undo' | 'restart'; readonly text: string }

const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom('text', 'text', 'think', 'queue', 'start', 'start', 'end', 'end', 'undo', 'restart'),
  text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
})

/** The event of a step for a reply that stands so. */
function eventOf(step: Step, reply: AssistantMessage, nextRunId: string): NewEvent | undefined {
  const { status } = reply.reply
  switch (step.what) {
    case 'text':
    case 'think': {
      if (status !== 'running') return undefined
      const type = step.what === 'text' ? 'text' : 'reasoning'
      const last = reply.parts.findLastIndex((part) => part.type === type)
      const partIndex = last === -1 ? reply.parts.length : last
      const offset = reply.parts[last]?.text.length ?? 0
      return { type: `${type}-delta`, messageId: replyId, partIndex, offset, text: step.text }
    }
    case 'queue':
      return isOpen(reply.reply)
        ? undefined
        : { type: 'run-queued', ...run, runId: nextRunId, continues: true, queuedAt: 4 }
    case 'start':
      if (status === 'running') return undefined
      return status === 'queued'
        ? { type: 'run-started', ...run, runId: reply.runId, startedAt: 5 }
        : { type: 'run-started', ...run, runId: nextRunId, continues: true, startedAt: 5 }
    case 'end':
      return isOpen(reply.reply)
        ? { type: 'run-ended', runId: reply.runId, messageId: replyId, status: 'stopped', endedAt: 6 }
        : undefined
    case 'undo':
      return isOpen(reply.reply) || !reply.earlierRuns
        ? undefined
        : { type: 'run-undone', runId: reply.runId, messageId: replyId }
    case 'restart':
      return undefined
  }
}

function replyIn(state: ConversationState): AssistantMessage {
  const reply = messageById(state, replyId)
  if (reply?.role !== 'assistant') throw new Error('the reply is gone')
  return reply
}

async function foldLog(database: ChatDatabase): Promise<ConversationState> {
  let state = emptyConversation(conversationId)
  for (const event of await database.log.read(log, 0, 1_000)) {
    if (isWorkspaceEvent(event)) continue
    state = foldConversation(state, event)
    // Whatever is told twice changes nothing.
    state = foldConversation(state, event)
  }
  return state
}

async function snapshotState(database: ChatDatabase): Promise<ConversationState> {
  const snapshot = await database.conversationSnapshot(localOwnerId, conversationId)
  if (!snapshot) throw new Error('the conversation is gone')
  return conversationFromSnapshot(snapshot)
}

describe('a reply that is queued, continued and taken back', () => {
  it('[RUN9] [RUN10] [LOG4] is in the tables what it is by its events, whatever happens in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stepArbitrary, { maxLength: 40 }), async (steps) => {
        await using temporary = openTemporaryDatabase()
        await temporary.database.log.append(begunConversation)
        for (const [index, step] of steps.entries()) {
          if (step.what === 'restart') temporary.reopen()
          const event = eventOf(step, replyIn(await snapshotState(temporary.database)), `run-of-step-${index}`)
          if (event) await temporary.database.log.append([{ log, event }])
          expect(await snapshotState(temporary.database)).toEqual(await foldLog(temporary.database))
        }
        // A client with a snapshot goes on from it as one that has seen everything.
        const state = await snapshotState(temporary.database)
        const found = await temporary.database.messages.find(localOwnerId, replyId)
        expect(found?.message).toEqual(replyIn(state))
        const open = (await temporary.database.runs.allOpen()).map((one) => one.runId)
        expect(open).toEqual(isOpen(replyIn(state).reply) ? [replyIn(state).runId] : [])
      }),
      { numRuns: 25 },
    )
  })

  const stopped = [...begunConversation, delta('text', 0, [0, 'Hello wor']), runEnded]
  const continued = {
    log,
    event: { type: 'run-started', ...run, runId: 'run-000002', continues: true, startedAt: 4 },
  } as const
  const end = { log, event: { ...runEnded.event, runId: 'run-000002' } } as const

  it('[RUN5] a continuation that a killed server left open has what was before and what was committed', async () => {
    await using temporary = openTemporaryDatabase()
    await temporary.database.log.append([...stopped, continued, delta('text', 0, [9, 'ld'])])
    const reopened = temporary.reopen()
    expect(await reopened.runs.allOpen()).toMatchObject([{ runId: 'run-000002', messageId: replyId }])
    await reopened.log.append([end])
    const found = await reopened.messages.find(localOwnerId, replyId)
    expect(found?.message).toMatchObject({ parts: [{ text: 'Hello world' }], earlierRuns: [{ runId }] })
  })

  it('[RUN7] a queued reply counts as being made', async () => {
    await using temporary = openTemporaryDatabase()
    const { database } = temporary
    const queued = { type: 'run-queued', ...run, runId: 'run-000002', continues: true, queuedAt: 4 } as const
    await database.log.append([...stopped, { log, event: queued }])
    expect(await database.runs.runningCount(localOwnerId, conversationId)).toBe(1)
    expect((await database.conversations.find(localOwnerId, conversationId))?.runningCount).toBe(1)
    expect((await database.conversations.list(localOwnerId))[0]?.runningCount).toBe(1)
  })

  it('[RUN10] a run that was taken back is known, and its id stays taken', async () => {
    await using temporary = openTemporaryDatabase()
    const { database } = temporary
    const undone = { log, event: { type: 'run-undone', runId: 'run-000002', messageId: replyId } } as const
    await database.log.append([...stopped, continued, delta('text', 0, [9, 'ld']), end, undone])
    expect(await database.runs.find(localOwnerId, conversationId, 'run-000002')).toEqual({
      messageId: replyId,
      isUndone: true,
    })
    expect(await database.runs.isTaken('run-000002')).toBe(true)
    await expect(database.log.append([undone])).rejects.toMatchObject({ code: 'storage-failed' })
  })

  it('[RUN1] the first reply to a message stays the first, however often it was continued', async () => {
    await using temporary = openTemporaryDatabase()
    const { database } = temporary
    await database.log.append([...stopped, continued])
    const reply = await database.messages.firstReply(localOwnerId, questionId)
    expect(reply).toMatchObject({ id: replyId, runId: 'run-000002' })
  })
})
