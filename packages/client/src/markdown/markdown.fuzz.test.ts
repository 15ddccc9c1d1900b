import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from './block.ts'
import { cut, cutSizes, markdownDocument } from './markdown-documents.fixture.ts'
import { createMarkdownStream, parseMarkdown } from './markdown-stream.ts'

/** 500 documents, the same ones each time; with `FUZZ_RUNS` that many new ones. */
const fuzzRuns = process.env.FUZZ_RUNS
const numRuns = Number(fuzzRuns ?? 500)
const runs = { numRuns, ...(fuzzRuns === undefined && { seed: 4 }) }

test('a streamed document ends as the same blocks as one parsed at once; settled blocks keep their reference', () => {
  fc.assert(
    fc.property(markdownDocument, cutSizes, fc.constantFrom(20, 1000), (text, sizes, longBlockLength) => {
      const stream = createMarkdownStream({ longBlockLength })
      let settled: readonly Block[] = []
      for (const piece of cut(text, sizes)) {
        stream.append(piece)
        const blocks = stream.blocks()
        expect(blocks.every((block, index) => block.key === index)).toBe(true)
        expect(settled.every((block, index) => block === blocks[index])).toBe(true)
        settled = blocks.filter((block) => block.isSettled)
      }
      const end = stream.end()
      expect(end).toEqual(parseMarkdown(text))
      if (!/\]:|\[\^/.test(text)) expect(settled.every((block, index) => block === end[index])).toBe(true)
    }),
    runs,
  )
}, 600_000)

test('a list that was read item by item ends as one read at once, also without anything that has all read again', () => {
  const item = fc.constantFrom(
    'word',
    'https://a.example/b',
    '<a href="x">',
    '</a>',
    '**b**',
    '`c`',
    '\n',
    '\n  more',
    '\n\n',
  )
  const list = fc.array(fc.array(item, { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: 12 })
  fc.assert(
    fc.property(list, cutSizes, (items, sizes) => {
      const text = items.map((words) => `- ${words.join(' ')}\n`).join('')
      const stream = createMarkdownStream({ longBlockLength: 20 })
      for (const piece of cut(text, sizes)) {
        stream.append(piece)
        stream.blocks()
      }
      expect(stream.end()).toEqual(parseMarkdown(text))
    }),
    runs,
  )
}, 600_000)
