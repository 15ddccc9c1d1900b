import { expect, it } from 'vitest'
import { upstreamFailure } from './upstream-error.ts'

it('[SUB5] a refusal says what can be done about it, and repeats nothing of what the server said', () => {
  const error = { status: 418, code: 'teapot', message: 'short and stout' }
  const failure = upstreamFailure(error, { label: 'models.test', modelId: 'tea', apiKey: undefined })
  expect(failure.toFailure()).toEqual({
    code: 'model-refused-request',
    message: 'models.test refused the request for tea (418). Choose another model.',
    isRetryable: false,
  })
})
