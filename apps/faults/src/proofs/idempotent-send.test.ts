import { setTimeout as after } from 'node:timers/promises'
import { createNodeClient } from '@livetype/client/node'
import { startMockModel } from '@livetype/mock-model/server'
import { makeId } from '@livetype/protocol'
import { expect, it } from 'vitest'
import { atScale, beginProof } from '../proof.ts'
import { assertRunsEnded } from '../recording/assert-runs-ended.ts'
import { modelId, openStage } from '../stage/fault-stage.ts'
import { requestsFor } from '../stage/model-requests.ts'

const rounds = atScale({ ci: 4, full: 100 })
/** Each sends in one batch, on a connection of its own. */
const connections = 20
const sendsOnEach = 5

type Send = Parameters<ReturnType<typeof createNodeClient>['message']['send']['mutate']>[0]

it(
  `[RUN1] the same ids a hundred times at once, and again after a kill, ${rounds} times: one message, one run, one request`,
  async () => {
    const { random, createHistory, report } = beginProof()
    const history = createHistory()
    await using model = await startMockModel()
    await using stage = await openStage({ model, history })
    await stage.start()
    let sent = 0
    let killedAmongThem = 0

    for (let round = 0; round < rounds; round++) {
      const text = `[[mock-words:20;delay=1]] round ${round}`
      const command = {
        conversationId: makeId(),
        messageId: makeId(),
        replyId: makeId(),
        parentId: null,
        text,
        modelId,
      }
      const first = sendOften(stage.server.url, command)
      const isKilledAmongThem = round % 2 === 1
      if (isKilledAmongThem) {
        await after(random.between(0, 60))
        killedAmongThem += 1
      } else await first
      await stage.end('SIGKILL')
      const before = await first
      await stage.start()
      const again = await sendOften(stage.server.url, command)
      sent += 2 * connections * sendsOnEach

      // What was answered before the kill is what is answered after it.
      const taken = [...before, ...again]
      expect(new Set(taken.map(({ reply }) => reply.runId)).size).toBe(1)
      expect(again).toHaveLength(connections * sendsOnEach)
      if (!isKilledAmongThem) expect(before).toHaveLength(connections * sendsOnEach)
      const { conversationId } = command
      await expect
        .poll(() => stage.server.client.conversation.get.query({ conversationId }))
        .toMatchObject({
          conversation: { runningCount: 0 },
          messages: [{ id: command.messageId }, { id: command.replyId }],
        })
      using stored = stage.stored()
      expect(stored.runs().filter((run) => run.conversationId === conversationId)).toHaveLength(1)
      expect((await requestsFor(model, text)).length).toBeLessThanOrEqual(1)
      if (!isKilledAmongThem) expect(await requestsFor(model, text)).toHaveLength(1)
    }
    using stored = stage.stored()
    assertRunsEnded(stored, { taken: [], history })
    report({ sent, messages: rounds, 'killed among them': killedAmongThem })
  },
  atScale({ ci: 60_000, full: 600_000 }),
)

/** Sends the same on many connections at once; returns the answers there were. */
async function sendOften(baseUrl: string, command: Send) {
  const sends = Array.from({ length: connections }, () => createNodeClient({ baseUrl })).flatMap((client) =>
    Array.from({ length: sendsOnEach }, () => client.message.send.mutate(command)),
  )
  const settled = await Promise.allSettled(sends)
  return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
}
