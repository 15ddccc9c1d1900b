import { afterEach, expect, test, vi } from 'vitest'
import { focusWhenShown } from './focus-when-shown.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

/** A page whose one element can have the focus from frame `shownAt` on. Returns how often it was tried. */
function setup(shownAt: number) {
  const frames: (() => void)[] = []
  const page = { tries: 0, activeElement: null as object | null, querySelector: () => element }
  const element = {
    focus() {
      page.tries += 1
      if (page.tries >= shownAt) page.activeElement = element
    },
  }
  vi.stubGlobal('document', page)
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => frames.push(callback))
  const run = () => {
    for (let frame = frames.shift(); frame; frame = frames.shift()) frame()
  }
  return { page, run }
}

test('tries again until the element can have the focus, and then no more', () => {
  const { page, run } = setup(3)
  focusWhenShown('#it')
  run()
  expect(page.tries).toBe(3)
})

test('gives up on what is never shown', () => {
  const { page, run } = setup(Number.POSITIVE_INFINITY)
  focusWhenShown('#it')
  run()
  expect(page.tries).toBe(30)
})
