import { describe, expect, it } from 'vitest'
import { knownEvents } from './known-events.ts'

const delta = { type: 'text-delta', seq: 1, messageId: 'message-1', partIndex: 0, offset: 0, text: 'hello' }

describe('the events of a batch', () => {
  it('leave out what a newer server says, and keep the rest', () => {
    const batch = [{ type: 'tool-called', seq: 1 }, delta, null, 'text', { seq: 3 }]
    expect(knownEvents(batch)).toEqual([delta])
  })

  it('are refused where a known one is not as it must be', () => {
    expect(() => knownEvents([{ ...delta, offset: -1 }])).toThrow()
  })
})
