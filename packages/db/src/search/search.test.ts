import type { NewEvent, SearchQuery } from '@livetype/protocol'
import BetterSqlite3 from 'better-sqlite3'
import { expect, it } from 'vitest'
import { backUpDatabase } from '../backup/back-up-database.ts'
import { restoreDatabase } from '../backup/restore-database.ts'
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
  runId,
} from '../test-support/temporary-database.ts'

const log = conversationLog(conversationId)
const workspace = workspaceLog(localOwnerId)
const noSignal = new AbortController().signal
const day = 24 * 60 * 60 * 1_000

async function idsFound(database: ChatDatabase, query: SearchQuery): Promise<string[]> {
  const { groups } = await database.search.find(localOwnerId, query)
  return groups.flatMap(({ hits }) => hits.map(({ messageId }) => messageId)).sort()
}

/** How many messages and titles the index has, whether they can be found or not. */
function countIndexed(path: string): unknown[] {
  const client = new BetterSqlite3(path, { readonly: true })
  const counts = ['message_search_docsize', 'title_search_docsize'].map((table) =>
    client.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  )
  client.close()
  return counts
}

const inLog = (...events: NewEvent[]): NewEntry[] => events.map((event) => ({ log, event }))

const question = (id: string, text: string, createdAt = 1): NewEvent => ({
  type: 'message-added',
  message: { id, parentId: null, role: 'user', parts: [{ type: 'text', text }], createdAt },
})

function created(id: string, title: string, updatedAt = 1): NewEntry {
  const conversation = { id, title, titleOrigin: 'words' as const, createdAt: 1, updatedAt, runningCount: 0 }
  return { log: workspace, event: { type: 'conversation-created', conversation } }
}

it('[FIND1] finds a question at once and a reply when its run has ended, however it did', async () => {
  for (const status of ['completed', 'stopped', 'failed', 'interrupted'] as const) {
    await using temporary = openTemporaryDatabase()
    const { database } = temporary
    await database.log.append([
      ...begunConversation,
      delta('reasoning', 0, [0, 'Pondering']),
      delta('text', 1, [0, 'Hello']),
    ])
    expect(await idsFound(database, { text: 'hi' })).toEqual([questionId])
    await database.log.append(inLog({ type: 'run-ended', runId, messageId: replyId, status, endedAt: 3 }))
    expect(await idsFound(database, { text: 'hello' })).toEqual([replyId])
    expect(await idsFound(database, { text: 'pondering' })).toEqual([])
    expect(await idsFound(temporary.reopen(), { text: 'hello' })).toEqual([replyId])
  }
})

it('[FIND1] a reply that was continued is found by all of it, and by what is left once that was taken back', async () => {
  await using temporary = openTemporaryDatabase()
  const { database } = temporary
  await database.log.append([...begunConversation, delta('text', 0, [0, 'Hello']), runEnded])
  const again = { runId: 'run-000002', messageId: replyId }
  const begun = { ...again, parentId: questionId, modelId: 'demo', modelName: 'Demo', startedAt: 4 }
  await database.log.append(inLog({ type: 'run-started', ...begun, continues: true }))
  await database.log.append([delta('text', 0, [5, ' wide world'])])
  await database.log.append(inLog({ type: 'run-ended', ...again, status: 'completed', endedAt: 5 }))
  expect(await idsFound(database, { text: '"hello wide"' })).toEqual([replyId])
  await database.log.append(inLog({ type: 'run-undone', ...again }))
  expect(await idsFound(database, { text: 'wide' })).toEqual([])
  expect(await idsFound(database, { text: 'hello' })).toEqual([replyId])
})

it('[FIND1] what was deleted is not found, restored it is, and removed for good its words are gone', async () => {
  const time = { now: 1_000 }
  await using temporary = openTemporaryDatabase({ now: () => time.now })
  const { database } = temporary
  await database.log.append([...begunConversation, delta('text', 0, [0, 'Hello']), runEnded])
  const remove = () =>
    database.log.append([{ log: workspace, event: { type: 'conversation-deleted', conversationId } }])
  await remove()
  expect((await database.search.find(localOwnerId, { text: 'hi' })).groups).toEqual([])
  const conversation = await database.conversations.findDeleted(localOwnerId, conversationId)
  if (!conversation) throw new Error('it is not deleted')
  await database.log.append([{ log: workspace, event: { type: 'conversation-restored', conversation } }])
  expect(await idsFound(database, { text: 'hello' })).toEqual([replyId])
  await remove()
  time.now += 2 * day
  expect(await database.upkeep(noSignal)).toMatchObject({ purgedConversations: 1 })
  expect(countIndexed(temporary.path)).toEqual([0, 0])
  await database.log.append([created('conversation-2', 'Hi again')])
  await database.log.append([{ log: conversationLog('conversation-2'), event: question('question-2', 'other') }])
  const found = await database.search.find(localOwnerId, { text: 'hi' })
  expect(found).toMatchObject({ groups: [{ conversationId: 'conversation-2', hits: [] }], hitCount: 0 })
})

