import { ChatError } from '@livetype/protocol'
import { expect, it } from 'vitest'
import { outcomeOf } from './run-outcome.ts'

const run = { endRequest: undefined, finish: 'stop', usage: undefined, hasText: true, error: undefined } as const
const stalled = new ChatError('model-stalled', 'The model fell silent.', { isRetryable: true })

it.each([
  ['a finish', {}, 'completed', undefined],
  ['the limit of tokens', { finish: 'length' }, 'completed', 'model-truncated'],
  ['a content filter', { finish: 'content-filter' }, 'failed', 'model-refused-request'],
  ['no text at all', { hasText: false }, 'failed', 'model-bad-answer'],
  ['an error', { error: stalled }, 'failed', 'model-stalled'],
  ['a bug', { error: new TypeError('x is not a function') }, 'failed', 'internal'],
  ['a stop', { endRequest: 'stop', finish: undefined }, 'stopped', undefined],
  ['a stop that met an error', { endRequest: 'stop', error: stalled }, 'stopped', undefined],
  ['a shutdown', { endRequest: 'shutdown', finish: undefined }, 'interrupted', undefined],
  ['the deadline', { endRequest: 'deadline', finish: undefined }, 'failed', 'run-deadline-exceeded'],
  ['a shutdown that met an error', { endRequest: 'shutdown', error: stalled }, 'failed', 'model-stalled'],
] as const)('[RUN3] %s ends a run in one way', (...[, changes, status, code]) => {
  const outcome = outcomeOf({ ...run, ...changes })
  expect(outcome.status).toBe(status)
  expect(outcome.failure?.code).toBe(code)
})

it('[SUB5] a bug’s own message stays on the server', () => {
  expect(outcomeOf({ ...run, error: new Error('secret detail') }).failure?.message).not.toContain('secret')
})
