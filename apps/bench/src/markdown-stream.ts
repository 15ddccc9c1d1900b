/**
 * What it costs a client to type one long reply: CPU seconds for some 20,000 tokens of mixed markdown, one frame
 * a token, next to parsing the whole text anew for each token (every 1000th is run, the rest reckoned).
 * Run with `node src/markdown-stream.ts`.
 */
import { createMarkdownStream, createReplyView, type Frames, type MessageView, parseMarkdown } from '@livetype/client'

const tokenCount = 20_000
const tokenLength = 4
const parsedShare = 1000

const prose =
  'The **log** commits before anyone sees a token, so a reader who [comes back](https://example.org/a) finds every word. It costs `one` transaction a turn, _not_ one a token; see the notes below for what that buys.\n\n'
const list = '1. First **step** of the way\n2. Second, with `code`\n   - nested one\n   - nested two\n3. Third\n\n'
const table = '| engine | p50 | p99 |\n|---|--:|--:|\n| sqlite | 0.20 ms | 1.1 ms |\n| memory | 0.01 ms | 0.02 ms |\n\n'
const codeLine = '  const events = await log.read({ cursor, limit: 500 }) // in seq order\n'
const fence = `\`\`\`ts\nfor await (const page of pages) {\n${codeLine.repeat(30)}}\n\`\`\`\n\n`
const section = `## What it is for\n\n${prose.repeat(3)}${list}> A quote, with *emphasis*\n> over two lines.\n\n${table}${fence}`

function repeatTo(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
}

const length = tokenCount * tokenLength
const documents: Readonly<Record<string, string>> = {
  mixed: repeatTo(section, length),
  'one fence': `\`\`\`ts\n${repeatTo(codeLine, length)}`,
  'one list': repeatTo('- an item of a **long** list, with `code` in it\n', length),
  'one table': `| name | value |\n|---|---|\n${repeatTo('| a **cell** | another, with `code` |\n', length)}`,
}

function cpuSeconds(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

function streamMarkdown(text: string): void {
  const stream = createMarkdownStream()
  for (let start = 0; start < text.length; start += tokenLength) {
    stream.append(text.slice(start, start + tokenLength))
    stream.blocks()
  }
  stream.end()
}

function typeReply(text: string): void {
  let message = replyWith('')
  let onMessage = () => {}
  const waiting: ((nowMs: number) => void)[] = []
  const frames: Frames = {
    isVisible: () => true,
    request(callback) {
      waiting.push(callback)
      return () => {
        waiting.length = 0
      }
    },
  }
  const view = createReplyView({
    message: {
      get: () => message,
      subscribe(listener) {
        onMessage = listener
        return () => {}
      },
    },
    connection: { get: () => 'live', subscribe: () => () => {} },
    frames,
    isSmooth: () => true,
  })
  view.subscribe(() => {})
  let written = ''
  for (let start = 0; start < text.length; start += tokenLength) {
    written += text.slice(start, start + tokenLength)
    message = replyWith(written)
    onMessage()
    for (const run of waiting.splice(0)) run(start * 4)
  }
  view.dispose()
}

function replyWith(text: string): MessageView {
  return {
    delivery: 'sent',
    message: {
      id: 'reply-0001',
      parentId: null,
      role: 'assistant',
      parts: [{ type: 'text', text }],
      createdAt: 0,
      runId: 'run-00001',
      modelId: 'demo',
      modelName: 'Demo',
      reply: { status: 'running', startedAt: 0 },
    },
  }
}

function parseAnew(text: string): void {
  for (let end = tokenLength; end <= text.length; end += tokenLength * parsedShare) parseMarkdown(text.slice(0, end))
}

console.log(`${tokenCount} tokens of ${tokenLength} characters, a frame for each; CPU seconds`)
for (const [name, text] of Object.entries(documents)) {
  const anew = cpuSeconds(() => parseAnew(text)) * parsedShare
  const streamed = cpuSeconds(() => streamMarkdown(text))
  const typed = cpuSeconds(() => typeReply(text))
  console.log(
    `${name.padEnd(10)} blocks ${streamed.toFixed(2).padStart(6)}   typed ${typed.toFixed(2).padStart(6)}   parsed anew each time ${anew.toFixed(0).padStart(5)} (reckoned)`,
  )
}
