import { describe, expect, test } from 'vitest'
import { createTypist, type Typist } from './typist.ts'

/** Runs frames of 16 ms until all is out; returns the lengths after each. */
function framesUntilDone(typist: Typist, texts: readonly string[], fromMs: number): number[] {
  const lengths: number[] = []
  for (let frame = 1; typist.isBehind && frame < 1000; frame += 1) {
    typist.advance(texts, fromMs + frame * 16)
    lengths.push(typist.position.length)
  }
  return lengths
}

describe('createTypist', () => {
  test('shows the first token at once', () => {
    const typist = createTypist()
    typist.advance(['Hello'], 1000)
    expect(typist.position).toEqual({ index: 0, length: 5 })
    expect(typist.isBehind).toBe(false)
  })

  test('types a burst over some frames, steadily', () => {
    const typist = createTypist()
    const text = 'x'.repeat(500)
    typist.advance([text], 1000)
    expect(typist.position.length).toBeLessThan(80)
    const lengths = framesUntilDone(typist, [text], 1000)
    expect(lengths.at(-1)).toBe(500)
    const steps = lengths.map((length, index) => length - (lengths[index - 1] ?? length))
    expect(Math.max(...steps)).toBeLessThan(60)
    expect(lengths[15]).toBeGreaterThan(250)
  })

  test('keeps up with a model that sends a token every 50 ms, a quarter of a second behind at most', () => {
    const typist = createTypist()
    let text = ''
    let largestLag = 0
    let stillFrames = 0
    let before = 0
    for (let nowMs = 0; nowMs < 10_000; nowMs += 10) {
      if (nowMs % 50 === 0) text += 'four'
      if (nowMs % 20 !== 0) continue
      typist.advance([text], nowMs)
      largestLag = Math.max(largestLag, text.length - typist.position.length)
      if (nowMs > 1000 && typist.position.length === before) stillFrames += 1
      before = typist.position.length
    }
    expect(largestLag).toBeLessThanOrEqual(20)
    expect(stillFrames).toBeLessThan(45)
  })

  test('types one text after the other', () => {
    const typist = createTypist()
    const texts = ['a'.repeat(60), 'b'.repeat(60)]
    typist.advance(texts, 1000)
    expect(typist.position.index).toBe(0)
    framesUntilDone(typist, texts, 1000)
    expect(typist.position).toEqual({ index: 1, length: 60 })
  })

  test('holds back an emoji that may still grow, not for ever', () => {
    const typist = createTypist()
    typist.advance(['hi 👩'], 1000)
    expect(typist.position.length).toBe(3)
    expect(typist.isBehind).toBe(true)
    typist.advance(['hi 👩'], 1300)
    expect(typist.position.length).toBe(5)
  })

  test('flushes', () => {
    const typist = createTypist()
    const texts = ['a'.repeat(100), 'b'.repeat(100)]
    typist.advance(texts, 1000)
    typist.flush(texts)
    expect(typist.position).toEqual({ index: 1, length: 100 })
    expect(typist.isBehind).toBe(false)
  })

  test('begins anew', () => {
    const typist = createTypist()
    typist.flush(['long before'])
    typist.reset()
    typist.advance(['short'], 2000)
    expect(typist.position).toEqual({ index: 0, length: 5 })
  })
})
