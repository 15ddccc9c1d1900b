import { expect, test } from 'vitest'
import { createHighlighter } from './create-highlighter.ts'
import type { HighlightPort } from './highlight-worker.ts'
import { serveHighlighting } from './serve-highlighting.ts'

/** A page and the real worker's code, joined without a thread between them. */
function createPage() {
  const channel = new MessageChannel()
  serveHighlighting({
    addEventListener: (type, listener) => channel.port2.addEventListener(type, listener),
    postMessage: (message) => channel.port2.postMessage(message),
  })
  channel.port2.start()
  const port: HighlightPort = {
    addEventListener(type: string, listener: (event: { readonly data: unknown }) => void) {
      if (type === 'message') channel.port1.addEventListener('message', listener)
    },
    postMessage: (message) => channel.port1.postMessage(message),
    terminate: () => channel.port1.close(),
  }
  channel.port1.start()
  return {
    highlighter: createHighlighter(() => port),
    [Symbol.dispose]() {
      channel.port1.close()
      channel.port2.close()
    },
  }
}

/** What is coloured of `text`, line by line, when it comes in the pieces that end at `ends`. */
async function colour(language: string, text: string, ends: readonly number[] = [text.length]) {
  using page = createPage()
  let onTokens = () => {}
  const code = page.highlighter.open(language, () => onTokens())
  for (const end of ends) {
    await new Promise<void>((resolve) => {
      onTokens = resolve
      code.update(text.slice(0, end))
    })
  }
  return code.lines.map((line, index) =>
    code.tokensOf(index).map(({ start, end, kind }) => `${kind} ${line.slice(start, end)}`),
  )
}

test('[CODE1] what a line leaves open holds for those that come later, one by one', async () => {
  const text = `a /* one\ntwo\nthree */ const b = \`x\ny \${1}\``
  const whole = await colour('ts', text)
  expect(whole[1]).toEqual(['comment two'])
  expect(whole[2]).toEqual(['comment three */', 'keyword const', 'string `x'])
  expect(whole[3]?.[0]).toBe('string y ')
  const ends = Array.from({ length: text.length }, (_, index) => index + 1)
  expect(await colour('ts', text, ends)).toEqual(whole)
})

test.each([
  ['python', 'def f(x):  # why\n    return "a\\n" + 1', ['keyword def', 'function f', 'comment # why']],
  ['sh', 'echo "$HOME" # hi', ['function echo', 'string "$HOME"', 'comment # hi']],
  ['json', '{ "a": 1.5, "b": true }', ['property "a"', 'number 1.5', 'property "b"', 'number true']],
  ['html', '<a href="x">t</a>', ['tag a', 'attribute href', 'string "x"', 'tag a']],
  ['diff', '+ more\n- less', ['inserted + more']],
])('%s', async (language, text, first) => {
  const [line] = await colour(language, text)
  expect(line).toEqual(first)
})

test('[CODE1] a line that is too long stays plain, and those after it do not', async () => {
  const [first, long, last] = await colour('js', `const a = 1\nconst b = "${'x'.repeat(3_000)}"\nconst c = 2`)
  expect([first?.[0], long, last?.[0]]).toEqual(['keyword const', [], 'keyword const'])
})
