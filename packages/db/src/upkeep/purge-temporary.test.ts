import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type NewEntry, workspaceLog } from '../event-log/event-log.ts'
import { localOwnerId } from '../repositories/users.ts'
import { addFile, contentsBeside, withAttachments } from '../test-support/added-file.ts'
import {
  begunConversation,
  conversationId,
  delta,
  openTemporaryDatabase,
  runEnded,
  type TemporaryDatabase,
} from '../test-support/temporary-database.ts'

const noSignal = new AbortController().signal
const workspace = workspaceLog(localOwnerId)
const secret = 'Rumpelstilzchen'
const thought = 'Nachtigallenpfad'

/** The conversation, begun as a temporary one. */
const begunTemporary = begunConversation.map(({ log, event }): NewEntry => {
  if (event.type === 'conversation-created') {
    return { log, event: { ...event, conversation: { ...event.conversation, title: '', isTemporary: true } } }
  }
  if (event.type !== 'message-added') return { log, event }
  return {
    log,
    event: { ...event, message: { ...event.message, parts: [{ type: 'text', text: `Who is ${secret}?` }] } },
  }
})

const beginning = `${secret} goes along `
const reply = [delta('text', 0, [0, beginning]), delta('text', 0, [beginning.length, `the ${thought}.`])]

const kept: NewEntry = {
  log: workspace,
  event: {
    type: 'conversation-kept',
    conversation: {
      id: conversationId,
      title: `Who is ${secret}?`,
      titleOrigin: 'words',
      createdAt: 1,
      updatedAt: 1,
      runningCount: 0,
    },
  },
}

/** Everything that lies in the database's files, its WAL included. */
function bytesOf({ path }: TemporaryDatabase): string {
  return [path, `${path}-wal`].map((file) => (existsSync(file) ? readFileSync(file, 'latin1') : '')).join('')
}

async function openWith(isInUse: () => boolean): Promise<TemporaryDatabase> {
  const temporary = openTemporaryDatabase({ isTemporaryInUse: isInUse, maxArrived: 3 })
  await temporary.database.log.append([...begunTemporary, ...reply, runEnded])
  return temporary
}

describe('[TEMP1] a temporary conversation', () => {
  it('is there for whoever has it open, and in no list, no search and no export', async () => {
    await using temporary = await openWith(() => true)
    const { database } = temporary
    await database.upkeep(noSignal)
    expect((await database.conversationSnapshot(localOwnerId, conversationId))?.messages).toHaveLength(2)
    expect(await database.conversations.find(localOwnerId, conversationId)).toMatchObject({ isTemporary: true })
    expect(await database.conversationSnapshot('another-owner', conversationId)).toBeUndefined()
    expect((await database.workspaceSnapshot(localOwnerId)).conversations).toEqual([])
    expect((await database.conversationPage(localOwnerId, { after: null })).conversations).toEqual([])
    expect((await database.conversationSummaries(localOwnerId, [conversationId])).conversations).toEqual([])
    expect(await database.exports.conversationIds(localOwnerId)).toEqual([])
    expect((await database.search.find(localOwnerId, { text: secret })).groups).toEqual([])
    // Numbers count.
    expect(await database.usage.ofConversation(localOwnerId, conversationId)).toMatchObject([{ runs: 1 }])
  })

  it('leaves no word in the files of the database, and none of its own files, once nobody uses it', async () => {
    let isInUse = true
    await using temporary = openTemporaryDatabase({ isTemporaryInUse: () => isInUse, maxArrived: 3 })
    const { database } = temporary
    const { attachment } = await addFile(database, { fileId: 'file-0001', content: 'a letter' })
    await database.log.append([...withAttachments(begunTemporary, [attachment]), ...reply])
    await database.log.append([runEnded])
    expect(bytesOf(temporary)).toContain(secret)
    expect(await database.upkeep(noSignal)).toMatchObject({ purgedConversations: 0 })
    isInUse = false
    expect(await database.upkeep(noSignal)).toMatchObject({ purgedConversations: 1 })
    expect(await database.conversationSnapshot(localOwnerId, conversationId)).toBeUndefined()
    expect(await database.conversations.isTaken(conversationId)).toBe(true)
    for (const word of [secret, thought]) {
      expect(bytesOf(temporary)).not.toContain(word)
      expect(bytesOf(temporary).toLowerCase()).not.toContain(word.toLowerCase())
    }
    expect(contentsBeside(temporary.path)).toEqual([])
  })

  it('stays while its reply is being written', async () => {
    await using temporary = openTemporaryDatabase()
    const { database } = temporary
    await database.log.append([...begunTemporary, ...reply])
    expect(await database.purgeTemporary(noSignal)).toBe(0)
    await database.log.append([runEnded])
    expect(await database.purgeTemporary(noSignal)).toBe(1)
  })
})

describe('[TEMP2] a temporary conversation that is kept', () => {
  it('is like all others: in the list, in exports, found by all its words, and never removed', async () => {
    await using temporary = await openWith(() => false)
    const { database } = temporary
    await database.log.append([kept])
    expect(await database.upkeep(noSignal)).toMatchObject({ purgedConversations: 0 })
    const { conversations } = await database.workspaceSnapshot(localOwnerId)
    expect(conversations).toMatchObject([{ id: conversationId, title: `Who is ${secret}?` }])
    expect(conversations[0]).not.toHaveProperty('isTemporary')
    expect(await database.exports.conversationIds(localOwnerId)).toEqual([conversationId])
    for (const [word, found] of [
      [secret, 2],
      [thought, 1],
    ] as const) {
      const { groups } = await database.search.find(localOwnerId, { text: word })
      expect(groups.flatMap(({ hits }) => hits)).toHaveLength(found)
    }
  })
})
