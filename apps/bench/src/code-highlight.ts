/**
 * What it costs to colour one long block of code while it is streamed: CPU seconds for 47 kB of TypeScript, an update a
 * token, by the page's highlighter and the worker's reader without the thread between them, next to reading the whole
 * block anew for each token (some are run, the rest reckoned). The grammar is there and warm in both.
 * Run with `node src/code-highlight.ts`.
 */
import { readFileSync } from 'node:fs'
import { createHighlighter, type HighlightPort } from '@livetype/client/highlight'
import { createCodeReader, serveHighlighting } from '@livetype/client/highlight-worker'

const codeLength = 47_000
const tokenLength = 4
const runsAnew = 40

const source = readFileSync(new URL('./main.ts', import.meta.url), 'utf8')
const code = source.repeat(Math.ceil(codeLength / source.length)).slice(0, codeLength)
const tokenCount = codeLength / tokenLength

const reader = createCodeReader()

async function cpuSeconds(run: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** The worker's code, called where it is asked. */
function joinedPort(): HighlightPort {
  let ask = (_: { readonly data: unknown }) => {}
  let answer = (_: { readonly data: unknown }) => {}
  serveHighlighting(
    {
      addEventListener: (_, listener) => {
        ask = listener
      },
      postMessage: (data) => answer({ data }),
    },
    reader,
  )
  return {
    addEventListener(type: string, listener: (event: { readonly data: unknown }) => void) {
      if (type === 'message') answer = listener
    },
    postMessage: (data) => ask({ data }),
    terminate() {},
  }
}

async function lineByLine(): Promise<void> {
  let answers = 0
  const highlighter = createHighlighter(joinedPort, { after: () => () => {} })
  const block = highlighter.open('ts', () => {
    answers += 1
  })
  for (let end = tokenLength; end <= code.length; end += tokenLength) {
    block.update(code.slice(0, end))
    const before = answers
    while (answers === before) await Promise.resolve()
  }
}

async function wholeEachTime(): Promise<void> {
  for (let run = 1; run <= runsAnew; run += 1) {
    const tokenizer = await reader.begin('typescript')
    tokenizer.tokenize(code.slice(0, (codeLength * run) / runsAnew).split('\n'), true)
  }
}

await wholeEachTime()
const streamed = await cpuSeconds(lineByLine)
const anew = ((await cpuSeconds(wholeEachTime)) * tokenCount) / runsAnew
console.log(`${codeLength} characters of TypeScript in ${tokenCount} tokens; CPU seconds`)
console.log(
  `line by line ${streamed.toFixed(2)}   the whole block each time ${anew.toFixed(0)} (reckoned)   ratio ${(anew / streamed).toFixed(0)}`,
)
