import type { ChatErrorCode } from '@livetype/protocol'
import { expect, it } from 'vitest'
import { httpStatusOf } from './error-codes.ts'

it.each<[ChatErrorCode, number]>([
  ['invalid-input', 400],
  ['forbidden-origin', 403],
  ['message-not-found', 404],
  ['id-conflict', 409],
  ['too-many-streams', 429],
  ['too-many-runs', 429],
  ['internal', 500],
  ['model-unreachable', 502],
  ['storage-failed', 503],
])('%s has the status %i', (code, status) => {
  expect(httpStatusOf(code)).toBe(status)
})
