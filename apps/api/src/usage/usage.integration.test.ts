import { makeId } from '@livetype/protocol'
import { expect, test } from 'vitest'
import { startTestServer } from '../test-support/start-test-server.ts'
import { ask, follow, readReply } from '../test-support/test-client.ts'

const day = 24 * 60 * 60 * 1_000

test('[USAGE1] a reply tells its time to the first token, and its tokens are counted by day and conversation', async () => {
  await using server = await startTestServer({ LIVETYPE_MODEL_PRICES: 'demo=1/10', LIVETYPE_PRICE_CURRENCY: 'eur' })
  const { client } = server
  const asked = await ask(client, 'Hello')
  const { end } = await readReply(client, asked.conversationId)
  if (end?.type !== 'run-ended') throw new Error('the reply has ended')
  expect(end.firstTokenMs).toBeGreaterThanOrEqual(0)
  const { usage } = end
  const dayStarts = [Date.now() - day, Date.now() - 60_000, Date.now() + day]
  const report = await client.usage.byDay.query({ dayStarts })
  expect(report.currency).toBe('EUR')
  expect(report.rows).toMatchObject([{ day: 1, modelId: 'demo', runs: 1, ...usage, uncountedRuns: usage ? 0 : 1 }])
  const cost = ((usage?.inputTokens ?? 0) + (usage?.outputTokens ?? 0) * 10) / 1_000_000
  expect(report.rows[0]?.cost).toBeCloseTo(cost, 12)
  const { rows } = await client.usage.ofMessage.query({ ...asked, messageId: asked.replyId })
  expect(rows).toMatchObject([{ modelId: 'demo', runs: 1, ...usage, cost: report.rows[0]?.cost }])
  await expect(client.usage.ofMessage.query({ ...asked, messageId: makeId() })).rejects.toThrow(/no such message/)
  await client.conversation.delete.mutate(asked)
  expect((await client.usage.byDay.query({ dayStarts })).rows).toHaveLength(1)
  await expect(client.usage.ofConversation.query(asked)).rejects.toThrow(/no such conversation/)
})

test('[USAGE1] days that do not ascend, or too many of them, are refused', async () => {
  await using server = await startTestServer()
  await expect(server.client.usage.byDay.query({ dayStarts: [2, 1] })).rejects.toThrow(/ascend/)
  await expect(
    server.client.usage.byDay.query({ dayStarts: Array.from({ length: 800 }, (_, index) => index) }),
  ).rejects.toThrow()
})

test('[FEED1] a rating is live in other tabs and in every snapshot, the last one counts, and it can be taken back', async () => {
  await using server = await startTestServer()
  const { client } = server
  const asked = await ask(client, 'Hello')
  await readReply(client, asked.conversationId)
  const rate = (feedback: { rating: 'up' | 'down'; comment?: string } | null, messageId = asked.replyId) =>
    client.message.feedback.mutate({ conversationId: asked.conversationId, messageId, feedback })
  const replyOf = async () => (await client.conversation.get.query(asked)).messages[1]
  await rate({ rating: 'up' })
  await rate({ rating: 'down', comment: 'Too long' })
  expect(await replyOf()).toMatchObject({ feedback: { rating: 'down', comment: 'Too long' } })
  await rate(null)
  expect(await replyOf()).not.toHaveProperty('feedback')
  const { events } = await follow(
    client,
    { conversation: { id: asked.conversationId } },
    (event) => event.type === 'feedback-given' && event.feedback === null,
  )
  expect(events.filter((event) => event.type === 'feedback-given')).toHaveLength(3)
  await expect(rate({ rating: 'up' }, asked.messageId)).rejects.toThrow(/Only answers/)
  await expect(rate({ rating: 'up' }, makeId())).rejects.toThrow(/no such message/)
})
