import { expect, it } from 'vitest'
import { conversationLog, workspaceLog } from './event-log.ts'
import { createNotifier } from './notifier.ts'

const conversation = conversationLog('conversation-1')
const workspace = workspaceLog('owner')
const open = new AbortController().signal

/** Time that a test moves. */
function fakeClock() {
  let nowMs = 1000
  let due: { atMs: number; callback: () => void }[] = []
  return {
    now: () => nowMs,
    after: (ms: number, callback: () => void) => void due.push({ atMs: nowMs + ms, callback }),
    get dueCount() {
      return due.length
    },
    pass(ms: number) {
      nowMs += ms
      const ready = due.filter(({ atMs }) => atMs <= nowMs)
      due = due.filter(({ atMs }) => atMs > nowMs)
      for (const { callback } of ready) callback()
    },
  }
}

it('[SUB1] keeps a hint that comes while nobody waits, and tells which log it was for', async () => {
  const notifier = createNotifier()
  const waiter = notifier.attach([conversation, workspace], open)
  notifier.notify(workspace)
  notifier.notify(workspace)
  expect(await waiter.hinted()).toEqual([workspace])
  const next = waiter.hinted()
  notifier.notify(conversation)
  expect(await next).toEqual([conversation])
})

it('wakes whoever waits when its signal aborts', async () => {
  const stop = new AbortController()
  const waiting = createNotifier().attach([conversation], stop.signal).hinted()
  stop.abort()
  expect(await waiting).toEqual([])
})

it('[SUB3] gathers the hints for a crowd, and loses none', async () => {
  const clock = fakeClock()
  const notifier = createNotifier(clock)
  const waiters = Array.from({ length: 100 }, () => notifier.attach([workspace], open))
  for (let event = 0; event < 10; event++) notifier.notify(workspace)
  expect(clock.dueCount).toBe(1)
  clock.pass(40)
  for (const waiter of waiters) expect(await waiter.hinted()).toEqual([workspace])
  notifier.notify(workspace)
  expect(clock.dueCount).toBe(1)
})

/** How far apart a follower is woken, in milliseconds, by hints of which `hasHint` tells when they come. */
async function gapsBetweenWakes(hasHint: (ms: number) => boolean): Promise<number[]> {
  const clock = fakeClock()
  const notifier = createNotifier(clock)
  const waiter = notifier.attach([conversation, workspace], open)
  const wokenAt: number[] = []
  const following = (async () => {
    while (wokenAt.length < 24) {
      await waiter.hinted()
      wokenAt.push(clock.now())
    }
  })()
  for (let ms = 0; wokenAt.length < 24; ms += 1) {
    if (hasHint(ms)) notifier.notify(conversation)
    await new Promise(setImmediate)
    clock.pass(1)
  }
  await following
  return wokenAt.slice(1).map((at, index) => at - (wokenAt[index] ?? 0))
}
const every = (ms: number) => (atMs: number) => atMs % ms === 0

it('[SUB9] wakes a follower at once now and then, and once a frame where more comes', async () => {
  expect(new Set(await gapsBetweenWakes(every(20)))).toEqual(new Set([20]))
  const gaps = await gapsBetweenWakes(every(15))
  expect(gaps.slice(0, 3)).toEqual([15, 15, 15])
  expect(Math.max(...gaps)).toBeLessThanOrEqual(17)
})

it('[SUB9] wakes a follower every fourth frame where much comes', async () => {
  const gaps = await gapsBetweenWakes(every(1))
  expect(gaps.slice(0, 3)).toEqual([1, 1, 1])
  expect(new Set(gaps.slice(5))).toEqual(new Set([64]))
})

it('[SUB9] wakes a follower once a frame again where much has come for a moment', async () => {
  const gaps = await gapsBetweenWakes((ms) => ms % 12 === 0 || (ms > 100 && ms < 180))
  expect(gaps).toContain(64)
  // Five or six come in four frames then: not twice in each.
  expect(gaps.slice(-6)).toContain(16)
})

it('[SUB9] how a reply begins waits for nothing, however much of it comes at once', async () => {
  const notifier = createNotifier(fakeClock())
  const waiter = notifier.attach([conversation, workspace], open)
  for (let wake = 0; wake < 4; wake += 1) {
    for (let hint = 0; hint < 6; hint += 1) notifier.notify(conversation)
    expect(await waiter.hinted()).toEqual([conversation])
  }
})

it('[SUB9] what comes while a follower rests is told with the rest, once', async () => {
  const clock = fakeClock()
  const notifier = createNotifier(clock)
  const waiter = notifier.attach([conversation, workspace], open)
  for (let wake = 0; wake < 4; wake += 1) {
    notifier.notify(conversation)
    expect(await waiter.hinted()).toEqual([conversation])
  }
  notifier.notify(conversation)
  const resting = waiter.hinted()
  await new Promise(setImmediate)
  notifier.notify(workspace)
  notifier.notify(conversation)
  clock.pass(16)
  expect(await resting).toEqual([conversation, workspace])
})

it('[SUB9] a follower that rests is woken when its signal aborts', async () => {
  const clock = fakeClock()
  const notifier = createNotifier(clock)
  const stop = new AbortController()
  const waiter = notifier.attach([conversation], stop.signal)
  for (let wake = 0; wake < 4; wake += 1) {
    notifier.notify(conversation)
    await waiter.hinted()
  }
  notifier.notify(conversation)
  const resting = waiter.hinted()
  await new Promise(setImmediate)
  stop.abort()
  expect(await resting).toEqual([conversation])
})
