import type { AssistantMessage, ConversationSummary, ReplyState } from '@livetype/protocol'
import { expect, test } from 'vitest'
import { type NoticeHost, watchForNotices } from './reply-notices.ts'

const conversation: ConversationSummary = {
  id: 'conversation-1',
  title: 'Tides',
  titleOrigin: 'words',
  createdAt: 0,
  updatedAt: 0,
  runningCount: 0,
}

function reply(state: ReplyState): AssistantMessage {
  const ids = { id: 'reply', runId: 'run', parentId: 'question', modelId: 'demo', modelName: 'Demo' }
  return { ...ids, role: 'assistant', parts: [{ type: 'text', text: 'secret' }], createdAt: 0, reply: state }
}

/** The locks of an origin, shared by the tabs of a test. */
function fakeLocks() {
  const held: { name: string }[] = []
  return {
    held,
    query: async () => ({ held, pending: [] }),
    async request(name: string, options: LockOptions, use: (lock: Lock | null) => unknown): Promise<void> {
      if (options.ifAvailable && held.some((lock) => lock.name === name)) {
        await use(null)
        return
      }
      const lock = { name, mode: options.mode ?? 'exclusive' } as const
      held.push(lock)
      await use(lock)
      held.splice(held.indexOf(lock), 1)
    },
  }
}

function openTab(options: { isHidden: boolean; isWanted?: boolean; locks?: ReturnType<typeof fakeLocks> }) {
  const { isHidden, isWanted = true, locks = fakeLocks() } = options
  const told: { title: string; body: string }[] = []
  let opened = 0
  let now = 0
  let message = reply({ status: 'running', startedAt: 0 })
  let listener = () => {}
  let running: { id: string }[] = [{ id: 'reply' }]
  const host: NoticeHost = {
    isHidden: () => isHidden,
    onVisibility: () => () => {},
    // @ts-expect-error of the locks only this is needed
    locks,
    show({ title, body, onClick }) {
      told.push({ title, body })
      onClick()
    },
    now: () => now,
  }
  watchForNotices({
    conversationId: conversation.id,
    view: {
      get: () => ({ status: 'ready', conversation, running, isTemporary: false }),
      subscribe(next) {
        listener = next
        return () => {}
      },
    },
    message: () => ({ message }),
    isWanted: () => isWanted,
    open: () => {
      opened += 1
    },
    host,
  })
  return {
    told,
    opened: () => opened,
    async end(status: 'completed' | 'stopped' | 'failed', endedAt: number) {
      now = endedAt
      message = reply({ status, startedAt: 0, endedAt })
      running = []
      listener()
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

test('[NOTICE1] a long reply that ends out of sight is told of by the title of its conversation, and a click opens it', async () => {
  const tab = openTab({ isHidden: true })
  await tab.end('completed', 10_000)
  expect([tab.told, tab.opened()]).toEqual([[{ title: 'Tides', body: 'The reply is ready.' }], 1])
  const failed = openTab({ isHidden: true })
  await failed.end('failed', 10_000)
  expect(failed.told).toEqual([{ title: 'Tides', body: 'The reply could not be completed.' }])
})

test.each([
  ['short', { isHidden: true }, { status: 'completed', endedAt: 9_999 }],
  ['in sight', { isHidden: false }, { status: 'completed', endedAt: 10_000 }],
  ['not wanted', { isHidden: true, isWanted: false }, { status: 'completed', endedAt: 10_000 }],
  ['stopped by the person', { isHidden: true }, { status: 'stopped', endedAt: 10_000 }],
] as const)('one that is %s is not told of', async (_, options, { status, endedAt }) => {
  const tab = openTab(options)
  await tab.end(status, endedAt)
  expect(tab.told).toEqual([])
})

test('[NOTICE1] of several tabs one tells, and none while one has the conversation in sight', async () => {
  const locks = fakeLocks()
  const [one, other] = [openTab({ isHidden: true, locks }), openTab({ isHidden: true, locks })]
  await Promise.all([one.end('completed', 10_000), other.end('completed', 10_000)])
  expect(one.told.length + other.told.length).toBe(1)

  const shared = fakeLocks()
  openTab({ isHidden: false, locks: shared })
  const hidden = openTab({ isHidden: true, locks: shared })
  await hidden.end('completed', 10_000)
  expect(hidden.told).toEqual([])
})
