import { expect, test } from 'vitest'
import { codeLanguage } from './code-languages.ts'
import { createHighlighter } from './create-highlighter.ts'
import type { HighlightPort } from './highlight-worker.ts'
import type { LinesToColour } from './messages.ts'
import { packTokens } from './packed-tokens.ts'

/** A worker that answers when it is told to: each line is one keyword. */
function createFakeWorker() {
  const listeners: ((event: { data: unknown }) => void)[] = []
  const questions: LinesToColour[] = []
  const left: number[] = []
  const waits: (() => void)[] = []
  let made = 0
  let ended = 0
  const port: HighlightPort = {
    addEventListener(type: string, listener: (event: { readonly data: unknown }) => void) {
      if (type === 'message') listeners.push(listener)
    },
    postMessage(message) {
      if (message.type === 'lines') questions.push(message)
      else left.push(message.block)
    },
    terminate: () => {
      ended += 1
    },
  }
  const highlighter = createHighlighter(
    () => {
      made += 1
      return port
    },
    {
      after(_, callback) {
        waits.push(callback)
        return () => waits.splice(waits.indexOf(callback), 1)
      },
    },
  )
  return {
    highlighter,
    questions,
    left,
    waits,
    made: () => made,
    ended: () => ended,
    answer(question = questions.at(-1)) {
      if (!question) throw new Error('nothing was asked')
      const lines = question.lines.map((line) => [{ start: 0, end: line.length, kind: 'keyword' as const }])
      for (const listener of listeners) listener({ data: { block: question.block, tokens: packTokens(lines) } })
    },
  }
}

test('names that models give to languages are known, in whatever case', () => {
  const named = ['js', 'ts', 'py', 'sh', 'C++', 'yml', 'TypeScript', 'python{1,3}', '.env'].map(codeLanguage)
  expect(named).toEqual([
    'javascript',
    'typescript',
    'python',
    'shellscript',
    'cpp',
    'yaml',
    'typescript',
    'python',
    'dotenv',
  ])
  expect(['', 'text', 'constructor', 'klingon'].map(codeLanguage)).toEqual([undefined, undefined, undefined, undefined])
})

test('[CODE1] no worker is made before there is code of a language that is coloured', () => {
  const worker = createFakeWorker()
  expect(worker.highlighter.open('klingon', () => {}).update('a\nb')).toBe(0)
  expect(worker.made()).toBe(0)
  worker.highlighter.open('ts', () => {}).update('a')
  worker.highlighter.open('py', () => {}).update('b')
  expect(worker.made()).toBe(1)
})

test('[CODE1] each line is asked for once, and the open one while it grows; what comes meanwhile is asked for together', () => {
  const worker = createFakeWorker()
  const told: number[][] = []
  const code = worker.highlighter.open('ts', (first, end) => told.push([first, end]))
  code.update('con')
  code.update('const a\ncon')
  code.update('const a\nconst b\nc')
  worker.answer()
  worker.answer()
  code.update('const a\nconst b\nc')
  code.update('const a\nconst b\nconst')
  expect(worker.questions.map(({ first, lines, isLastOpen }) => ({ first, lines, isLastOpen }))).toEqual([
    { first: 0, lines: ['con'], isLastOpen: true },
    { first: 0, lines: ['const a', 'const b', 'c'], isLastOpen: true },
    { first: 2, lines: ['const'], isLastOpen: true },
  ])
  expect(told).toEqual([
    [0, 1],
    [0, 3],
  ])
  expect(code.tokensOf(1)).toEqual([{ start: 0, end: 7, kind: 'keyword' }])
  // What was coloured of the open line stays until more is known.
  expect(code.tokensOf(2)).toEqual([{ start: 0, end: 1, kind: 'keyword' }])
})

test('a long block is asked for in pieces', () => {
  const worker = createFakeWorker()
  worker.highlighter.open('ts', () => {}).update('x\n'.repeat(450))
  worker.answer()
  worker.answer()
  expect(worker.questions.map(({ first, lines, isLastOpen }) => [first, lines.length, isLastOpen])).toEqual([
    [0, 200, false],
    [200, 200, false],
    [400, 51, true],
  ])
})

test('a block that is another from some line on is read anew, and an answer to what it was is not taken', () => {
  const worker = createFakeWorker()
  const code = worker.highlighter.open('ts', () => {})
  code.update('one\ntwo\nthree')
  const [asked] = worker.questions
  code.update('one\n2')
  worker.answer(asked)
  expect(worker.questions.at(-1)).toMatchObject({ first: 0, lines: ['one', '2'] })
  expect(code.tokensOf(1)).toEqual([])
  expect(worker.left).toEqual([asked?.block])
})

test('a block that was coloured is coloured at once when it is drawn again', () => {
  const worker = createFakeWorker()
  const code = worker.highlighter.open('ts', () => {})
  code.update('one\ntwo')
  worker.answer()
  code.close()
  const again = worker.highlighter.open('typescript', () => {})
  again.update('one\ntwo')
  expect(worker.questions).toHaveLength(1)
  expect(again.tokensOf(1)).toEqual([{ start: 0, end: 3, kind: 'keyword' }])
  again.update('one\ntwo\n3')
  expect(worker.questions.at(-1)).toMatchObject({ first: 0, lines: ['one', 'two', '3'] })
})

test('a worker that hangs is ended: what it was asked for stays plain, what comes later is not', () => {
  const worker = createFakeWorker()
  const code = worker.highlighter.open('ts', () => {})
  code.update('one')
  for (const wait of [...worker.waits]) wait()
  expect([worker.ended(), worker.waits.length]).toEqual([1, 0])
  code.update('one more')
  expect(worker.questions).toHaveLength(1)
  worker.highlighter.open('ts', () => {}).update('two')
  expect([worker.made(), worker.questions.length]).toEqual([2, 2])
})
