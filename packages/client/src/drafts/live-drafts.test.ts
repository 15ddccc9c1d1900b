import { describe, expect, it } from 'vitest'
import { createFakeSignals } from '../chat-store/test-support/fake-signals.ts'
import { fakeStorage, forbiddenStorage } from './fake-storage.fixture.ts'
import { createLiveDrafts } from './live-drafts.ts'

const a = 'conversation-a'

/** Two tabs of one browser. */
function twoTabs() {
  const storage = fakeStorage()
  const signals = createFakeSignals()
  return { storage, signals, here: createLiveDrafts(storage, signals), there: createLiveDrafts(storage) }
}

describe('drafts', () => {
  it('are kept per conversation, and one for the conversation to begin', () => {
    const storage = fakeStorage()
    const drafts = createLiveDrafts(storage)
    drafts.set(a, 'to a')
    drafts.set(null, 'to nobody yet')
    const later = createLiveDrafts(storage)
    expect(later.get(a)).toBe('to a')
    expect(later.get(null)).toBe('to nobody yet')
    expect(later.get('conversation-b')).toBe('')
  })

  it('leave nothing behind when emptied', () => {
    const storage = fakeStorage()
    const drafts = createLiveDrafts(storage)
    drafts.set(a, 'text')
    drafts.set(a, '')
    expect(storage.items.size).toBe(0)
    expect(drafts.get(a)).toBe('')
  })

  it('live on in memory where the storage is full, missing or forbidden', () => {
    const full = fakeStorage()
    full.items.set(`livetype:draft:${a}`, 'old')
    full.isFull = true
    for (const storage of [full, forbiddenStorage, null]) {
      const drafts = createLiveDrafts(storage)
      drafts.get(a)
      drafts.set(a, 'new')
      expect(drafts.get(a)).toBe('new')
      drafts.set(a, '')
      expect(drafts.get(a)).toBe('')
    }
  })

  it('tell every listener of a change, until it stops listening', () => {
    const drafts = createLiveDrafts(null)
    const heard: string[] = []
    const end = drafts.subscribe(() => heard.push(drafts.get(a)))
    drafts.set(a, 'text')
    end()
    drafts.set(a, 'more')
    expect(heard).toEqual(['text'])
  })

  it('stay as they are when another tab sends or empties its own', () => {
    const { here, there } = twoTabs()
    here.set(a, 'typed here')
    there.set(a, 'typed there')
    there.set(a, '')
    expect(here.get(a)).toBe('typed here')
  })

  it('that another tab took out of the storage are there again after a reload', () => {
    const { storage, signals, here, there } = twoTabs()
    here.set(a, 'typed here')
    there.set(a, '')
    signals.give('leave')
    expect(createLiveDrafts(storage).get(a)).toBe('typed here')
  })

  it('lose neither tab’s text when the page is left, and repeat none', () => {
    const { storage, signals, here, there } = twoTabs()
    here.set(a, 'typed here')
    there.set(a, 'typed there')
    signals.give('leave')
    signals.give('leave')
    expect(createLiveDrafts(storage).get(a)).toBe('typed there\n\ntyped here')
  })

  it('that were only read here do not come back once another tab has sent them', () => {
    const { storage, signals, here, there } = twoTabs()
    there.set(a, 'typed there')
    expect(here.get(a)).toBe('typed there')
    there.set(a, '')
    signals.give('leave')
    expect(createLiveDrafts(storage).get(a)).toBe('')
  })

  it('take more text below what is there', () => {
    const drafts = createLiveDrafts(null)
    drafts.add(a, 'first')
    drafts.add(a, 'second')
    expect(drafts.get(a)).toBe('first\n\nsecond')
  })
})
