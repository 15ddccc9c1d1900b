import { vocabulary } from './tokens.ts'

/** What a long document is made of: of everything, or of one thing alone. */
export const documentShapes = ['mixed', 'list', 'table', 'code'] as const
export type DocumentShape = (typeof documentShapes)[number]

/** The first `count` tokens of the document of a shape, some four characters each; always the same ones. */
export function documentTokens(shape: DocumentShape, count: number): string[] {
  const random = createRandom(11)
  const tokens: string[] = []
  let text = openings[shape]
  for (let index = 0; tokens.length < count; index++) {
    text += pieces[shape](random, index)
    tokens.push(...(text.match(/\s*\S{1,5}|\s+$/gu) ?? []))
    text = ''
  }
  return tokens.slice(0, count)
}

type Random = () => number
type Piece = (random: Random, index: number) => string

/** Mulberry32: numbers from 0 to 1 that a seed brings again. */
function createRandom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function choose<T>(random: Random, values: readonly [T, ...T[]]): T {
  return values[Math.floor(random() * values.length)] ?? values[0]
}

function words(random: Random, count: number): string {
  const chosen = Array.from({ length: count }, () => vocabulary[Math.floor(random() * vocabulary.length)] ?? '')
  return chosen.map((word) => word.trim().replace(/[.,]/g, '')).join(' ')
}

function phrase(random: Random): string {
  const text = words(random, 2 + Math.floor(random() * 4))
  return choose(random, [
    text,
    text,
    text,
    `**${text}**`,
    `*${text}*`,
    `\`${text}\``,
    `[${text}](https://example.com/a)`,
  ])
}

function sentence(random: Random): string {
  return `${Array.from({ length: 2 + Math.floor(random() * 4) }, () => phrase(random)).join(' ')}.`
}

const paragraph: Piece = (random) =>
  `${Array.from({ length: 2 + Math.floor(random() * 4) }, () => sentence(random)).join(' ')}\n\n`
const heading: Piece = (random) => `${choose(random, ['##', '###', '####'])} ${words(random, 4)}\n\n`
const items: Piece = (random, index) =>
  `${Array.from({ length: 3 + Math.floor(random() * 6) }, (_, item) =>
    index % 2 === 0 ? `- ${sentence(random)}\n` : `${item + 1}. ${sentence(random)}\n   - ${phrase(random)}\n`,
  ).join('')}\n`
const row: Piece = (random, index) => `| ${index} | ${phrase(random)} | ${words(random, 3)} |\n`
const tableHead = '| Number | What | Where |\n|---|:--|--:|\n'
const codeLine: Piece = (random, index) =>
  `  const value${index} = compute(${Math.floor(random() * 1000)}, '${words(random, 2)}') // ${words(random, 3)}\n`

const mixed: readonly [Piece, ...Piece[]] = [
  paragraph,
  paragraph,
  heading,
  items,
  (random, index) => `> ${paragraph(random, index)}`,
  (random) =>
    `${tableHead}${Array.from({ length: 3 + Math.floor(random() * 6) }, (_, at) => row(random, at)).join('')}\n`,
  (random) =>
    `\`\`\`ts\n${Array.from({ length: 5 + Math.floor(random() * 20) }, (_, at) => codeLine(random, at)).join('')}\`\`\`\n\n`,
]

const openings: Record<DocumentShape, string> = { mixed: '', list: '', table: tableHead, code: '```ts\n' }
const pieces: Record<DocumentShape, Piece> = {
  mixed: (random, index) => choose(random, mixed)(random, index),
  list: (random) => `- ${sentence(random)}\n`,
  table: row,
  code: codeLine,
}
