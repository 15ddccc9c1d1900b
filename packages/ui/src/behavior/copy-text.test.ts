import { afterEach, expect, test, vi } from 'vitest'
import { copyText } from './copy-text.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

/** A document in which the selection command copies what was selected, or refuses. */
function stubDocument(works: boolean) {
  const copied: string[] = []
  const area = { value: '', style: {}, setAttribute() {}, select() {}, remove() {} }
  vi.stubGlobal('HTMLElement', class {})
  vi.stubGlobal('document', {
    activeElement: null,
    createElement: () => area,
    body: { append() {} },
    execCommand: () => {
      if (works) copied.push(area.value)
      return works
    },
  })
  return copied
}

test('uses the clipboard where there is one', async () => {
  const writeText = vi.fn(async () => {})
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  expect(await copyText('hello')).toBe(true)
  expect(writeText).toHaveBeenCalledWith('hello')
})

test('over plain HTTP, where there is none, copies by a selection', async () => {
  vi.stubGlobal('navigator', {})
  const copied = stubDocument(true)
  expect(await copyText('hello')).toBe(true)
  expect(copied).toEqual(['hello'])
})

test('a clipboard that refuses is not the end', async () => {
  vi.stubGlobal('navigator', { clipboard: { writeText: async () => Promise.reject(new Error('NotAllowedError')) } })
  const copied = stubDocument(true)
  expect(await copyText('hello')).toBe(true)
  expect(copied).toEqual(['hello'])
})

test('says so where nothing works', async () => {
  vi.stubGlobal('navigator', {})
  stubDocument(false)
  expect(await copyText('hello')).toBe(false)
})
