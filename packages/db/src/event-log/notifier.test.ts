import { expect, it } from 'vitest'
import { conversationLog, workspaceLog } from './event-log.ts'
import { createNotifier } from './notifier.ts'

const conversation = conversationLog('conversation-1')
const workspace = workspaceLog('owner')
const open = new AbortController().signal

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
  const due: (() => void)[] = []
  const notifier = createNotifier({ after: (_, callback) => due.push(callback) })
  const waiters = Array.from({ length: 100 }, () => notifier.attach([workspace], open))
  for (let event = 0; event < 10; event++) notifier.notify(workspace)
  expect(due).toHaveLength(1)
  due.pop()?.()
  for (const waiter of waiters) expect(await waiter.hinted()).toEqual([workspace])
  notifier.notify(workspace)
  expect(due).toHaveLength(1)
})
