import type { AssistantMessage, Part } from '@livetype/protocol'
import { describe, expect, test } from 'vitest'
import type { Connection, MessageView } from '../chat-store/chat-store.ts'
import { type FakeFrames, fakeFrames } from '../frames.fixture.ts'
import type { Observable } from '../observable.ts'
import { createReplyView } from './create-reply-view.ts'
import type { ReplyView } from './reply-view.ts'

interface Source<Value> extends Observable<Value> {
  readonly listenerCount: number
  set(value: Value): void
}

function source<Value>(initial: Value): Source<Value> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    get listenerCount() {
      return listeners.size
    },
    set(next) {
      value = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function reply(parts: Part[], status: 'running' | 'completed' | 'stopped' = 'running'): MessageView {
  const state = status === 'running' ? { status, startedAt: 1 } : { status, startedAt: 1, endedAt: 2 }
  const message: AssistantMessage = {
    id: 'message-1',
    parentId: null,
    role: 'assistant',
    parts,
    createdAt: 1,
    runId: 'run-0001',
    modelId: 'demo',
    modelName: 'Demo',
    reply: state,
  }
  return { delivery: 'sent', message }
}

const text = (value: string): Part => ({ type: 'text', text: value })
const reasoning = (value: string): Part => ({ type: 'reasoning', text: value })

function setUp(initial: MessageView | undefined, isSmooth = true, clock = () => 0) {
  const message = source<MessageView | undefined>(initial)
  const connection = source<Connection>('live')
  const frames = fakeFrames()
  const view = createReplyView({ message, connection, frames, isSmooth: () => isSmooth, clock, now: () => 7_000 })
  return { message, connection, frames, view }
}

/** The text that is out, part by part. */
function shown(view: ReplyView): string[] {
  return view.parts.map((part) => {
    if (part.type === 'reasoning') return part.text
    return part.blocks.map(({ node }) => (node.kind === 'paragraph' ? plain(node.children) : node.kind)).join('|')
  })
}

function plain(nodes: readonly { kind: string; text?: string }[]): string {
  return nodes.map((node) => node.text ?? node.kind).join('')
}

function runAll(frames: FakeFrames): number {
  let count = 0
  for (; frames.waitingCount > 0 && count < 1000; count += 1) frames.run()
  return count
}

const long = 'word-'.repeat(100)

describe('createReplyView', () => {
  test('shows a message that is complete at once, settled, without a frame', () => {
    const { view, frames, message, connection } = setUp(reply([reasoning('why'), text('# One\n\ntwo')], 'completed'))
    expect(shown(view.get())).toEqual(['why', 'heading|two'])
    expect(view.get()).toMatchObject({ activity: 'ended', isTyping: false })
    expect(view.get()).toBe(view.get())
    const end = view.subscribe(() => expect.unreachable())
    connection.set('reconnecting')
    expect(frames.waitingCount).toBe(0)
    expect(message.listenerCount).toBe(1)
    end()
    const [, part] = view.get().parts
    expect(part?.type === 'text' && part.blocks.every((block) => block.isSettled)).toBe(true)
  })

  test('shows what is there when it is first looked at, and types what comes then', () => {
    const { view, frames, message } = setUp(reply([text(long)]))
    expect(shown(view.get())).toEqual([long])
    view.subscribe(() => {})
    message.set(reply([text(`${long}${long}`)]))
    frames.run()
    const first = shown(view.get())[0]?.length ?? 0
    expect(first).toBeGreaterThanOrEqual(long.length)
    expect(first).toBeLessThan(long.length + 200)
    expect(runAll(frames)).toBeGreaterThan(10)
    expect(shown(view.get())[0]).toHaveLength(2 * long.length)
    expect(view.get().isTyping).toBe(true)
  })

  test('shows the first token in the next frame', () => {
    const { view, frames, message } = setUp(reply([]))
    view.subscribe(() => {})
    expect(view.get()).toMatchObject({ activity: 'waiting', parts: [], isTyping: true })
    message.set(reply([text('Hi')]))
    frames.run()
    expect(shown(view.get())).toEqual(['Hi'])
    expect(view.get().activity).toBe('writing')
    expect(frames.waitingCount).toBe(0)
  })

  test('goes on to read what is out by itself where reading takes long', () => {
    let nowMs = 0
    // Whenever the clock is looked at, some time has gone.
    const { view, frames, message } = setUp(reply([text('a')]), false, () => (nowMs += 10))
    view.subscribe(() => {})
    message.set(reply([text('ab')]))
    frames.run()
    expect(shown(view.get())).toEqual(['a'])
    expect(runAll(frames)).toBeGreaterThan(0)
    expect(shown(view.get())).toEqual(['ab'])
    message.set(reply([text('abc')], 'completed'))
    frames.run()
    expect(shown(view.get())).toEqual(['abc'])
    expect(frames.waitingCount).toBe(0)
  })

  test('[STORE2] notifies at most once a frame, and not without a change', () => {
    const { view, frames, message } = setUp(reply([]))
    let count = 0
    view.subscribe(() => {
      count += 1
    })
    for (let length = 1; length <= 20; length += 1) message.set(reply([text('x'.repeat(length))]))
    expect(count).toBe(0)
    frames.run()
    expect(count).toBe(1)
    message.set(reply([text('x'.repeat(20))]))
    frames.run()
    expect(count).toBe(1)
  })

  test.each(['completed', 'stopped'] as const)('releases everything when the run has %s', (status) => {
    const { view, frames, message } = setUp(reply([text('a')]))
    view.subscribe(() => {})
    message.set(reply([text(`a${long}`)]))
    frames.run()
    message.set(reply([text(`a${long} **b`)], status))
    frames.run()
    expect(shown(view.get())).toEqual([`a${long} **b`])
    expect(view.get()).toMatchObject({ activity: 'ended', isTyping: false })
    expect(frames.waitingCount).toBe(0)
  })

  test('types nothing smoothly where motion is not wanted', () => {
    const { view, frames, message } = setUp(reply([text('a')]), false)
    view.subscribe(() => {})
    message.set(reply([text(`a${long}`)]))
    frames.run()
    expect(shown(view.get())[0]).toHaveLength(long.length + 1)
    expect(frames.waitingCount).toBe(0)
  })

  test('types nothing smoothly in a hidden tab', () => {
    const { view, frames, message } = setUp(reply([text('a')]))
    view.subscribe(() => {})
    frames.isTabVisible = false
    message.set(reply([text(`a${long}`)]))
    frames.run()
    expect(shown(view.get())[0]).toHaveLength(long.length + 1)
  })

  test('jumps to what was written while the connection was lost, then types again', () => {
    const { view, frames, message, connection } = setUp(reply([text('a')]))
    view.subscribe(() => {})
    connection.set('reconnecting')
    frames.run()
    expect(view.get().activity).toBe('reconnecting')
    connection.set('live')
    frames.run()
    message.set(reply([text(`a${long}`)]))
    frames.run()
    expect(shown(view.get())[0]).toHaveLength(long.length + 1)
    message.set(reply([text(`a${long}${long}`)]))
    frames.run()
    expect(shown(view.get())[0]?.length).toBeLessThan(2 * long.length - 100)
  })

  test('shows another text than before at once and as a whole', () => {
    const { view, frames, message } = setUp(reply([text('one two')]))
    view.subscribe(() => {})
    message.set(reply([text(`three ${long}`)]))
    frames.run()
    expect(shown(view.get())).toEqual([`three ${long}`])
    message.set(reply([]))
    frames.run()
    expect(view.get()).toMatchObject({ parts: [], activity: 'waiting' })
  })

  test('goes on with a reply that had ended', () => {
    const { view, frames, message } = setUp(reply([text('one **two')], 'stopped'))
    view.subscribe(() => {})
    message.set(reply([text('one **two** three')]))
    frames.run()
    expect(shown(view.get())).toEqual(['one strong three'])
    expect(view.get().activity).toBe('writing')
  })

  test('types reasoning first, and closes it when the text begins', () => {
    const { view, frames, message } = setUp(reply([]))
    view.subscribe(() => {})
    message.set(reply([reasoning('so')]))
    frames.run()
    expect(view.get()).toMatchObject({ activity: 'thinking', parts: [{ key: '0', text: 'so', isOpen: true }] })
    message.set(reply([reasoning(`so${long}`), text('Yes')]))
    frames.run()
    expect(view.get().parts).toHaveLength(1)
    runAll(frames)
    expect(view.get()).toMatchObject({
      activity: 'writing',
      parts: [
        { key: '0', text: `so${long}`, isOpen: false },
        { key: '1', type: 'text' },
      ],
    })
  })

  test('[RUN12] counts a thought by its own clock where it saw it begin, else by the server’s', () => {
    const thinking = { type: 'reasoning', text: 'so', startedAt: 40 } as const
    const { view, frames, message } = setUp(reply([]))
    view.subscribe(() => {})
    message.set(reply([thinking]))
    frames.run()
    expect(view.get().parts[0]).toMatchObject({ isOpen: true, startedAt: 7_000, durationMs: null })
    message.set(reply([{ ...thinking, durationMs: 5 }, text('Yes')]))
    runAll(frames)
    expect(view.get().parts[0]).toMatchObject({ isOpen: false, durationMs: 5 })
    expect(setUp(reply([thinking])).view.get().parts[0]).toMatchObject({ startedAt: 40 })
  })

  test('keeps the view of a part that does not change', () => {
    const { view, frames, message } = setUp(reply([reasoning('so'), text('Yes')]))
    view.subscribe(() => {})
    const [before] = view.get().parts
    message.set(reply([reasoning('so'), text('Yes, indeed')]))
    runAll(frames)
    expect(view.get().parts[0]).toBe(before)
  })

  test('says that a message is on its way, and ends when it could not be sent', () => {
    const sending: MessageView = { ...reply([]), delivery: 'sending' }
    const { view, frames, message } = setUp(sending)
    view.subscribe(() => {})
    expect(view.get()).toMatchObject({ activity: 'sending', isTyping: true })
    const failure = { code: 'internal', message: 'no', isRetryable: true } as const
    message.set({ ...sending, delivery: 'failed', failure })
    frames.run()
    expect(view.get()).toMatchObject({ activity: 'ended', isTyping: false })
  })

  test('has no parts for a message of a person or one that is not there', () => {
    const message: MessageView['message'] = {
      id: 'message-2',
      parentId: null,
      role: 'user',
      parts: [{ type: 'text', text: '# no heading' }],
      createdAt: 1,
    }
    expect(setUp({ delivery: 'sent', message }).view.get()).toMatchObject({ parts: [], activity: 'ended' })
    expect(setUp(undefined).view.get()).toMatchObject({ parts: [], activity: 'ended' })
  })

  test('holds nothing without listeners, and is up to date when asked again', () => {
    const { view, frames, message, connection } = setUp(reply([text('a')]))
    const end = view.subscribe(() => {})
    message.set(reply([text(`a${long}`)]))
    expect(frames.waitingCount).toBe(1)
    end()
    expect([message.listenerCount, connection.listenerCount, frames.waitingCount]).toEqual([0, 0, 0])
    expect(shown(view.get())[0]).toHaveLength(long.length + 1)
  })

  test('is silent once disposed', () => {
    const { view, frames, message, connection } = setUp(reply([text('a')]))
    view.subscribe(() => expect.unreachable())
    message.set(reply([text('ab')]))
    view.dispose()
    frames.run()
    expect([message.listenerCount, connection.listenerCount, frames.waitingCount]).toEqual([0, 0, 0])
  })

  test('[RUN7] a reply that waits for its turn says so', () => {
    const waiting = reply([])
    if (waiting.message.role !== 'assistant') throw new Error('it is a reply')
    const queued = { ...waiting.message, reply: { status: 'queued', queuedAt: 1 } as const }
    const { view, message, frames } = setUp({ delivery: 'sent', message: queued })
    expect(view.get()).toMatchObject({ activity: 'queued', isTyping: true })
    view.subscribe(() => {})
    message.set(reply([]))
    frames.run()
    expect(view.get().activity).toBe('waiting')
  })

  test('[RUN9] a reply that goes on after it had ended shows what was there, and then what comes', () => {
    const { view, message, frames } = setUp(reply([text('Hello wor')], 'stopped'))
    view.subscribe(() => {})
    message.set(reply([text('Hello wor')]))
    frames.run()
    expect(view.get()).toMatchObject({ activity: 'writing', isTyping: true })
    message.set(reply([text('Hello world')]))
    frames.run()
    expect(shown(view.get())).toEqual(['Hello world'])
  })

  test('[RUN9] text that goes on before what was thought for it is shown as written', () => {
    // As the fold has it: a part that has not changed is the very same.
    const thought = reasoning('hm')
    const { view, message, frames } = setUp(reply([text('Hello wor'), thought]))
    view.subscribe(() => {})
    expect(view.get()).toMatchObject({ activity: 'thinking', parts: [{}, { isOpen: true }] })
    message.set(reply([text('Hello world'), thought]))
    frames.run()
    expect(shown(view.get())).toEqual(['Hello world', 'hm'])
    expect(view.get()).toMatchObject({ activity: 'writing', parts: [{}, { isOpen: false }] })
    expect(frames.waitingCount).toBe(0)
  })

  test('[RUN10] a reply that was continued and is taken back shows what was there', () => {
    const { view, message, frames } = setUp(reply([text('Hello world')], 'completed'))
    view.subscribe(() => {})
    message.set(reply([text('Hello')], 'stopped'))
    frames.run()
    expect(shown(view.get())).toEqual(['Hello'])
  })
})
