import { ask, readReply, type SpawnedServer, spawnServer, testEnvironment } from '@livetype/api/test-support'
import { startMockModel } from '@livetype/mock-model/server'
import { type StreamEvent, textOf } from '@livetype/protocol'
import { expect, it } from 'vitest'
import { builtServer } from '../stage/build-server.ts'
import { makeSmallDisk } from '../stage/small-disk.ts'

const slowWords = 'mock-words:4000;delay=2'

/** Records what a client is shown of a conversation. */
function record({ client }: SpawnedServer, conversationId: string) {
  const events: StreamEvent[] = []
  let wake = () => {}
  const subscription = client.chat.stream.subscribe(
    { conversation: { id: conversationId } },
    {
      onData({ data }) {
        events.push(...data)
        wake()
      },
    },
  )
  return {
    text: () => events.map((event) => (event.type === 'text-delta' ? event.text : '')).join(''),
    ends: () => events.filter((event) => event.type === 'run-ended'),
    async until(isEnough: () => boolean) {
      while (!isEnough()) await new Promise<void>((resolve) => (wake = resolve))
    },
    stop: () => subscription.unsubscribe(),
  }
}

async function untilReadiness({ url }: SpawnedServer, status: number): Promise<unknown> {
  for (;;) {
    const response = await fetch(`${url}/readyz`)
    const body = await response.json()
    if (response.status === status) return body
  }
}

async function storedText({ client }: SpawnedServer, conversationId: string): Promise<string> {
  const { messages } = await client.conversation.get.query({ conversationId })
  return textOf(messages[1] ?? expect.fail('the reply is there'))
}

it.each(['power', 'process'])(
  '[LOG1] [LOG6] [RUN3] durability %s: a disk that fills in mid-reply: nothing was shown that is not stored, the reply ends as failed, and it goes on when there is room',
  { timeout: 60_000 },
  async (durability) => {
    const made = makeSmallDisk()
    if (typeof made === 'string') {
      process.stderr.write(`skipped: ${made}\n`)
      return
    }
    using disk = made
    await using model = await startMockModel()
    const environment = {
      ...testEnvironment(disk.dataDir, model.baseUrl),
      OPENAI_MODELS: slowWords,
      LIVETYPE_DURABILITY: durability,
    }
    await using server = await spawnServer(environment, { main: builtServer })
    const { conversationId } = await ask(server.client, 'go', { modelId: slowWords })
    const shown = record(server, conversationId)
    await shown.until(() => shown.text().length > 200)

    disk.fill(server)
    expect(await untilReadiness(server, 503)).toMatchObject({ problem: 'the database can not be written' })
    await expect(ask(server.client, 'while it is full')).rejects.toMatchObject({
      data: { failure: { code: 'storage-failed', isRetryable: true } },
    })
    // The server still serves, and what it has is what was shown.
    const textWhileFull = await storedText(server, conversationId)
    await shown.until(() => shown.text().length >= textWhileFull.length)
    expect(shown.text()).toBe(textWhileFull)
    expect(shown.ends()).toEqual([])

    disk.clear(server)
    await shown.until(() => shown.ends().length > 0)
    expect(shown.ends()).toMatchObject([{ status: 'failed', failure: { code: 'storage-failed', isRetryable: true } }])
    if (disk.kind === 'tmpfs') expect(JSON.stringify(shown.ends())).toMatch(/disk is full/)
    await untilReadiness(server, 200)
    expect(shown.text()).toBe(textWhileFull)
    const next = await ask(server.client, 'and now', { modelId: 'demo' })
    expect((await readReply(server.client, next.conversationId)).end).toMatchObject({ status: 'completed' })
    shown.stop()

    // As the file has it: each run has one end, and the text is what was shown.
    await server.end('SIGKILL')
    await using restarted = await spawnServer(environment, { main: builtServer })
    expect(await storedText(restarted, conversationId)).toBe(textWhileFull)
    const { events } = await readReply(restarted.client, conversationId)
    expect(events.filter((event) => event.type === 'run-ended')).toHaveLength(1)
    const list = await restarted.client.conversation.list.query()
    expect(list.conversations.map((conversation) => conversation.runningCount)).toEqual([0, 0])
  },
)

it('[LOG6] [RUN5] a start on a full disk says that it is full, and the next one, with room, ends what was open', {
  timeout: 60_000,
}, async () => {
  const made = makeSmallDisk()
  if (typeof made === 'string' || made.kind !== 'tmpfs') {
    if (typeof made !== 'string') made[Symbol.dispose]()
    process.stderr.write('skipped: needs root, for a small tmpfs\n')
    return
  }
  using disk = made
  await using model = await startMockModel()
  const environment = { ...testEnvironment(disk.dataDir, model.baseUrl), OPENAI_MODELS: slowWords }
  await using server = await spawnServer(environment, { main: builtServer })
  const { conversationId } = await ask(server.client, 'go', { modelId: slowWords })
  const shown = record(server, conversationId)
  await shown.until(() => shown.text().length > 200)
  await server.end('SIGKILL')
  shown.stop()

  disk.fill(server)
  const start = spawnServer(environment, { main: builtServer })
  await expect(start).rejects.toThrow(/disk of LIVETYPE_DATA_DIR is full/)

  disk.clear(server)
  await using restarted = await spawnServer(environment, { main: builtServer })
  expect(await storedText(restarted, conversationId)).toContain(shown.text())
  expect((await readReply(restarted.client, conversationId)).end).toMatchObject({ status: 'interrupted' })
})
