import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listenForStopKey } from './stop-key.ts'

let main: { inert: boolean } | null
let openLayer: object | null
let page: Page

/** The window, and what has the focus in it. */
class Page extends EventTarget {
  isCancelling = false
  closest() {
    return this.isCancelling ? this : null
  }
}

beforeEach(() => {
  main = { inert: false }
  openLayer = null
  page = new Page()
  vi.stubGlobal('window', page)
  vi.stubGlobal('Element', Page)
  vi.stubGlobal('document', {
    querySelector: (selector: string) => (selector === '#main[inert]' ? (main?.inert ? main : null) : openLayer),
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

function pressEscape() {
  page.dispatchEvent(
    Object.assign(new Event('keydown'), { key: 'Escape', keyCode: 27, isComposing: false, repeat: false }),
  )
}

test('[RUN4] Escape stops', () => {
  const onStop = vi.fn()
  const unlisten = listenForStopKey(onStop)
  pressEscape()
  expect(onStop).toHaveBeenCalledOnce()
  unlisten()
  pressEscape()
  expect(onStop).toHaveBeenCalledOnce()
})

test('Escape that closes a drawer over the page, or a menu, stops nothing', () => {
  const onStop = vi.fn()
  listenForStopKey(onStop)
  main = { inert: true }
  pressEscape()
  main = { inert: false }
  openLayer = {}
  pressEscape()
  expect(onStop).not.toHaveBeenCalled()
})

test('Escape that cancels in a field stops nothing', () => {
  const onStop = vi.fn()
  listenForStopKey(onStop)
  page.isCancelling = true
  pressEscape()
  expect(onStop).not.toHaveBeenCalled()
})
