import { type Message, type NewEvent, textOf } from '@livetype/protocol'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ChatDatabase } from '../chat-database.ts'
import { conversationLog, type NewEntry, workspaceLog } from '../event-log/event-log.ts'
import { localOwnerId } from '../repositories/users.ts'
import { openTemporaryDatabase } from '../test-support/temporary-database.ts'
import { parseSearchTerms, type SearchTerm } from './search-terms.ts'
import { searchWords } from './search-words.ts'

const word = fc.constantFrom(
  'ab',
  'abc',
  'abd',
  'Ábc',
  'b',
  'bc',
  'c3',
  '我',
  '我们',
  '们',
  'データ',
  '🚀',
  'straße',
  'strasse',
)
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ', ', '\n', '-', '', '**')), { minLength: 1, maxLength: 8 })
  .map((pieces) => pieces.flat().join(''))
const query = fc
  .array(fc.tuple(fc.constantFrom('', '', '-'), fc.constantFrom('', '', '"'), text, fc.constantFrom('', '*')), {
    minLength: 1,
    maxLength: 2,
  })
  .map((terms) => terms.map(([minus, quote, inner, star]) => `${minus}${quote}${inner}${quote}${star}`).join(' '))

const conversationIds = ['conversation-1', 'conversation-2']
const operation = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('question'), which: fc.nat(1), text }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('reply'), which: fc.nat(1), text }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('continue'), which: fc.nat(1), text }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo'), which: fc.nat(1), text }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename'), which: fc.nat(1), text }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete'), which: fc.nat(1), text }) },
)
type Operation = typeof operation extends fc.Arbitrary<infer Value> ? Value : never

/** What a person does, as the events that come of it. */
async function play(database: ChatDatabase, { kind, which, text: said }: Operation, step: number): Promise<void> {
  const conversationId = conversationIds[which] ?? ''
  const log = conversationLog(conversationId)
  const append = (...events: NewEvent[]) => database.log.append(events.map((event): NewEntry => ({ log, event })))
  const tell = (event: NewEvent) => database.log.append([{ log: workspaceLog(localOwnerId), event }])
  const messages = (await database.conversationSnapshot(localOwnerId, conversationId))?.messages ?? []
  const last = messages.findLast((message) => message.role === 'assistant')
  const run = { runId: `run-${step}-run`, modelId: 'demo', modelName: 'Demo', startedAt: step }
  const end = (messageId: string) =>
    ({ type: 'run-ended', runId: run.runId, messageId, status: 'stopped', endedAt: step }) as const
  switch (kind) {
    case 'question': {
      const parts = [{ type: 'text' as const, text: said }]
      const message = { id: `question-${step}`, parentId: null, role: 'user' as const, parts, createdAt: step }
      await append({ type: 'message-added', message })
      return
    }
    case 'reply': {
      const parent = messages.findLast((message) => message.role === 'user')
      if (!parent) return
      const messageId = `reply-${step}-reply`
      const delta = { messageId, offset: 0, text: said }
      await append({ type: 'run-started', ...run, messageId, parentId: parent.id })
      await append({ type: 'reasoning-delta', ...delta, partIndex: 0 }, { type: 'text-delta', ...delta, partIndex: 1 })
      await append(end(messageId))
      return
    }
    case 'continue': {
      if (!last?.parentId) return
      await append({ type: 'run-started', ...run, messageId: last.id, parentId: last.parentId, continues: true })
      const partIndex = last.parts.length - 1
      const offset = last.parts[partIndex]?.text.length ?? 0
      await append({ type: 'text-delta', messageId: last.id, partIndex, offset, text: said }, end(last.id))
      return
    }
    case 'undo':
      if (last?.role === 'assistant' && last.earlierRuns) {
        await append({ type: 'run-undone', runId: last.runId, messageId: last.id })
      }
      return
    case 'rename':
      await tell({ type: 'conversation-renamed', conversationId, title: said, titleOrigin: 'user' })
      return
    case 'delete': {
      const conversation = await database.conversations.findDeleted(localOwnerId, conversationId)
      await tell(
        conversation
          ? { type: 'conversation-restored', conversation }
          : { type: 'conversation-deleted', conversationId },
      )
      return
    }
  }
}

/** By reading every word: `⟨` begins and ends each. */
function hasAll(said: string, terms: readonly SearchTerm[]): boolean {
  const all = `⟨${[...searchWords(said)].map((found) => found.word).join('⟨')}⟨`
  return terms.every(({ words, isPrefix, isExcluded }) => {
    return all.includes(`⟨${words.join('⟨')}${isPrefix ? '' : '⟨'}`) !== isExcluded
  })
}

/** Everything that is there, looked through. */
async function scan(database: ChatDatabase, asked: string): Promise<{ messages: string[]; titles: string[] }> {
  const terms = parseSearchTerms(asked)
  const isFound = (said: string) => terms.length > 0 && hasAll(said, terms)
  const messages: Message[] = []
  const present = await database.conversations.list(localOwnerId)
  for (const { id } of present) {
    messages.push(...((await database.conversationSnapshot(localOwnerId, id))?.messages ?? []))
  }
  return {
    messages: messages.filter((message) => isFound(textOf(message))).map(({ id }) => id),
    titles: present.filter(({ title }) => isFound(title)).map(({ id }) => id),
  }
}

it('[FIND1] finds exactly what reading everything finds, whatever was said, continued, taken back, renamed and deleted', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(operation, { maxLength: 20, size: 'max' }),
      fc.array(query, { minLength: 5, maxLength: 10, size: 'max' }),
      async (operations, queries) => {
        await using temporary = openTemporaryDatabase()
        const { database } = temporary
        for (const id of conversationIds) {
          const conversation = {
            id,
            title: 'ab',
            titleOrigin: 'words' as const,
            createdAt: 1,
            updatedAt: 1,
            runningCount: 0,
          }
          await database.log.append([
            { log: workspaceLog(localOwnerId), event: { type: 'conversation-created', conversation } },
          ])
        }
        for (const [step, one] of operations.entries()) await play(database, one, step)
        for (const asked of queries) {
          const expected = await scan(database, asked)
          const { groups, hitCount } = await database.search.find(localOwnerId, { text: asked })
          expect(hitCount, asked).toBe(expected.messages.length)
          const ids = new Set(groups.map((group) => group.conversationId))
          for (const id of expected.titles) expect(ids, asked).toContain(id)
          const told = groups.flatMap((group) => group.hits.map((hit) => hit.messageId))
          expect(expected.messages, asked).toEqual(expect.arrayContaining(told))
          expect(told.length === 0, asked).toBe(expected.messages.length === 0)
          for (const hit of groups.flatMap((group) => group.hits)) {
            expect(
              hit.excerpt.some((segment) => segment.isMatch),
              asked,
            ).toBe(true)
          }
        }
      },
    ),
    { numRuns: 60 },
  )
}, 60_000)
