import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type ImageState, imageSize, isLoadableImage, showImage } from './show-image.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const image = { address: 'https://images.example/cat.png', description: 'a cat' }

/** A frame whose page is played by the test. */
function setup() {
  const page = new EventTarget()
  vi.stubGlobal('window', page)
  const asked: unknown[] = []
  const opened: { src: string; isWithoutCredentials: boolean }[] = []
  let isWithoutCredentials = false
  const contentWindow = { postMessage: (data: unknown) => asked.push(data) }
  const frame = Object.assign(new EventTarget(), {
    contentWindow,
    closest: () => null,
    toggleAttribute: (_: string, isSet: boolean) => (isWithoutCredentials = isSet),
    src: '',
  })
  Object.defineProperty(frame, 'src', {
    set(src: string) {
      opened.push({ src, isWithoutCredentials })
    },
  })
  const states: ImageState[] = []
  const end = showImage(frame, image, (state) => states.push(state))
  const say = (data: unknown, source: unknown = contentWindow) =>
    page.dispatchEvent(Object.assign(new Event('message'), { data, source }))
  return { asked, opened, states, end, say, load: () => frame.dispatchEvent(new Event('load')) }
}

test('[IMAGE1] a page that listens is told the address once, and tells the size of the image', () => {
  const { opened, asked, states, say, load } = setup()
  expect(opened).toEqual([{ src: '/sandbox/image.html', isWithoutCredentials: true }])
  say({ kind: 'ready' })
  say({ kind: 'ready' })
  load()
  expect(asked).toEqual([{ kind: 'show', ...image }])
  say({ kind: 'shown', width: 400, height: 300 })
  vi.runAllTimers()
  expect(states).toEqual([{ status: 'shown', width: 400, height: 300 }])
})

test('[IMAGE1] what a frame says is heard from that frame alone, and only that it failed or how large it is', () => {
  const { asked, states, say } = setup()
  for (const source of [null, {}, globalThis]) say({ kind: 'ready' }, source)
  expect(asked).toEqual([])
  say({ kind: 'ready' })
  const strange = [null, 'ready', { kind: 'shown' }, { kind: 'shown', width: 0, height: 1 }, { kind: 'open', url: 'x' }]
  for (const data of strange) say(data)
  say({ kind: 'shown', width: Number.POSITIVE_INFINITY, height: 1 })
  expect(states).toEqual([])
  say({ kind: 'failed' })
  expect(states).toEqual([{ status: 'failed' }])
})

test('[IMAGE1] a page that stays silent is opened once more where a proxy wants a password, and then has failed', async () => {
  vi.stubGlobal('fetch', async () => new Response('', { status: 401 }))
  const { opened, states, load } = setup()
  load()
  await vi.advanceTimersByTimeAsync(1_500)
  expect(opened.map(({ isWithoutCredentials }) => isWithoutCredentials)).toEqual([true, false])
  expect(states).toEqual([])
  load()
  await vi.advanceTimersByTimeAsync(1_500)
  expect(states).toEqual([{ status: 'failed' }])
  expect(opened).toHaveLength(2)
})

test('[IMAGE1] a page that stays silent for another reason has failed: credentials are not to go along', async () => {
  const answers = [
    async () => new Response('', { status: 502 }),
    async () => Promise.reject(new TypeError('no network')),
  ]
  for (const fetch of answers) {
    vi.stubGlobal('fetch', fetch)
    const { opened, states, load } = setup()
    load()
    await vi.advanceTimersByTimeAsync(1_500)
    expect(states).toEqual([{ status: 'failed' }])
    expect(opened).toHaveLength(1)
  }
})

test('[IMAGE1] an image that does not come has failed, and after the end nothing is told', () => {
  const slow = setup()
  slow.say({ kind: 'ready' })
  vi.advanceTimersByTime(60_000)
  expect(slow.states).toEqual([{ status: 'failed' }])
  const ended = setup()
  ended.end()
  ended.say({ kind: 'failed' })
  vi.runAllTimers()
  expect(ended.states).toEqual([])
})

test('[IMAGE1] an image has its own size and proportions, as far as there is room', () => {
  expect(imageSize({ status: 'shown', width: 400, height: 200 })).toEqual({
    inlineSize: 'min(400px, 100%, 140.00vh)',
    aspectRatio: '400 / 200',
  })
  expect(imageSize({ status: 'loading' })).toBeUndefined()
})

test('[IMAGE1] what is loaded is an image of another server, over plain HTTP only where the page is', () => {
  const loadable = (address: string, protocol = 'https:') => isLoadableImage(address, protocol)
  expect(loadable('https://a.example/b.png')).toBe(true)
  expect(loadable('http://a.example/b.png')).toBe(false)
  expect(loadable('http://a.example/b.png', 'http:')).toBe(true)
  for (const address of [
    '/files/a',
    'a.png',
    'mailto:a@b.example',
    'data:image/png,x',
    `https://a.example/${'x'.repeat(8_000)}`,
  ]) {
    expect(loadable(address, 'http:')).toBe(false)
  }
})
