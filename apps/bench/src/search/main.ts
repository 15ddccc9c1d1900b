/**
 * What a search costs, by the kind of query, in a growing database of generated messages. See README.md.
 * `node src/search/main.ts [10000,100000]`: at which numbers of messages it is measured.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type ChatDatabase,
  conversationLog,
  localOwnerId,
  type NewEntry,
  openChatDatabase,
  workspaceLog,
} from '@livetype/db'
import { openStoredChat } from '@livetype/db/test-support'
import { type SearchQuery, textOf } from '@livetype/protocol'
import { quantile } from '../statistics.ts'
import { createSaidTexts, type SaidTexts } from './said-texts.ts'

const seed = 7
const rounds = 40
const messagesOfConversation = 40
const conversationsAtOnce = 5

async function measureAt(wanted: readonly number[]): Promise<void> {
  const path = join(folder, 'livetype.db')
  const database = openChatDatabase({ path, durability: 'process' })
  const texts = createSaidTexts(seed)
  let count = 0
  let length = 0
  let buildMs = 0
  for (const until of wanted) {
    while (count < until) {
      const entries = nextEntries(texts, count)
      for (const { event } of entries) if (event.type === 'message-added') length += textOf(event.message).length
      const startedAt = performance.now()
      await database.log.append(entries)
      buildMs += performance.now() - startedAt
      count += messagesOfConversation * conversationsAtOnce
    }
    using stored = openStoredChat(path)
    console.log(
      `\n${count} messages, ${megabytes(length)} of text; stored and indexed in ${(buildMs / 1_000).toFixed(1)} s; index ${megabytes(stored.searchIndexBytes())}, file ${megabytes(statSync(path).size)}`,
    )
    await measureQueries(database, texts, count)
  }
  database.close()
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`

function nextEntries(texts: SaidTexts, before: number): NewEntry[] {
  const entries: NewEntry[] = []
  for (let index = 0; index < conversationsAtOnce; index++) {
    const id = conversationId(before / messagesOfConversation + index)
    const conversation = {
      id,
      title: texts.next().slice(0, 40),
      titleOrigin: 'words' as const,
      createdAt: before,
      updatedAt: before,
      runningCount: 0,
    }
    entries.push({ log: workspaceLog(localOwnerId), event: { type: 'conversation-created', conversation } })
    for (let number = 0; number < messagesOfConversation; number++) {
      const parts = [{ type: 'text' as const, text: texts.next() }]
      const message = {
        id: `${id}-${number}`,
        parentId: null,
        role: 'user' as const,
        parts,
        createdAt: before + number,
      }
      entries.push({ log: conversationLog(id), event: { type: 'message-added', message } })
    }
  }
  return entries
}

const conversationId = (number: number) => `conversation-${number}`

async function measureQueries(database: ChatDatabase, texts: SaidTexts, count: number): Promise<void> {
  const { word, character } = texts
  const kinds: Record<string, (round: number) => SearchQuery> = {
    'a rare word': (round) => ({ text: `${word(20_000 + round * 500)} ` }),
    'two words': (round) => ({ text: `${word(300 + round)} ${word(900 + round * 3)} ` }),
    'a frequent word': (round) => ({ text: `${word(round % 5)} ` }),
    'frequent words': (round) => ({ text: `${word(round % 5)} ${word(5 + (round % 5))} ${word(10 + (round % 5))} ` }),
    'a frequent and a rare word': (round) => ({ text: `the ${word(20_000 + round * 500)} ` }),
    'a phrase of frequent words': (round) => ({ text: `"${word(round % 5)} ${word((round + 1) % 7)}"` }),
    'one letter': () => ({ text: 'a' }),
    'two letters, being typed': (round) => ({ text: word(200 + round).slice(0, 2) }),
    'three letters, being typed': (round) => ({ text: word(200 + round).slice(0, 3) }),
    'five letters, being typed': (round) => ({ text: word(200 + round).slice(0, 5) }),
    'all but a frequent word': (round) => ({ text: `the -${word(1 + (round % 5))} ` }),
    'one Chinese character': (round) => ({ text: character(round % 20) }),
    'two Chinese characters': (round) => ({ text: character(round % 20) + character((round * 7) % 30) }),
    'four Chinese characters': (round) => ({
      text: [1, 2, 3, 4].map((step) => character((round * step) % 40)).join(''),
    }),
    'twelve words': (round) => ({
      text: Array.from({ length: 12 }, (_, index) => word(index + (round % 9))).join(' '),
    }),
    'in one conversation': (round) => ({
      text: 'the ',
      conversationId: conversationId((round * 97) % (count / messagesOfConversation)),
    }),
    'what is nowhere': (round) => ({ text: `qqq${round} ` }),
  }
  console.log(`${'milliseconds'.padEnd(30)}    p50    p95    max   found`)
  for (const [name, queryOf] of Object.entries(kinds)) {
    const times: number[] = []
    let found = 0
    for (let round = 0; round < rounds; round++) {
      const startedAt = performance.now()
      const results = await database.search.find(localOwnerId, queryOf(round))
      times.push(performance.now() - startedAt)
      found = Math.max(found, results.hitCount)
    }
    times.sort((a, b) => a - b)
    const shown = [0.5, 0.95, 1].map((share) => quantile(times, share).toFixed(1).padStart(6)).join(' ')
    console.log(`${name.padEnd(30)} ${shown} ${String(found).padStart(7)}`)
  }
}

const counts = (process.argv[2] ?? '10000,100000').split(',').map(Number)
const folder = mkdtempSync(join(tmpdir(), 'livetype-search-'))
try {
  await measureAt(counts)
} finally {
  rmSync(folder, { recursive: true })
}
