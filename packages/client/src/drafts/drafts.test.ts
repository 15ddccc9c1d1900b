import { describe, expect, it } from 'vitest'
import { createDrafts, type KeyValue } from './drafts.ts'

function fakeStorage(): KeyValue & { readonly items: Map<string, string>; isFull: boolean } {
  const items = new Map<string, string>()
  return {
    items,
    isFull: false,
    getItem: (key) => items.get(key) ?? null,
    setItem(key, value) {
      if (this.isFull) throw new DOMException('full', 'QuotaExceededError')
      items.set(key, value)
    },
    removeItem: (key) => void items.delete(key),
  }
}

describe('drafts', () => {
  it('are kept per conversation, and one for the conversation to begin', () => {
    const storage = fakeStorage()
    const drafts = createDrafts(storage)
    drafts.write('conversation-a', 'to a')
    drafts.write(null, 'to nobody yet')
    const later = createDrafts(storage)
    expect(later.read('conversation-a')).toBe('to a')
    expect(later.read(null)).toBe('to nobody yet')
    expect(later.read('conversation-b')).toBe('')
  })

  it('leave nothing behind when emptied', () => {
    const storage = fakeStorage()
    const drafts = createDrafts(storage)
    drafts.write('conversation-a', 'text')
    drafts.write('conversation-a', '')
    expect(storage.items.size).toBe(0)
    expect(drafts.read('conversation-a')).toBe('')
  })

  it('live on in memory where the storage is full, and hide the older text', () => {
    const storage = fakeStorage()
    const drafts = createDrafts(storage)
    drafts.write('conversation-a', 'old')
    storage.isFull = true
    drafts.write('conversation-a', 'new')
    expect(drafts.read('conversation-a')).toBe('new')
    storage.isFull = false
    drafts.write('conversation-a', 'newest')
    expect(createDrafts(storage).read('conversation-a')).toBe('newest')
  })

  it('work where there is no storage, or a forbidden one', () => {
    const forbidden: KeyValue = {
      getItem() {
        throw new DOMException('denied', 'SecurityError')
      },
      setItem() {
        throw new DOMException('denied', 'SecurityError')
      },
      removeItem() {
        throw new DOMException('denied', 'SecurityError')
      },
    }
    for (const storage of [null, forbidden]) {
      const drafts = createDrafts(storage)
      expect(drafts.read(null)).toBe('')
      drafts.write(null, 'text')
      expect(drafts.read(null)).toBe('text')
      drafts.write(null, '')
      expect(drafts.read(null)).toBe('')
    }
  })
})
