import type { AssistantMessage, ReplyState } from '@livetype/protocol'
import { expect, test } from 'vitest'
import { replyRate } from './reply-rate.ts'

const reply = (state: ReplyState, text = 'x'.repeat(400)): AssistantMessage => ({
  id: 'reply-0001',
  parentId: 'user-0001',
  role: 'assistant',
  parts: [{ type: 'text', text, startedAt: 2_000 }],
  createdAt: 1_000,
  runId: 'run-0001',
  modelId: 'demo',
  modelName: 'Demo',
  reply: state,
})
const ended = { status: 'completed', startedAt: 1_000, endedAt: 4_000 } as const

test('while it is written, the rate is estimated by what came since it was first looked at', () => {
  const running = reply({ status: 'running', startedAt: 1_000 })
  const rate = { tokensPerSecond: 50, isEstimated: true }
  expect(replyRate(running, { at: 5_000, length: 200 }, 6_000)).toEqual(rate)
  expect(replyRate(running, undefined, 6_000)).toBeNull()
  expect(replyRate(running, { at: 5_000, length: 400 }, 6_000)).toBeNull()
})

test('at its end it is the server’s count where there is one, from the first piece on', () => {
  const usage = { inputTokens: 1, outputTokens: 80 }
  expect(replyRate(reply({ ...ended, usage }), undefined, 0)).toEqual({ tokensPerSecond: 40, isEstimated: false })
  expect(replyRate(reply(ended), undefined, 0)).toEqual({ tokensPerSecond: 50, isEstimated: true })
  expect(replyRate(reply(ended, ''), undefined, 0)).toBeNull()
  expect(replyRate(reply({ ...ended, status: 'interrupted' }), undefined, 0)).toBeNull()
})