it('finds a conversation by its title, as it is now, and before those that only speak of it', async () => {
  await using temporary = openTemporaryDatabase()
  const { database } = temporary
  await database.log.append([...begunConversation, ...inLog(question('message-2', 'about Berlin'))])
  await database.log.append([created('conversation-2', 'Trip to Paris')])
  const rename = (title: string): NewEntry => ({
    log: workspace,
    event: { type: 'conversation-renamed', conversationId: 'conversation-2', title, titleOrigin: 'user' },
  })
  await database.log.append([rename('Trip to Berlin')])
  const { groups } = await database.search.find(localOwnerId, { text: 'berl' })
  expect(groups.map((group) => group.conversationId)).toEqual(['conversation-2', conversationId])
  expect(groups[0]?.title).toEqual([
    { text: 'Trip to ', isMatch: false },
    { text: 'Berlin', isMatch: true },
  ])
  expect((await database.search.find(localOwnerId, { text: 'paris' })).groups).toEqual([])
})

it('[DOOR1] another’s messages and titles are never found', async () => {
  await using temporary = openTemporaryDatabase()
  const { database } = temporary
  await database.log.append(begunConversation)
  for (const query of [{ text: 'hi' }, { text: 'hi', conversationId }]) {
    expect((await database.search.find('another-owner', query)).groups).toEqual([])
  }
})

it('finds only in one conversation, or only what one side said', async () => {
  await using temporary = openTemporaryDatabase()
  const { database } = temporary
  await database.log.append([...begunConversation, delta('text', 0, [0, 'Hi to you']), runEnded])
  await database.log.append([created('conversation-2', 'Hi')])
  await database.log.append([{ log: conversationLog('conversation-2'), event: question('question-2', 'hi') }])
  expect(await idsFound(database, { text: 'hi', conversationId })).toEqual([questionId, replyId])
  expect(await idsFound(database, { text: 'hi', conversationId: 'conversation-9' })).toEqual([])
  expect(await idsFound(database, { text: 'hi', role: 'assistant' })).toEqual([replyId])
  expect(await idsFound(database, { text: 'hi', role: 'user' })).toEqual([questionId, 'question-2'])
})

it('tells the newest of what is too much to rank, page by page', async () => {
  await using temporary = openTemporaryDatabase({ now: () => day })
  const { database } = temporary
  for (let index = 0; index < 30; index++) {
    const id = `conversation-${index + 10}`
    const messages = Array.from({ length: 20 }, (_, number) => question(`message-${index}-${number}`, 'common'))
    await database.log.append([created(id, 'Some')])
    await database.log.append(messages.map((event) => ({ log: conversationLog(id), event })))
  }
  const first = await database.search.find(localOwnerId, { text: 'common' })
  expect(first).toMatchObject({ isLimited: true, hitCount: 500, nextOffset: 20 })
  expect(first.groups[0]).toMatchObject({ conversationId: 'conversation-39', hitCount: 20 })
  expect(first.groups.every(({ hits }) => hits.length === 3)).toBe(true)
  const last = await database.search.find(localOwnerId, { text: 'common', offset: 20 })
  expect(last).toMatchObject({ groups: { length: 5 }, nextOffset: null })
  const one = await database.search.find(localOwnerId, { text: 'common', conversationId: 'conversation-10' })
  expect(one.groups[0]?.hits).toHaveLength(20)
})

it('[BACKUP2] what a backup has is found once it was restored', async () => {
  await using temporary = openTemporaryDatabase()
  const { path, database } = temporary
  await database.log.append([...begunConversation, delta('text', 0, [0, 'Hello']), runEnded])
  const backup = await backUpDatabase({ path, target: `${path}-backup` })
  await database.log.append(inLog(question('message-9', 'later')))
  database.close()
  await restoreDatabase({ path, from: backup.path, now: 2 })
  const restored = temporary.reopen()
  expect(await idsFound(restored, { text: 'hello' })).toEqual([replyId])
  expect(await idsFound(restored, { text: 'later' })).toEqual([])
})
