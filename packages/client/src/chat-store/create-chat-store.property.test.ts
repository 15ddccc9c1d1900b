import { type ConversationState, messageById, messagePath, sortedConversations, textOf } from '@livetype/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settle } from './test-support/fake-clock.ts'
import { networkFailure } from './test-support/fake-server.ts'
import type { Fault } from './test-support/fake-stream.ts'
import { createTestStore, type TestStore } from './test-support/test-store.ts'

type Step =
  | { readonly do: 'send'; readonly which: number; readonly isNew: boolean; readonly count: number }
  | { readonly do: 'regenerate' | 'continue' | 'undo' | 'write' | 'end' | 'open' | 'stop'; readonly which: number }
  | { readonly do: 'edit' | 'choose'; readonly which: number; readonly message: number }
  | { readonly do: 'deliver'; readonly fault: Fault; readonly isMerged: boolean }
  | { readonly do: 'answer'; readonly which: number; readonly isLost: boolean }
  | { readonly do: 'advance'; readonly ms: number }
  | { readonly do: 'new-epoch'; readonly lost: number }
  | { readonly do: 'cut' | 'connect' | 'fail' | 'frame' | 'hide' | 'show' | 'close' }

const which = fc.nat({ max: 7 })
const steps: fc.Arbitrary<Step>[] = [
  fc.record({ do: fc.constant('send' as const), which, isNew: fc.boolean(), count: fc.constantFrom(1, 1, 3) }),
  fc.record({ do: fc.constantFrom('regenerate' as const, 'end' as const, 'stop' as const), which }),
  fc.record({ do: fc.constantFrom('edit' as const, 'choose' as const), which, message: which }),
  fc.record({ do: fc.constantFrom('continue' as const, 'stop' as const, 'undo' as const), which }),
  fc.record({ do: fc.constant('write' as const), which }),
  fc.record({ do: fc.constant('write' as const), which }),
  fc.record({ do: fc.constant('open' as const), which }),
  fc.record({
    do: fc.constant('deliver' as const),
    fault: fc.constantFrom<Fault[]>('none', 'none', 'duplicate', 'drop', 'reorder', 'again-from-the-start'),
    isMerged: fc.boolean(),
  }),
  fc.record({ do: fc.constant('answer' as const), which, isLost: fc.boolean() }),
  fc.record({ do: fc.constant('advance' as const), ms: fc.integer({ min: 1, max: 20_000 }) }),
  fc.record({ do: fc.constant('new-epoch' as const), lost: fc.constantFrom(0, 0, 1, 3) }),
  fc.record({
    do: fc.constantFrom(
      'cut' as const,
      'connect' as const,
      'connect' as const,
      'fail' as const,
      'frame' as const,
      'hide' as const,
      'show' as const,
      'close' as const,
    ),
  }),
]
const schedule = fc.array(fc.oneof(...steps), { minLength: 5, maxLength: 60 })

const pick = <Item>(items: readonly Item[], index: number): Item | undefined => items[index % items.length]

/** Everything that can happen to a store, one thing at a time, and what must hold all the while. */
class World {
  readonly test: TestStore
  #written = 0
  /** Once events have been lost with a disk, what is shown may be more than the log has, until the reset. */
  #hasLost = false
  /** What was taken back is shown until the store hears of it. */
  #hasUndone = false
  readonly #opened = new Set<string>(['conversation-a', 'conversation-b'])

  constructor(options: { readonly recentMessages?: number } = {}) {
    this.test = createTestStore((server) => {
      for (const id of ['conversation-a', 'conversation-b']) {
        server.addConversation(id)
        server.addTurn(id, { messageId: `question-${id}`, replyId: `reply-${id}`, parentId: null })
      }
      server.isHolding = true
    }, options)
  }

