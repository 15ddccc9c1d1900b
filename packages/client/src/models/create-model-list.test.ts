import { ChatError, type Model } from '@livetype/protocol'
import { describe, expect, it } from 'vitest'
import { createFakeClock } from '../chat-store/test-support/fake-clock.ts'
import { createFakeSignals } from '../chat-store/test-support/fake-signals.ts'
import { createModelList } from './create-model-list.ts'

const unreachable = new ChatError('internal', 'Not reached.', { isRetryable: true })
const model = (id: string): Model => ({ id, name: id, isDemo: false, description: '' })

/** A list whose server gives these answers, one after the other. */
function listOf(...answers: readonly (readonly Model[] | ChatError)[]) {
  const clock = createFakeClock()
  const signals = createFakeSignals()
  let asked = 0
  const list = createModelList({
    async load() {
      const answer = answers[asked]
      asked += 1
      if (!answer || answer instanceof ChatError) throw answer ?? unreachable
      return answer
    },
    signals,
    now: clock.now,
    timers: clock.timers,
    random: () => 0.5,
  })
  return { list, clock, signals, asked: () => asked }
}

describe('createModelList', () => {
  it('reads once for all who look, after the first failures', async () => {
    const { list, clock, asked } = listOf(unreachable, unreachable, [model('one')])
    expect([list.get().status, asked()]).toEqual(['pending', 0])
    list.subscribe(() => undefined)
    list.subscribe(() => undefined)
    await clock.advance(20_000)
    expect(list.get()).toEqual({ status: 'success', models: [model('one')] })
    expect(asked()).toBe(3)
  })

  it('says that it failed, and tries again when asked', async () => {
    const { list, clock } = listOf(unreachable, unreachable, unreachable, [model('one')])
    const seen: string[] = []
    list.subscribe(() => seen.push(list.get().status))
    await clock.advance(20_000)
    expect(list.get()).toMatchObject({ status: 'error', failure: { code: 'internal' } })
    list.refresh()
    await clock.advance(0)
    expect(seen).toEqual(['error', 'pending', 'success'])
  })

  it('reads again when the tab comes back after a while, and keeps what it has where that fails', async () => {
    const { list, clock, signals, asked } = listOf([model('one')], [model('two')])
    list.subscribe(() => undefined)
    await clock.advance(0)
    signals.give('visible')
    await clock.advance(30_001)
    expect(asked()).toBe(1)
    signals.give('visible')
    await clock.advance(0)
    expect(list.get()).toMatchObject({ models: [{ id: 'two' }] })
    await clock.advance(30_001)
    signals.give('online')
    await clock.advance(20_000)
    expect(asked()).toBeGreaterThan(2)
    expect(list.get()).toMatchObject({ models: [{ id: 'two' }] })
  })

  it('asks for nothing while nobody looks', async () => {
    const { list, clock, signals, asked } = listOf([model('one')])
    const end = list.subscribe(() => undefined)
    await clock.advance(0)
    end()
    await clock.advance(30_001)
    signals.give('visible')
    await clock.advance(0)
    expect(asked()).toBe(1)
  })
})
