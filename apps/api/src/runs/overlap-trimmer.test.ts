import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createOverlapTrimmer } from './overlap-trimmer.ts'

const before = 'The ferryman kept a brass key. Nobody could tell where it had come from, yet'

/** What comes out, piece by piece. */
function trim(text: string, pieces: readonly string[]): string[] {
  const trimmer = createOverlapTrimmer(text)
  return [...pieces.map((piece) => trimmer.push(piece)), trimmer.end()]
}

describe('the trimmer of a continuation', () => {
  it('[RUN9] takes out the end of the text where the model repeats it', () => {
    expect(trim(before, ['Nobody could tell ', 'where it had come from, yet', ' he did.']).join('')).toBe(' he did.')
    expect(trim(before, ['where it had come from, yet he did.']).join('')).toBe(' he did.')
  })

  it('[RUN9] takes out the whole text where the model begins again', () => {
    expect(trim(before, [`${before} he did.`]).join('')).toBe(' he did.')
  })

  it('[RUN9] lets pass at once what repeats nothing', () => {
    expect(trim(before, [' he', ' did'])).toEqual([' he', ' did', ''])
  })

  it('[RUN9] holds back no longer than the text could be a repetition', () => {
    expect(trim(before, ['Nobody ', 'saw it', ' again'])).toEqual(['', 'Nobody saw it', ' again', ''])
  })

  it('[RUN9] leaves a short repetition, which may be meant', () => {
    expect(trim(before, ['yet', ' again']).join('')).toBe('yet again')
    expect(trim('Row, row, row', [' row', ' your boat']).join('')).toBe(' row your boat')
    expect(trim(`a list\n${' '.repeat(40)}}\n`, [`${' '.repeat(40)}}\n`]).join('')).toBe(`${' '.repeat(40)}}\n`)
  })

  it('[RUN9] leaves what only began like a repetition when the reply ends', () => {
    expect(trim(before, ['Nobody could tell'])).toEqual(['', 'Nobody could tell'])
  })

  it('[RUN9] in a text that repeats itself takes out the longest repetition', () => {
    const verse = 'and round and round it goes '
    expect(trim(verse.repeat(3), [verse, verse, 'until it stops']).join('')).toBe('until it stops')
  })

  it('[RUN9] however the text is cut, the same comes out, and never less than what is new', () => {
    fc.assert(
      fc.property(
        fc.record({
          text: fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 80 }),
          repeated: fc.nat(),
          fresh: fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 40 }),
          cuts: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 40 }),
        }),
        ({ text, repeated, fresh, cuts }) => {
          const reply = text.slice(text.length - (repeated % (text.length + 1))) + fresh
          const pieces: string[] = []
          let at = 0
          for (const length of cuts) {
            pieces.push(reply.slice(at, at + length))
            at += length
          }
          pieces.push(reply.slice(at))
          const whole = trim(text, [reply]).join('')
          expect(trim(text, pieces).join('')).toBe(whole)
          expect(reply.endsWith(whole)).toBe(true)
          expect(text.endsWith(reply.slice(0, reply.length - whole.length))).toBe(true)
        },
      ),
    )
  })
})
