import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { graphemeCut, growingEnd } from './grapheme-cut.ts'

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const cluster = fc.constantFrom(
  'a',
  'b',
  ' ',
  '\n',
  '\r\n',
  'é',
  'e\u0301',
  '日',
  '😀',
  '👩‍👩‍👧',
  '🇩🇪',
  '🇫🇷',
  '1️⃣',
  'นี้',
  'क्षि',
  'ש',
  '👍🏽',
)

function boundaries(text: string): Set<number> {
  return new Set([...Array.from(segmenter.segment(text), (segment) => segment.index), text.length])
}

describe('graphemeCut', () => {
  test('never splits what a person counts as one character, and moves on where it can', () => {
    fc.assert(
      fc.property(fc.array(cluster, { maxLength: 30 }), fc.integer({ min: 1, max: 12 }), (clusters, step) => {
        const text = clusters.join('')
        const allowed = boundaries(text)
        // A line feed after a return is no character of its own, but nothing on a screen tells.
        for (const pair of text.matchAll(/\r\n/g)) allowed.add(pair.index + 1)
        let start = 0
        let limit = 0
        while (start < text.length) {
          limit += step
          const cut = graphemeCut(text, start, limit)
          expect(allowed.has(cut)).toBe(true)
          expect(cut).toBeGreaterThanOrEqual(start)
          expect(cut).toBeLessThanOrEqual(Math.max(limit, start))
          start = cut
        }
      }),
      { numRuns: 500 },
    )
  })

  test('takes a character that is longer than the step as a whole, once there is room', () => {
    const family = '👩‍👩‍👧'
    expect(graphemeCut(`${family}a`, 0, 3)).toBe(0)
    expect(graphemeCut(`${family}a`, 0, family.length)).toBe(family.length)
  })
})

describe('growingEnd', () => {
  test.each([
    ['abc', 3],
    ['été', 3],
    ['日本', 2],
    ['a😀', 1],
    ['a\ud83d', 1],
    ['a👩‍', 1],
    ['ae\u0301', 1],
    ['“', 1],
  ])('of %j', (text, expected) => {
    expect(growingEnd(text, 0)).toBe(expected)
  })
})
