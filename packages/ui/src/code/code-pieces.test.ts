import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePieces } from './code-pieces.ts'

test('what no token reaches is plain', () => {
  expect(codePieces('let a = 1 ', [token(0, 3), token(8, 9)])).toEqual([
    { text: 'let', kind: 'keyword' },
    { text: ' a = ', kind: null },
    { text: '1', kind: 'keyword' },
    { text: ' ', kind: null },
  ])
  expect(codePieces('', [])).toEqual([])
})

test('[CODE1] whatever the tokens are, the pieces are the line', () => {
  const tokens = fc.array(fc.tuple(fc.nat(30), fc.nat(30)).map(([start, length]) => token(start, start + length)))
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), tokens, (line, some) => {
      const pieces = codePieces(line, some)
      expect(pieces.map(({ text }) => text).join('')).toBe(line)
    }),
  )
})

function token(start: number, end: number) {
  return { start, end, kind: 'keyword' }
}
