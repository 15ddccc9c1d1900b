import { ChatError, type SearchGroup, type SearchQuery, type SearchResults } from '@livetype/protocol'
import { expect, test } from 'vitest'
import { createFakeClock, settle } from '../chat-store/test-support/fake-clock.ts'
import { createSearch } from './create-search.ts'

interface Asked {
  readonly query: SearchQuery
  readonly signal: AbortSignal
  answer(results: Partial<SearchResults>): Promise<void>
  fail(): Promise<void>
}

function group(conversationId: string, hitCount = 1): SearchGroup {
  const hits = Array.from({ length: Math.min(3, hitCount) }, (_, index) => ({
    messageId: `${conversationId}-${index}`,
    role: 'user' as const,
    createdAt: 0,
    excerpt: [{ text: conversationId, isMatch: true }],
  }))
  return { conversationId, title: [], updatedAt: 0, hits, hitCount }
}

function setup() {
  const clock = createFakeClock()
  const asked: Asked[] = []
  const search = createSearch({
    timers: clock.timers,
    delayMs: 100,
    find: (query, signal) =>
      new Promise((resolve, reject) => {
        asked.push({
          query,
          signal,
          answer(results) {
            resolve({ groups: [], hitCount: 0, isLimited: false, nextOffset: null, ...results })
            return settle()
          },
          fail() {
            reject(new ChatError('internal', 'No luck.', { isRetryable: true }))
            return settle()
          },
        })
      }),
  })
  const shown = () => {
    const view = search.get()
    return view.status === 'ready' ? view.groups.map(({ conversationId }) => conversationId) : view.status
  }
  const ready = () => {
    const view = search.get()
    if (view.status !== 'ready') throw new Error(`The search is ${view.status}`)
    return view
  }
  const find = async (text: string, results: Partial<SearchResults>) => {
    search.type(text)
    await clock.advance(100)
    await asked.at(-1)?.answer(results)
  }
  return { clock, search, asked, shown, ready, find }
}

test('[FIND2] asks once typing has paused, for what was typed last', async () => {
  const { clock, search, asked, shown } = setup()
  expect(shown()).toBe('idle')
  search.type('qu')
  await clock.advance(60)
  search.type('quince')
  expect(shown()).toBe('searching')
  await clock.advance(99)
  expect(asked).toEqual([])
  await clock.advance(1)
  expect(asked.map(({ query }) => query)).toEqual([{ text: 'quince' }])
  await asked[0]?.answer({ groups: [group('a')], hitCount: 1 })
  expect(shown()).toEqual(['a'])
})

test('[FIND2] an answer to an earlier query is never shown, also where it comes last', async () => {
  const { clock, search, asked, shown, ready } = setup()
  search.type('one')
  await clock.advance(100)
  search.type('two')
  await clock.advance(100)
  expect(asked[0]?.signal.aborted).toBe(true)
  await asked[1]?.answer({ groups: [group('two')] })
  await asked[0]?.answer({ groups: [group('one')] })
  expect(shown()).toEqual(['two'])
  search.type('three')
  expect(ready()).toMatchObject({ isStale: true, groups: [{ conversationId: 'two' }] })
  await clock.advance(100)
  await asked[2]?.fail()
  expect(shown()).toBe('failed')
})

test('[FIND2] what was cleared finds nothing, whatever is still on its way', async () => {
  const { clock, search, asked, shown } = setup()
  search.type('one')
  await clock.advance(100)
  search.type('  ')
  await asked[0]?.answer({ groups: [group('one')] })
  expect(shown()).toBe('idle')
  expect(clock.waiting).toBe(0)
})

test('asks at once where it is told to, and again after a failure', async () => {
  const { clock, search, asked, shown } = setup()
  search.type('one')
  search.searchNow()
  expect([asked.length, clock.waiting]).toEqual([1, 0])
  await asked[0]?.fail()
  expect(search.get()).toMatchObject({ status: 'failed', error: { message: 'No luck.' } })
  search.searchNow()
  expect(shown()).toBe('searching')
  await asked[1]?.answer({ groups: [group('one')] })
  expect(shown()).toEqual(['one'])
})

test('reads page by page, each conversation once, until there is no more', async () => {
  const { search, asked, shown, ready, find } = setup()
  await find('one', { groups: [group('a'), group('b')], nextOffset: 2, hitCount: 5 })
  expect(ready().next).toBe('waiting')
  search.readMore()
  search.readMore()
  expect(asked.slice(1).map(({ query }) => query)).toEqual([{ text: 'one', offset: 2 }])
  await asked[1]?.fail()
  expect(ready().next).toBe('failed')
  search.readMore()
  expect(ready().next).toBe('loading')
  await asked[2]?.answer({ groups: [group('b'), group('c')], hitCount: 5 })
  expect(shown()).toEqual(['a', 'b', 'c'])
  expect(ready().next).toBe('end')
  search.readMore()
  expect(asked).toHaveLength(3)
})

test('[FIND2] a page of an earlier query is not put behind the results of another', async () => {
  const { clock, search, asked, shown, find } = setup()
  await find('one', { groups: [group('a')], nextOffset: 1 })
  search.readMore()
  search.type('two')
  await clock.advance(100)
  await asked[2]?.answer({ groups: [group('z')] })
  await asked[1]?.answer({ groups: [group('b')] })
  expect(shown()).toEqual(['z'])
})

test('all that was found in a conversation takes the place of the best of it', async () => {
  const { search, asked, ready, find } = setup()
  await find('one', { groups: [group('a', 9), group('b')], hitCount: 10 })
  search.expand('a')
  expect(ready().expansion).toEqual({ conversationId: 'a', status: 'loading' })
  await asked[1]?.fail()
  expect(ready().expansion).toEqual({ conversationId: 'a', status: 'failed' })
  search.expand('a')
  expect(asked[2]?.query).toEqual({ text: 'one', conversationId: 'a' })
  const whole = { ...group('a'), hits: Array.from({ length: 9 }, () => group('a').hits).flat(), hitCount: 9 }
  await asked[2]?.answer({ groups: [whole] })
  expect(ready()).toMatchObject({ expansion: null, groups: [whole, group('b')], hitCount: 10 })
})

test('one that is left asks and shows nothing more', async () => {
  const { clock, search, asked, shown } = setup()
  search.type('one')
  search.dispose()
  await clock.advance(1000)
  expect([asked.length, shown()]).toEqual([0, 'searching'])
})
