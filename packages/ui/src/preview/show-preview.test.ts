import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type PreviewState, previewHeightAt, showPreview } from './show-preview.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A frame whose page is played by the test. */
function setup(text = '<p>Hello</p>') {
  const page = new EventTarget()
  vi.stubGlobal('window', page)
  const asked: unknown[] = []
  const contentWindow = { postMessage: (data: unknown) => asked.push(data) }
  const frame = Object.assign(new EventTarget(), { src: '', contentWindow, closest: () => null })
  const states: PreviewState[] = []
  const end = showPreview(frame, text, (state) => states.push(state))
  const say = (data: unknown, source: unknown = contentWindow) =>
    page.dispatchEvent(Object.assign(new Event('message'), { data, source }))
  return { frame, asked, states, end, say, load: () => frame.dispatchEvent(new Event('load')) }
}

test('[PREVIEW1] a page that listens is given the document once, and tells its height', () => {
  const { frame, asked, states, say, load } = setup('<p>High</p>')
  expect(frame.src).toBe('/sandbox/preview.html')
  expect(previewHeightAt('<p>High</p>')).toBe(0)
  say({ kind: 'ready' })
  say({ kind: 'ready' })
  load()
  expect(asked).toEqual([{ kind: 'show', text: '<p>High</p>' }])
  say({ kind: 'shown', height: 120, isPartial: false })
  say({ kind: 'shown', height: 150, isPartial: true })
  vi.runAllTimers()
  expect(states).toEqual([
    { status: 'shown', height: 120, isPartial: false },
    { status: 'shown', height: 150, isPartial: true },
  ])
  expect(previewHeightAt('<p>High</p>')).toBe(150)
})

test('[SAFE3] nothing is heard from another window, and nothing that is not of the few things a frame can say', () => {
  const { asked, states, say } = setup()
  for (const source of [null, {}, globalThis]) say({ kind: 'ready' }, source)
  say({ kind: 'ready' })
  expect(asked).toHaveLength(1)
  const strange = [
    null,
    'ready',
    { kind: 'shown' },
    { kind: 'shown', height: '100', isPartial: false },
    { kind: 'shown', height: -1, isPartial: false },
    { kind: 'shown', height: Number.POSITIVE_INFINITY, isPartial: false },
    { kind: 'show', text: 'x' },
    { kind: 'open', url: 'https://foreign.example' },
  ]
  for (const data of strange) say(data)
  say({ kind: 'shown', height: 10, isPartial: false }, {})
  expect(states).toEqual([])
})

test('a page that does not come, or is an error of the browser, has failed', () => {
  const silent = setup()
  vi.advanceTimersByTime(14_999)
  expect(silent.states).toEqual([])
  vi.advanceTimersByTime(1)
  expect(silent.states).toEqual([{ status: 'failed' }])

  const error = setup()
  error.load()
  vi.advanceTimersByTime(1_499)
  expect(error.states).toEqual([])
  vi.advanceTimersByTime(1)
  expect(error.states).toEqual([{ status: 'failed' }])
})

test('[PREVIEW1] a page that listens and draws nothing has failed', () => {
  const { states, say } = setup()
  say({ kind: 'ready' })
  say({ kind: 'ready' })
  vi.advanceTimersByTime(14_999)
  expect(states).toEqual([])
  vi.advanceTimersByTime(1)
  expect(states).toEqual([{ status: 'failed' }])
})

test('after its end nothing is told', () => {
  const { states, say, load, end } = setup()
  end()
  load()
  say({ kind: 'shown', height: 10, isPartial: false })
  vi.runAllTimers()
  expect(states).toEqual([])
})
