import { type ConversationSummary, isListed, type ListFilter, sortedConversations } from '@livetype/protocol'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { settle } from './test-support/fake-clock.ts'
import { workspaceName } from './test-support/fake-logs.ts'
import { createTestStore, type TestStore } from './test-support/test-store.ts'

const total = 120
const idOf = (index: number) => `conversation-${String(index % total).padStart(3, '0')}`
const whole: ListFilter = {}
const filters: readonly ListFilter[] = [whole, { isArchived: true }, { tag: 'work' }]

type Step =
  | { readonly do: 'use' | 'rename' | 'remove' | 'restore' | 'remove-here' | 'restore-here'; readonly which: number }
  | { readonly do: 'pin' | 'archive' | 'tag'; readonly which: number; readonly isOn: boolean; readonly isHere: boolean }
  | { readonly do: 'older' | 'deliver' | 'answer' | 'new-epoch' | 'cut' | 'connect' | 'frame' }
  | { readonly do: 'advance'; readonly ms: number }
  | { readonly do: 'filter'; readonly filter: number }

const which = fc.nat({ max: total - 1 })
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('use' as const, 'use' as const, 'rename' as const), which }),
  fc.record({ do: fc.constantFrom('remove' as const, 'restore' as const), which }),
  fc.record({ do: fc.constantFrom('remove-here' as const, 'restore-here' as const), which }),
  fc.record({
    do: fc.constantFrom('pin' as const, 'archive' as const, 'tag' as const),
    which,
    isOn: fc.boolean(),
    isHere: fc.boolean(),
  }),
  fc.record({ do: fc.constantFrom('older' as const, 'deliver' as const, 'answer' as const, 'answer' as const) }),
  fc.record({ do: fc.constantFrom('new-epoch' as const, 'cut' as const, 'connect' as const, 'frame' as const) }),
  fc.record({ do: fc.constant('advance' as const), ms: fc.integer({ min: 1, max: 20_000 }) }),
  fc.record({ do: fc.constant('filter' as const), filter: fc.nat({ max: filters.length - 1 }) }),
)

/** A list of which a client knows a part, while all kinds of things happen to it. */
class World {
  readonly test: TestStore
  filter = whole

  constructor() {
    let now = 0
    this.test = createTestStore((server) => {
      for (let index = 0; index < total; index += 1) {
        const [id, time] = [idOf(index), ++now]
        server.logs.append(workspaceName, {
          type: 'conversation-created',
          // Two of each moment: the position must tell them apart.
          conversation: { id, title: id, titleOrigin: 'words', createdAt: 1, updatedAt: time >> 1, runningCount: 0 },
        })
      }
      server.isHolding = true
    })
  }

  get truth(): readonly ConversationSummary[] {
    const all = sortedConversations(this.test.server.logs.workspace())
    return all.filter((one) => isListed(one, this.filter))
  }

  get shown() {
    const list = this.test.store.list.get()
    return list.status === 'ready' ? list : undefined
  }

  async take(taken: Step): Promise<void> {
    const { store, server, clock, frames } = this.test
    const [stream] = server.streams
    switch (taken.do) {
      case 'older':
        store.loadOlder()
        break
      case 'filter':
        this.filter = filters[taken.filter] ?? whole
        store.filterList(this.filter)
        break
      case 'deliver':
        stream?.deliver()
        break
      case 'answer':
        server.held.shift()?.finish('answered')
        break
      case 'new-epoch':
        for (const open of server.streams) open.cut()
        server.logs.beginEpoch()
        break
      case 'cut':
        stream?.cut()
        break
      case 'connect':
        if (stream && !stream.isConnected) stream.connect()
        break
      case 'frame':
        frames.run()
        break
      case 'advance':
        await clock.advance(taken.ms)
        break
      default:
        this.#change(taken)
    }
    await settle()
  }

  #change(taken: Extract<Step, { which: number }>): void {
    const { store, server, clock } = this.test
    const id = idOf(taken.which)
    const isThere = server.logs.workspace().conversations.has(id)
    if (taken.do === 'restore-here') void store.restore(id).catch(() => undefined)
    if (taken.do === 'restore') void server.api.restoreConversations([id]).catch(() => undefined)
    if (!isThere) return
    switch (taken.do) {
      case 'restore':
      case 'restore-here':
        break
      case 'use': {
        const updatedAt = clock.now()
        server.logs.append(workspaceName, {
          type: 'conversation-updated',
          conversationId: id,
          updatedAt,
          runningCount: 0,
        })
        break
      }
      case 'rename': {
        const title = `${id} at ${clock.now()}`
        server.logs.append(workspaceName, {
          type: 'conversation-renamed',
          conversationId: id,
          title,
          titleOrigin: 'user',
        })
        break
      }
      case 'remove':
        void server.api.deleteConversations([id]).catch(() => undefined)
        break
      case 'remove-here':
        void store.remove(id).catch(() => undefined)
        break
      case 'pin':
      case 'archive':
      case 'tag': {
        const { isOn } = taken
        const changes =
          taken.do === 'pin'
            ? { isPinned: isOn }
            : taken.do === 'archive'
              ? { isArchived: isOn }
              : { [isOn ? 'addTags' : 'removeTags']: ['work'] }
        if (taken.isHere) void store.file([id], changes).catch(() => undefined)
        else void server.api.fileConversations({ conversationIds: [id], changes }).catch(() => undefined)
      }
    }
  }

  async heal(): Promise<void> {
    const { server, clock, frames } = this.test
    server.isHolding = false
    for (let turn = 0; turn < 6; turn += 1) {
      for (const call of server.held.splice(0)) call.finish('answered')
      await clock.advance(15_000)
      server.pump()
      frames.run()
    }
  }
}

it('[LIST1] what is shown of the list has no hole and no duplicate, whatever happens while it is read', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 60 }), async (steps) => {
      const world = new World()
      for (const taken of steps) await world.take(taken)
      await world.heal()
      const { shown, truth } = world
      const isWhole = world.filter === whole
      const last = shown?.conversations.findLast((one) => !(isWhole && one.isPinned)) ?? shown?.conversations.at(-1)
      const end = last ? truth.findIndex(({ id }) => id === last.id) : -1
      expect(shown?.conversations).toEqual(truth.filter((one, index) => index <= end || (isWhole && one.isPinned)))
      for (let page = 0; world.shown?.older === 'more' && page < 10; page += 1) {
        world.test.store.loadOlder()
        await world.heal()
      }
      expect(world.shown?.older).toBe('none')
      expect(world.shown?.conversations).toEqual(world.truth)
      world.test.store.dispose()
    }),
    { numRuns: 100 },
  )
})
