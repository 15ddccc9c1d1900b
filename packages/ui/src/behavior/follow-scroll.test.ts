import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFollowScroll } from './follow-scroll.ts'

let resized: () => void = () => {}
let frameCallbacks = new Map<number, () => void>()

/** Lets so many frames pass. */
function passFrames(count: number) {
  for (let frame = 0; frame < count; frame++) {
    const due = [...frameCallbacks.values()]
    frameCallbacks.clear()
    for (const callback of due) callback()
  }
}

/** A scrolling element as far as following one goes: clamps its position and fires `scroll`, as a browser does. */
class FakeScroller extends EventTarget {
  scrollHeight = 1000
  clientHeight = 400
  selection: { isCollapsed: boolean; anchorNode: null } | null = null
  readonly firstElementChild = {}
  readonly ownerDocument = { getSelection: () => this.selection, activeElement: { closest: () => this.workedOn } }
  workedOn: object | null = null
  #top = 0

  get scrollTop() {
    return this.#top
  }

  set scrollTop(value: number) {
    this.#top = Math.max(0, Math.min(value, this.scrollHeight - this.clientHeight))
  }

  contains() {
    return true
  }

  get distance() {
    return this.scrollHeight - this.clientHeight - this.#top
  }

  /** What a frame does after content changed: clamp, scroll event, resize observers. */
  resize(scrollHeight: number) {
    this.scrollHeight = scrollHeight
    const before = this.#top
    this.scrollTop = before
    if (this.#top !== before) this.dispatchEvent(new Event('scroll'))
    resized()
  }

  userScrollBy(delta: number) {
    this.scrollTop = this.#top + delta
    this.dispatchEvent(new Event('scroll'))
  }

  fire(type: string, properties: object, target: object = this) {
    const event = Object.assign(new Event(type), properties)
    // Which dispatching would set, to the scroller itself.
    if (target !== this) Object.defineProperty(event, 'target', { value: target })
    this.dispatchEvent(event)
  }
}

/** An element inside of the scroller, itself scrolled or not. */
function inside(scroller: FakeScroller, properties: { scrollTop?: number; localName?: string }) {
  return { parentElement: scroller, scrollTop: 0, localName: 'div', ...properties }
}

beforeEach(() => {
  let lastHandle = 0
  frameCallbacks = new Map()
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => {
    lastHandle += 1
    frameCallbacks.set(lastHandle, callback)
    return lastHandle
  })
  vi.stubGlobal('cancelAnimationFrame', (handle: number) => frameCallbacks.delete(handle))
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(callback: () => void) {
        resized = callback
      }
      observe() {}
      disconnect() {
        resized = () => {}
      }
    },
  )
})
afterEach(() => {
  vi.unstubAllGlobals()
})

function setup() {
  const scroller = new FakeScroller()
  const changes: boolean[] = []
  const follow = createFollowScroll(scroller as unknown as HTMLElement, { onChange: (value) => changes.push(value) })
  return { scroller, follow, changes }
}

test('starts at the end and stays there while the content grows', () => {
  const { scroller, follow, changes } = setup()
  for (const height of [1020, 1400, 9000]) {
    scroller.resize(height)
    expect(scroller.distance).toBe(0)
  }
  expect(follow.isFollowing()).toBe(true)
  expect(changes).toEqual([])
})

test('a wheel upward ends following before the next token can pull the reader back', () => {
  const { scroller, follow, changes } = setup()
  scroller.fire('wheel', { deltaY: -1, ctrlKey: false })
  const top = scroller.scrollTop
  scroller.resize(2000)
  expect(scroller.scrollTop).toBe(top)
  expect(follow.isFollowing()).toBe(false)
  expect(changes).toEqual([false])
})

test('a small scroll upward stays free, though the end is near', () => {
  const { scroller, follow } = setup()
  scroller.userScrollBy(-20)
  scroller.resize(1010)
  expect(follow.isFollowing()).toBe(false)
})

test.each([
  ['keydown', { key: 'PageUp' }],
  ['keydown', { key: 'Home' }],
  ['keydown', { key: ' ', shiftKey: true }],
])('%s %o ends following', (type, properties) => {
  const { scroller, follow } = setup()
  scroller.fire(type, properties)
  expect(follow.isFollowing()).toBe(false)
})

test('a finger that pulls the text down ends following; one that rests does not', () => {
  const { scroller, follow } = setup()
  scroller.fire('touchstart', { touches: [{ clientY: 100 }] })
  scroller.fire('touchmove', { touches: [{ clientY: 102 }] })
  expect(follow.isFollowing()).toBe(true)
  scroller.fire('touchmove', { touches: [{ clientY: 130 }] })
  expect(follow.isFollowing()).toBe(false)
})

test('scrolling back down to the end begins following again', () => {
  const { scroller, follow, changes } = setup()
  scroller.userScrollBy(-300)
  scroller.userScrollBy(200)
  expect(follow.isFollowing()).toBe(false)
  scroller.userScrollBy(70)
  expect(follow.isFollowing()).toBe(true)
  scroller.resize(1500)
  expect(scroller.distance).toBe(0)
  expect(changes).toEqual([false, true])
})

test('content that shrinks is no gesture', () => {
  const { scroller, follow } = setup()
  scroller.resize(700)
  expect(follow.isFollowing()).toBe(true)
  scroller.resize(1200)
  expect(scroller.distance).toBe(0)
})

