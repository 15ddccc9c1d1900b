import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateTokens, fitContext } from './context-window.ts'
import type { Turn } from './provider.ts'

const system: Turn = { role: 'system', text: 'Be brief.' }
const user = (text: string): Turn => ({ role: 'user', text })
const assistant = (text: string): Turn => ({ role: 'assistant', text })
/** A text of so many tokens. */
const tokens = (count: number) => 'abcd'.repeat(count)

describe('estimateTokens', () => {
  it('counts a token for four ASCII characters and one for each other character', () => {
    expect(estimateTokens('')).toBe(0)
    expect(estimateTokens('abcde')).toBe(2)
    expect(estimateTokens('你好')).toBe(2)
    expect(estimateTokens('🎉')).toBe(1)
  })
})

describe('fitContext', () => {
  const turns = [
    system,
    user(tokens(100)),
    assistant(tokens(100)),
    user(tokens(100)),
    assistant(tokens(100)),
    user('now?'),
  ]

  it('keeps everything that fits', () => {
    expect(fitContext(turns, { contextTokens: 1000, reserveTokens: 100 })).toEqual(turns)
  })

  it('leaves out the oldest turns first and keeps the system prompt', () => {
    expect(fitContext(turns, { contextTokens: 350, reserveTokens: 100 })).toEqual([system, ...turns.slice(3)])
  })

  it('never begins with an assistant turn', () => {
    expect(fitContext(turns, { contextTokens: 250, reserveTokens: 100 })).toEqual([system, user('now?')])
  })

  it('keeps the last user turn even where it does not fit', () => {
    const long = user(tokens(5000))
    expect(fitContext([system, user('a'), assistant('b'), long], { contextTokens: 100, reserveTokens: 50 })).toEqual([
      system,
      long,
    ])
  })

  it('keeps what follows the last user turn: a reply to be continued', () => {
    const begun = [system, user('Go on'), assistant('It was')]
    expect(fitContext(begun, { contextTokens: 1000, reserveTokens: 100 })).toEqual(begun)
  })

  it('keeps order, the system prompt and the last user turn, fits where it can and drops no newer turn for an older', () => {
    const turn = fc.record({ role: fc.constantFrom('user' as const, 'assistant' as const), text: fc.string() })
    fc.assert(
      fc.property(fc.array(turn), fc.nat(200), (others, contextTokens) => {
        const all = [system, ...others, user('?')]
        const kept = fitContext(all, { contextTokens, reserveTokens: 10 })
        expect(kept[0]).toBe(system)
        expect(kept[1]?.role).toBe('user')
        expect(kept.slice(1)).toEqual(all.slice(all.length - kept.length + 1))
        const cost = kept.reduce((sum, { text }) => sum + estimateTokens(text) + 4, 0)
        if (kept.length > 2) expect(cost).toBeLessThanOrEqual(contextTokens - 10)
      }),
    )
  })
})
