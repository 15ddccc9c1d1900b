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

test('a text that is still to come is asked for at once, and one that never comes is no success', async () => {
  const written: Promise<Blob>[] = []
  const write = async (items: { given: Record<string, Promise<Blob>> }[]) => {
    for (const { given } of items) {
      if (given['text/plain']) written.push(given['text/plain'])
    }
    await Promise.all(written)
  }
  vi.stubGlobal('navigator', { clipboard: { write } })
  vi.stubGlobal(
    'ClipboardItem',
    class {
      readonly given: Record<string, Promise<Blob>>
      constructor(given: Record<string, Promise<Blob>>) {
        this.given = given
      }
    },
  )
  const text = Promise.withResolvers<string>()
  const isCopied = copyText(text.promise)
  expect(written).toHaveLength(1)
  text.resolve('# Hello')
  expect(await isCopied).toBe(true)
  expect(await (await written[0])?.text()).toBe('# Hello')
  expect(await copyText(Promise.reject(new Error('The network is gone.')))).toBe(false)
})
