import type { Filing, ListPosition } from '@livetype/protocol'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { ChatDatabase } from './chat-database.ts'
import { type NewEntry, workspaceLog } from './event-log/event-log.ts'
import { localOwnerId } from './repositories/users.ts'
import { openTemporaryDatabase } from './test-support/temporary-database.ts'

const total = 120
const stranger = 'stranger'
const log = workspaceLog(localOwnerId)
const idOf = (index: number) => `conversation-${String(index).padStart(3, '0')}`

let database: ChatDatabase
beforeEach(async () => {
  const temporary = openTemporaryDatabase()
  onTestFinished(() => temporary[Symbol.asyncDispose]())
  database = temporary.database
  const created = Array.from({ length: total }, (_, index): NewEntry => {
    // Two of each moment: only their ids tell them apart.
    const conversation = { id: idOf(index), title: `Number ${index}`, createdAt: 1, updatedAt: 1 + (index >> 1) }
    const event = { type: 'conversation-created' as const }
    return { log, event: { ...event, conversation: { ...conversation, titleOrigin: 'words', runningCount: 0 } } }
  })
  await database.log.append(created)
})

const file = (index: number, filing: Filing) =>
  database.log.append([{ log, event: { type: 'conversation-filed', conversationId: idOf(index), ...filing } }])

/** All there is, page by page. */
async function readAll(filter: { tag?: string; isArchived?: boolean } = {}, between?: () => Promise<void>) {
  const ids: string[] = []
  let after: ListPosition | null = null
  do {
    const page = await database.conversationPage(localOwnerId, { ...filter, after, limit: 7 })
    ids.push(...page.conversations.map(({ id }) => id))
    after = page.next
    await between?.()
  } while (after)
  return ids
}

const newestFirst = Array.from({ length: total }, (_, index) => idOf(total - 1 - index))

describe('[LIST1] the list', () => {
  it('is read page by page, in one order, also where many have one time', async () => {
    expect(await readAll()).toEqual(newestFirst)
  })

  it('leaves out none and repeats none while conversations move to its top', async () => {
    let moved = 0
    const ids = await readAll({}, async () => {
      const updatedAt = 1_000 + moved
      const conversationId = idOf(moved++)
      await database.log.append([
        { log, event: { type: 'conversation-updated', conversationId, updatedAt, runningCount: 0 } },
      ])
    })
    expect(new Set(ids).size).toBe(ids.length)
    // Those that moved up are told of by events; the others are all there.
    expect(ids).toEqual(newestFirst.filter((id) => ids.includes(id)))
    expect(ids.length).toBeGreaterThanOrEqual(total - moved)
  })

  it('begins with the newest, and with all that are pinned', async () => {
    await file(3, { isPinned: true })
    await file(total - 1, { isPinned: true })
    const { conversations, next } = await database.workspaceSnapshot(localOwnerId, { limit: 10 })
    expect(conversations.map(({ id }) => id)).toEqual([...newestFirst.slice(0, 10), idOf(3)])
    expect(next).toEqual({ id: idOf(total - 10), updatedAt: 1 + ((total - 10) >> 1) })
  })

  it('is read anew as far down as a client had it', async () => {
    const through = { id: idOf(80), updatedAt: 41 }
    const { conversations, next } = await database.workspaceSnapshot(localOwnerId, { limit: 10, through })
    expect(conversations.map(({ id }) => id)).toEqual(newestFirst.slice(0, 40))
    expect(next).toEqual(through)
    const whole = await database.workspaceSnapshot(localOwnerId, { limit: 10, through: { id: idOf(0), updatedAt: 1 } })
    expect(whole.conversations).toHaveLength(total)
    expect(whole.next).toBeNull()
  })

  it('is all there for who asks for all', async () => {
    const { conversations, next } = await database.workspaceSnapshot(localOwnerId)
    expect(conversations).toHaveLength(total)
    expect(next).toBeNull()
  })

  it('keeps what is archived for itself, and finds what has a tag', async () => {
    await file(3, { isArchived: true, tags: ['work'] })
    await file(4, { tags: ['work', 'home'] })
    expect(await readAll()).not.toContain(idOf(3))
    expect(await readAll({ isArchived: true })).toEqual([idOf(3)])
    expect(await readAll({ tag: 'work' })).toEqual([idOf(4)])
    expect(await database.conversations.tags(localOwnerId)).toEqual(['work', 'home'])
    await file(4, { tags: ['home'] })
    expect(await database.conversations.find(localOwnerId, idOf(4))).toMatchObject({ tags: ['home'] })
    await file(3, { isArchived: false })
    expect(await readAll()).toEqual(newestFirst)
    expect(await database.conversations.find(localOwnerId, idOf(3))).toMatchObject({ tags: ['work'] })
  })

  it('[DOOR1] is nobody else’s', async () => {
    await file(4, { tags: ['work'] })
    expect((await database.conversationPage(stranger, { after: null })).conversations).toEqual([])
    expect((await database.conversationSummaries(stranger, [idOf(4)])).conversations).toEqual([])
    expect(await database.conversations.tags(stranger)).toEqual([])
    expect((await database.workspaceSnapshot(stranger, { limit: 10 })).conversations).toEqual([])
  })
})