test('marked text holds the view still once more text arrives', () => {
  const { scroller, follow } = setup()
  scroller.selection = { isCollapsed: false, anchorNode: null }
  expect(follow.isFollowing()).toBe(true)
  const top = scroller.scrollTop
  scroller.resize(1100)
  expect(scroller.scrollTop).toBe(top)
  expect(follow.isFollowing()).toBe(false)
})

test('an upward gesture where nothing is above changes nothing', () => {
  const { scroller, follow } = setup()
  scroller.resize(300)
  scroller.fire('wheel', { deltaY: -5, ctrlKey: false })
  expect(follow.isFollowing()).toBe(true)
})

test('a wheel that moves the view ends following for good', () => {
  const { scroller, follow, changes } = setup()
  scroller.fire('wheel', { deltaY: -5, ctrlKey: false })
  scroller.resize(1100)
  scroller.userScrollBy(-20)
  passFrames(5)
  expect(follow.isFollowing()).toBe(false)
  expect(changes).toEqual([false])
})

test('a gesture that moved nothing changes nothing: following goes on, over what grew meanwhile', () => {
  const { scroller, follow } = setup()
  scroller.fire('wheel', { deltaY: -5, ctrlKey: false })
  scroller.resize(1100)
  passFrames(5)
  expect(follow.isFollowing()).toBe(true)
  expect(scroller.distance).toBe(0)
})

test('a finger that goes on pulling is given time to move the view', () => {
  const { scroller, follow } = setup()
  scroller.fire('touchstart', { touches: [{ clientY: 100 }] })
  for (const clientY of [106, 110, 114, 118]) {
    scroller.fire('touchmove', { touches: [{ clientY }] })
    passFrames(2)
  }
  expect(follow.isFollowing()).toBe(false)
})

test.each([
  ['wheel', { deltaY: -5, ctrlKey: false }],
  ['keydown', { key: 'PageUp' }],
])('%s upward in a long message that scrolls in itself leaves following alone', (type, properties) => {
  const { scroller, follow, changes } = setup()
  scroller.fire(type, properties, inside(scroller, { scrollTop: 80 }))
  expect(follow.isFollowing()).toBe(true)
  scroller.resize(1100)
  expect(scroller.distance).toBe(0)
  expect(changes).toEqual([])
})

test('one that has arrived at its top passes the gesture on', () => {
  const { scroller, follow } = setup()
  scroller.fire('wheel', { deltaY: -5, ctrlKey: false }, inside(scroller, { scrollTop: 0 }))
  expect(follow.isFollowing()).toBe(false)
})

test('what the reader unfolds stays in view: its growth is not followed', () => {
  const { scroller, follow } = setup()
  const top = scroller.scrollTop
  scroller.fire('click', {}, inside(scroller, { localName: 'summary' }))
  passFrames(1)
  scroller.resize(1600)
  expect(scroller.scrollTop).toBe(top)
  expect(follow.isFollowing()).toBe(false)
})

test('what the reader works on, an edit or the versions of a message, does not move away with the end', () => {
  const { scroller, follow } = setup()
  const top = scroller.scrollTop
  scroller.workedOn = {}
  scroller.resize(1600)
  expect(scroller.scrollTop).toBe(top)
  expect(follow.isFollowing()).toBe(false)
})

test('what the reader folds leaves them at the end, following', () => {
  const { scroller, follow } = setup()
  scroller.fire('click', {}, inside(scroller, { localName: 'summary' }))
  scroller.resize(700)
  passFrames(2)
  scroller.resize(1200)
  expect(follow.isFollowing()).toBe(true)
  expect(scroller.distance).toBe(0)
})

test('a click on anything else, or long ago, is none of its business', () => {
  const { scroller, follow } = setup()
  scroller.fire('click', {}, inside(scroller, { localName: 'button' }))
  scroller.resize(1100)
  scroller.fire('click', {}, inside(scroller, { localName: 'summary' }))
  passFrames(2)
  scroller.resize(1200)
  expect(follow.isFollowing()).toBe(true)
})

test('jumping to the latest follows again', () => {
  const { scroller, follow, changes } = setup()
  scroller.userScrollBy(-500)
  follow.scrollToLatest()
  expect(scroller.distance).toBe(0)
  expect(changes).toEqual([false, true])
})

test('what is made up for above is no gesture of the reader, in neither direction', () => {
  const { scroller, follow, changes } = setup()
  scroller.userScrollBy(-30)
  scroller.scrollHeight = 1100
  follow.moveBy(100)
  scroller.dispatchEvent(new Event('scroll'))
  expect(follow.isFollowing()).toBe(false)
  follow.scrollToLatest()
  follow.moveBy(-10)
  scroller.dispatchEvent(new Event('scroll'))
  expect(follow.isFollowing()).toBe(true)
  expect(changes).toEqual([false, true])
})

test('once released, nothing is followed until the reader comes to the end', () => {
  const { scroller, follow } = setup()
  follow.release()
  const top = scroller.scrollTop
  scroller.resize(1300)
  passFrames(5)
  expect(scroller.scrollTop).toBe(top)
  scroller.userScrollBy(300)
  expect(follow.isFollowing()).toBe(true)
})

test('after dispose nothing moves', () => {
  const { scroller, follow } = setup()
  follow.dispose()
  const top = scroller.scrollTop
  scroller.resize(3000)
  expect(scroller.scrollTop).toBe(top)
})
