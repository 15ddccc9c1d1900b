import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { type ChatDatabase, openChatDatabase } from '../chat-database.ts'
import { openDatabase } from '../open-database.ts'
import { localOwnerId } from '../repositories/users.ts'

/** A database of before there was a search: `count` messages in one conversation. */
function oldDatabase(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'livetype-db-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const migrationsFolder = join(folder, 'migrations')
  cpSync(fileURLToPath(new URL('../../migrations', import.meta.url)), migrationsFolder, { recursive: true })
  const journal = join(migrationsFolder, 'meta', '_journal.json')
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8'))
  const searchable = entries.find(({ tag }: { tag: string }) => tag.endsWith('searchable_texts')).tag
  const before = entries.filter(({ tag }: { tag: string }) => tag < searchable)
  writeFileSync(journal, JSON.stringify({ ...rest, entries: before }))
  const path = join(folder, 'livetype.db')
  const { client } = openDatabase({ path, durability: 'process', migrationsFolder })
  client.exec('INSERT INTO database_state (id, epoch, writer) VALUES (1, 1, 1)')
  client.prepare('INSERT INTO users VALUES (?, 1)').run(localOwnerId)
  client
    .prepare(
      "INSERT INTO conversations (id, owner_id, title, title_origin, created_at, updated_at) VALUES ('conversation-1', ?, 'Old times', 'words', 1, 1)",
    )
    .run(localOwnerId)
  const insert = client.prepare(
    `INSERT INTO messages (id, conversation_id, position, role, parts, created_at) VALUES (?, 'conversation-1', ?, 'user', ?, 1)`,
  )
  for (let index = 1; index <= count; index++) {
    insert.run(`message-${index}`, index, JSON.stringify([{ type: 'text', text: `old number ${index}` }]))
  }
  client.prepare("UPDATE messages SET parts = 'damaged' WHERE id = 'message-7'").run()
  client.close()
  return path
}

const open = (path: string) => openChatDatabase({ path, durability: 'process', now: () => 1_000 })

async function countFound(database: ChatDatabase, text: string): Promise<number> {
  return (await database.search.find(localOwnerId, { text })).hitCount
}

it('[FIND1] finds what was there before an update once it was indexed, the newest first, in steps and over restarts', async () => {
  const path = oldDatabase(120)
  const first = open(path)
  expect(await countFound(first, 'old')).toBe(0)
  const ending = new AbortController()
  ending.abort()
  // A server that ends does one step more.
  expect(await first.upkeep(ending.signal)).toMatchObject({ indexedMessages: 50 })
  expect((await first.search.find(localOwnerId, { text: 'times' })).groups).toHaveLength(1)
  expect(await countFound(first, '"number 120"')).toBe(1)
  expect(await countFound(first, '"number 1"')).toBe(0)
  first.close()

  const second = open(path)
  expect(await second.upkeep(new AbortController().signal)).toMatchObject({ indexedMessages: 70 })
  // All but the one that can't be read.
  expect(await countFound(second, 'old')).toBe(119)
  expect(await countFound(second, '"number 1"')).toBe(1)
  expect(await second.upkeep(new AbortController().signal)).toMatchObject({ indexedMessages: 0 })
  second.close()
})
