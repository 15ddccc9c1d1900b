import { expect, test } from 'vitest'
import { endingNote } from './ending-note.ts'
import { texts } from './texts.ts'

const failure = { code: 'storage-failed', message: 'The server could not store the reply.', isRetryable: true } as const

test('[LOG6] [RUN3] what went wrong with a reply is said in words', () => {
  expect(endingNote({ status: 'failed', failure })).toEqual({ kind: 'failed', text: failure.message })
  expect(endingNote({ status: 'failed' })).toEqual({ kind: 'failed', text: texts.marks.failedFallback })
  expect(endingNote({ status: 'interrupted' })).toEqual({ kind: 'interrupted', text: texts.marks.interruptedHint })
})

test('a reply that its model left at a limit says so quietly', () => {
  expect(endingNote({ status: 'completed', failure })).toEqual({ kind: 'truncated', text: failure.message })
})

test('of a reply that is complete, or was stopped, the mark says enough', () => {
  expect(endingNote({ status: 'completed' })).toBeNull()
  expect(endingNote({ status: 'stopped' })).toBeNull()
})
