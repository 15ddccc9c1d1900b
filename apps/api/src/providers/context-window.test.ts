import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateTokens, fitContext } from './context-window.ts'
import { continuationTurns, continueInstruction } from './continuation-turns.ts'
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

describe('fitContext of a continuation', () => {
  const written = (text: string) => [
    ...continuationTurns([system, user(tokens(100)), assistant(tokens(100)), user(tokens(50))], text),
  ]
  const instruction = user(continueInstruction)
  const instructionTokens = estimateTokens(continueInstruction)

  it('[RUN9] keeps the reply so far, its question and the request to go on, and leaves out what is older', () => {
    const turns = written(tokens(300))
    const fitted = fitContext(turns, { contextTokens: 400 + instructionTokens, reserveTokens: 20 })
    expect(fitted).toEqual([system, user(tokens(50)), assistant(tokens(300)), instruction])
  })

  it('[RUN9] gives the end of a reply that is too long', () => {
    const turns = written(`${tokens(2_000)}the end`)
    const limits = { contextTokens: 500 + instructionTokens, reserveTokens: 20 }
    const fitted = fitContext(turns, limits)
    expect(fitted.map((turn) => turn.role)).toEqual(['system', 'user', 'assistant', 'user'])
    expect(fitted[2]?.text).toMatch(/the end$/)
    expect(estimateTokens(fitted[2]?.text ?? '')).toBeGreaterThan(300)
    const total = fitted.reduce((sum, turn) => sum + estimateTokens(turn.text) + 4, 0)
    expect(total).toBeLessThanOrEqual(limits.contextTokens - limits.reserveTokens)
  })

  it('[RUN9] cuts no character in two', () => {
    const fitted = fitContext(written('a🎉'.repeat(2_000)), { contextTokens: 600, reserveTokens: 20 })
    expect(fitted[2]?.text).toMatch(/^[a🎉]+$/u)
    expect(fitted[2]?.text.isWellFormed()).toBe(true)
  })

  it('[RUN9] without a word there is nothing to go on from', () => {
    expect(continuationTurns([system, user('Hi')], '')).toEqual([system, user('Hi')])
  })
})