  get ids(): string[] {
    const { conversationIds } = this.test.server.logs
    return [...new Set([...conversationIds, ...this.#opened])]
  }

  async take(step: Step): Promise<void> {
    const { store, server, clock, frames, signals } = this.test
    const [stream] = server.streams
    switch (step.do) {
      case 'send': {
        const conversationId = pick(this.ids, step.which)
        const isNew = step.isNew || conversationId === undefined
        const modelIds = Array.from({ length: step.count }, () => 'fake')
        const sent = store.send({ text: `text ${++this.#written}`, modelIds, ...(!isNew && { conversationId }) })
        this.#opened.add(sent.conversationId)
        if (isNew) store.open(sent.conversationId)
        break
      }
      case 'regenerate':
      case 'continue':
      case 'undo':
      case 'stop':
        this.#command(step.do, pick(this.ids, step.which))
        break
      case 'edit':
      case 'choose':
        this.#branch(step)
        break
      case 'write':
      case 'end': {
        const running = this.ids.flatMap((id) => [...server.truth(id).running.keys()].map((reply) => ({ id, reply })))
        const target = pick(running, step.which)
        if (!target) break
        if (step.do === 'write') server.write(target.id, target.reply, `<${++this.#written}>`)
        else server.end(target.id, target.reply)
        break
      }
      case 'open':
        store.open(pick(this.ids, step.which) ?? null)
        break
      case 'close':
        store.open(null)
        break
      case 'deliver':
        stream?.deliver(step)
        break
      case 'answer': {
        const [call] = server.held.splice(step.which % Math.max(1, server.held.length), 1)
        call?.finish(step.isLost ? 'answer-lost' : 'answered')
        break
      }
      case 'advance':
        await clock.advance(step.ms)
        break
      case 'new-epoch':
        for (const open of server.streams) open.cut()
        server.logs.beginEpoch(step.lost)
        if (step.lost > 0) this.#hasLost = true
        break
      case 'cut':
        stream?.cut()
        break
      case 'connect':
        if (stream && !stream.isConnected) stream.connect()
        break
      case 'fail':
        stream?.handlers.onFailure(networkFailure())
        break
      case 'frame':
        frames.run()
        break
      case 'hide':
        signals.give('hidden')
        break
      case 'show':
        signals.give('visible')
        break
    }
    await settle()
    this.check()
  }

  /** Another version of a message in sight, or the version before or after it. */
  #branch(step: { readonly do: 'edit' | 'choose'; readonly which: number; readonly message: number }): void {
    const { store } = this.test
    const id = pick(this.ids, step.which)
    const view = id === undefined ? undefined : store.conversation(id).get()
    if (id === undefined || view?.status !== 'ready') return
    const branches = [...view.branches.values()].flat()
    const messageId = pick(step.do === 'edit' ? view.messageIds : branches, step.message)
    const shown = messageId === undefined ? undefined : store.message(id, messageId).get()
    if (messageId === undefined) return
    if (step.do === 'choose') void store.chooseBranch(id, messageId).catch(() => undefined)
    else if (shown?.delivery === 'sent' && shown.message.role === 'user') {
      store.edit(id, messageId, { text: `text ${++this.#written}` })
    }
  }

  #command(name: 'regenerate' | 'continue' | 'undo' | 'stop', id: string | undefined): void {
    const { store } = this.test
    const view = id === undefined ? undefined : store.conversation(id).get()
    if (id === undefined || view?.status !== 'ready') return
    const reply = view.messageIds.findLast((messageId) => {
      const message = store.message(id, messageId).get()
      return message?.delivery === 'sent' && message.message.role === 'assistant'
    })
    if (name === 'undo') this.#hasUndone = true
    const done =
      name === 'stop' || !reply
        ? store.stop(id)
        : name === 'regenerate'
          ? store.regenerate(id, reply)
          : name === 'continue'
            ? store.continueReply(id, reply)
            : store.undoContinue(id, reply)
    // Refusals have tests of their own.
    void done.catch(() => undefined)
  }

  /** What must hold at every moment. */
  check(): void {
    const { server, store } = this.test
    if (server.streams.length > 1) throw new Error('more than one stream')
    if (this.#hasLost || this.#hasUndone) return
    for (const id of this.ids) {
      const view = store.conversation(id).get()
      const truth = server.truth(id)
      for (const messageId of view.status === 'ready' ? view.messageIds : []) {
        const shown = store.message(id, messageId).get()
        const message = messageById(truth, messageId)
        if (shown?.delivery !== 'sent' || !message || textOf(message).startsWith(textOf(shown.message))) continue
        throw new Error(`"${textOf(shown.message)}" is shown of "${textOf(message)}"`)
      }
    }
  }

  /** The network heals, and everything finds its rest. Returns what is shown and what the logs have. */
  async heal(): Promise<{ shown: unknown[]; logged: unknown[] }> {
    const { store, server, clock, signals, frames } = this.test
    signals.give('visible')
    server.isHolding = false
    for (let turn = 0; turn < 8; turn += 1) {
      for (const call of server.held.splice(0)) call.finish('answered')
      await clock.advance(15_000)
      server.pump()
      frames.run()
    }
    const shown: unknown[] = []
    const logged: unknown[] = []
    for (const id of this.ids) {
      store.open(id)
      await this.#rest()
      const view = store.conversation(id).get()
      if (view.status !== 'ready') {
        shown.push(view.status)
        logged.push(server.logs.workspace().conversations.has(id) ? 'ready' : 'not-found')
        continue
      }
      for (const messageId of view.messageIds.toReversed()) {
        if (store.message(id, messageId).get()?.delivery === 'failed') store.discard(id, messageId)
      }
      await this.#rest()
      await store.readPath(id)
      shown.push(shownMessages(this.test, id))
      logged.push(loggedMessages(server.truth(id)))
    }
    const list = store.list.get()
    shown.push(list.status === 'ready' && list.conversations)
    logged.push(sortedConversations(server.logs.workspace()))
    return { shown, logged }
  }

  async #rest(): Promise<void> {
    for (let turn = 0; turn < 3; turn += 1) {
      await this.test.flow()
      await this.test.clock.advance(15_000)
    }
  }
}

function shownMessages({ store }: TestStore, id: string) {
  const view = store.conversation(id).get()
  if (view.status !== 'ready') return view.status
  return view.messageIds.map((messageId) => {
    const shown = store.message(id, messageId).get()
    return [messageId, shown?.delivery, shown && textOf(shown.message)]
  })
}

function loggedMessages(truth: ConversationState) {
  return messagePath(truth).map((messageId) => {
    const message = messageById(truth, messageId)
    return [messageId, 'sent', message && textOf(message)]
  })
}

describe('a chat store', () => {
  it.each([
    { read: 'whole', options: {} },
    { read: 'in part', options: { recentMessages: 2 } },
  ])(
    '[STORE1] [SUB1] [SUB2] [PAGE1] of conversations that are read $read, shows the fold of the log after any schedule of faults',
    {
      timeout: 120_000,
    },
    async ({ options }) => {
      await fc.assert(
        fc.asyncProperty(schedule, async (taken) => {
          const world = new World(options)
          for (const step of taken) await world.take(step)
          const { shown, logged } = await world.heal()
          expect(shown).toEqual(logged)
          world.test.store.dispose()
        }),
        { numRuns: 300 },
      )
    },
  )
})
