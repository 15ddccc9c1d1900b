import type { LoggedEvent } from '@livetype/protocol'
import { describe, expect, it } from 'vitest'
import { conversationLog } from './event-log.ts'
import { createRecentEvents } from './recent-events.ts'

const first = conversationLog('conversation-1')
const second = conversationLog('conversation-2')

function delta(seq: number, length = 1): LoggedEvent {
  return { type: 'text-delta', messageId: 'reply-0001', partIndex: 0, offset: 0, text: 'x'.repeat(length), seq }
}

function open(limits: { maxLogs?: number; maxEvents?: number; maxTextLength?: number } = {}) {
  const { maxLogs = 10, maxEvents = 10, maxTextLength = 1_000 } = limits
  const recent = createRecentEvents({ maxLogs, maxEventsOf: () => maxEvents, maxTextLength })
  const seqs = (log: typeof first, afterSeq: number) => recent.after(log, afterSeq, 100)?.map(({ seq }) => seq)
  return { recent, seqs }
}

describe('the newest events in memory', () => {
  it('[SUB3] reach back as far as they do, and say so where that is not far enough', () => {
    const { recent, seqs } = open({ maxEvents: 4 })
    for (const seq of [5, 6, 7, 8, 9]) recent.add(first, delta(seq))
    expect(seqs(first, 7)).toEqual([8, 9])
    expect(seqs(first, 9)).toEqual([])
    expect(seqs(first, 4)).toBeUndefined()
    expect(seqs(second, 0)).toBeUndefined()
  })

  it('begin anew where one is missing', () => {
    const { recent, seqs } = open()
    for (const seq of [1, 2, 4]) recent.add(first, delta(seq))
    expect(seqs(first, 3)).toEqual([4])
    expect(seqs(first, 1)).toBeUndefined()
  })

  it('[SUB3] are forgotten, the oldest log first, where there are too many logs or too much text', () => {
    const byCount = open({ maxLogs: 1 })
    byCount.recent.add(first, delta(1))
    byCount.recent.add(second, delta(1))
    expect([byCount.seqs(first, 0), byCount.seqs(second, 0)]).toEqual([undefined, [1]])

    const byText = open({ maxTextLength: 100 })
    byText.recent.add(first, delta(1, 60))
    byText.recent.add(second, delta(1, 30))
    expect([byText.seqs(first, 0), byText.seqs(second, 0)]).toEqual([[1], [1]])
    byText.recent.add(second, delta(2, 300))
    expect([byText.seqs(first, 0), byText.seqs(second, 0)]).toEqual([undefined, [1, 2]])
    byText.recent.dropThrough(second, 2)
    byText.recent.add(first, delta(2, 60))
    byText.recent.add(second, delta(3, 30))
    expect([byText.seqs(first, 1), byText.seqs(second, 2)]).toEqual([[2], [3]])
  })
})
