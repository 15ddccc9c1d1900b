import { expect, test } from 'vitest'
import { parseMarkdown } from './markdown-stream.ts'
import { tableCsv, tableMarkdown } from './table-text.ts'

function tableOf(text: string) {
  const node = parseMarkdown(text)[0]?.node
  if (node?.kind !== 'table') throw new Error('no table')
  return node
}

test.each([
  '| a | b |\n|---|--:|\n| **x *y*** ~~z~~ | 1 |\n',
  '| `a \\| b` | ``c ` d`` |\n|:-:|:--|\n| $x_1$ | \\(y\\)<br>z |\n',
  'a | b\n-|-\n\\*no\\* \\`code\\` | &lt;b&gt; &amp;amp; 2 < 3\nc |\n',
  '| \\$5 and $10 | <i> |\n|---|---|\n| a_b_c | [no] \\[^1] |\n',
])('[RICH3] a table that is copied as markdown reads as the same table: %j', (text) => {
  const table = tableOf(text)
  expect(tableOf(tableMarkdown(table))).toEqual(table)
})

test('[RICH3] a table as values has its words, quoted where they have to be', () => {
  const text = '| a, "b" | **c** |\n|---|---|\n| [d](https://e.example) | `f`<br>g |\n| | h |\n'
  expect(tableCsv(tableOf(text))).toBe('"a, ""b""",c\r\nd,"f\ng"\r\n,h\r\n')
})

test.each([
  ['=1+1', "'=1+1"],
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-cmd', "'-cmd"],
  ['+1 (555)', "'+1 (555)"],
  ['＝1+1', "'＝1+1"],
  ['-5', '-5'],
  ['+1.5 %', '+1.5 %'],
  ['-1,000', '"-1,000"'],
  ['a=b', 'a=b'],
])('[RICH3] a cell is no formula to a spreadsheet: %j', (cell, expected) => {
  expect(tableCsv(tableOf(`| ${cell} |\n|---|\n`))).toBe(`${expected}\r\n`)
})
