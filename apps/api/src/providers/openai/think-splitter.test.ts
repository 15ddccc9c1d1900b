import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ThinkSplitter } from './think-splitter.ts'

function split(pieces: readonly string[]): { text: string; reasoning: string } {
  const out = { text: '', reasoning: '' }
  const sink = {
    text: (text: string) => {
      out.text += text
    },
    reasoning: (text: string) => {
      out.reasoning += text
    },
  }
  const splitter = new ThinkSplitter()
  for (const piece of pieces) splitter.push(piece, sink)
  splitter.end(sink)
  return out
}

describe('ThinkSplitter', () => {
  it.each([
    ['<think>\nHm.\n</think>\n\nYes.', { reasoning: 'Hm.', text: 'Yes.' }],
    ['\n <think>Hm.</think>Yes.', { reasoning: 'Hm.', text: 'Yes.' }],
    ['<think>\n\n</think>\nYes.', { reasoning: '', text: 'Yes.' }],
    ['<think>1 < 2 </th>ink', { reasoning: '1 < 2 </th>ink', text: '' }],
    ['<think>cut off </thi', { reasoning: 'cut off </thi', text: '' }],
    ['<think>Hm.</think>Write <think>so</think>.', { reasoning: 'Hm.', text: 'Write <think>so</think>.' }],
    ['Write <think>so</think>.', { reasoning: '', text: 'Write <think>so</think>.' }],
    ['<thinking> is a tag', { reasoning: '', text: '<thinking> is a tag' }],
    ['  indented', { reasoning: '', text: '  indented' }],
    ['<th', { reasoning: '', text: '<th' }],
    ['', { reasoning: '', text: '' }],
  ])('splits %j', (text, expected) => {
    expect(split([text])).toEqual(expected)
    expect(split(text.split(''))).toEqual(expected)
  })

  it('gives the same for the same text, however it is cut', () => {
    const snippet = fc.constantFrom('<think>', '</think>', '<th', 'ink>', '</', ' ', '\n', 'word', '<', '>', 'é👩‍🚀')
    fc.assert(
      fc.property(fc.array(snippet), fc.array(fc.nat(6)), (snippets, sizes) => {
        const text = snippets.join('')
        const pieces: string[] = []
        let at = 0
        for (const size of sizes) {
          pieces.push(text.slice(at, at + size))
          at += size
        }
        pieces.push(text.slice(at))
        expect(split(pieces)).toEqual(split([text]))
      }),
    )
  })

  it('passes text on at once when there are no tags', () => {
    const seen: string[] = []
    const splitter = new ThinkSplitter()
    const sink = { text: (text: string) => void seen.push(text), reasoning: () => undefined }
    splitter.push('a <', sink)
    splitter.push('th', sink)
    expect(seen).toEqual(['a <', 'th'])
  })
})
