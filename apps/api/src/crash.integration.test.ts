import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { startMockModel } from '@livetype/mock-model/server'
import { wordTokens } from '@livetype/mock-model/tokens'
import { makeId, type StreamEvent, textOf } from '@livetype/protocol'
import { expect, it, onTestFinished } from 'vitest'
import { spawnServer } from './test-support/spawn-server.ts'
import { ask } from './test-support/test-client.ts'
import { makeDataDir, testEnvironment } from './test-support/test-config.ts'

const slowWords = 'mock-words:400;delay=5'

async function prepare() {
  const model = await startMockModel()
  const dataDir = makeDataDir()
  onTestFinished(async () => {
    await model[Symbol.asyncDispose]()
    dataDir.remove()
  })
  return { ...testEnvironment(dataDir.path, model.baseUrl), OPENAI_MODELS: `mock-echo,${slowWords}` }
}

/** Follows in the background; `text` is what has arrived so far. */
function record(server: Awaited<ReturnType<typeof spawnServer>>, conversationId: string) {
  const recorded = { text: '', ends: 0 }
  let wake: (() => void) | undefined
  const take = (event: StreamEvent) => {
    if (event.type === 'text-delta') recorded.text += event.text
    if (event.type === 'run-ended') recorded.ends += 1
  }
  const subscription = server.client.chat.stream.subscribe(
    { conversation: { id: conversationId } },
    {
      onData: ({ data }) => {
        data.forEach(take)
        wake?.()
      },
    },
  )
  const until = async (isEnough: () => boolean) => {
    while (!isEnough()) await new Promise<void>((resolve) => (wake = resolve))
  }
  return { recorded, until, stop: () => subscription.unsubscribe() }
}

it('[RUN5] a server killed in mid-reply: every token that a client had is there after the restart, and the run has one end', async () => {
  const environment = await prepare()
  const killed = await spawnServer(environment)
  const { conversationId } = await ask(killed.client, 'go', { modelId: slowWords })
  const follower = record(killed, conversationId)
  await follower.until(() => follower.recorded.text.length > 100)
  await killed.end('SIGKILL')
  follower.stop()
  expect(follower.recorded.ends).toBe(0)

  await using restarted = await spawnServer(environment)
  const { messages } = await restarted.client.conversation.get.query({ conversationId })
  const reply = messages[1] ?? expect.fail('the reply is there')
  expect(textOf(reply).startsWith(follower.recorded.text)).toBe(true)
  expect(reply).toMatchObject({ reply: { status: 'interrupted' } })

  const again = record(restarted, conversationId)
  await again.until(() => again.recorded.ends > 0)
  again.stop()
  expect(again.recorded).toEqual({ text: textOf(reply), ends: 1 })
})

it('[RUN9] what a killed server left goes on after the restart, in the same message', async () => {
  const environment = await prepare()
  const killed = await spawnServer(environment)
  const { conversationId, replyId } = await ask(killed.client, 'go', { modelId: slowWords })
  const follower = record(killed, conversationId)
  await follower.until(() => follower.recorded.text.length > 100)
  await killed.end('SIGKILL')
  follower.stop()

  await using restarted = await spawnServer(environment)
  const input = { conversationId, messageId: replyId, runId: makeId(), modelId: slowWords }
  await restarted.client.run.continue.mutate(input)
  const again = record(restarted, conversationId)
  await again.until(() => again.recorded.ends === 2)
  again.stop()
  const { messages } = await restarted.client.conversation.get.query({ conversationId })
  expect(messages).toHaveLength(2)
  expect(messages[1]).toMatchObject({
    reply: { status: 'completed' },
    earlierRuns: [{ reply: { status: 'interrupted' } }],
  })
  expect(textOf(messages[1] ?? expect.fail())).toBe(wordTokens(400).join(''))
  expect(again.recorded.text).toBe(wordTokens(400).join(''))
})

it('[SUB2] a cursor from before a crash is answered by a reset', async () => {
  const environment = await prepare()
  const killed = await spawnServer(environment)
  const { conversationId } = await ask(killed.client, 'go', { modelId: slowWords })
  const { cursor } = await killed.client.conversation.get.query({ conversationId })
  await killed.end('SIGKILL')
  await using restarted = await spawnServer(environment)
  const first = await new Promise((resolve) => {
    const subscription = restarted.client.chat.stream.subscribe(
      { conversation: { id: conversationId, cursor } },
      {
        onData: ({ data }) => {
          subscription.unsubscribe()
          resolve(data)
        },
      },
    )
  })
  expect(first).toContainEqual({ type: 'conversation-reset', conversationId })
})

it('[RUN3] a server told to end stores what runs as interrupted and exits 0', async () => {
  const environment = await prepare()
  const ended = await spawnServer(environment)
  const { conversationId } = await ask(ended.client, 'go', { modelId: slowWords })
  const follower = record(ended, conversationId)
  await follower.until(() => follower.recorded.text.length > 50)
  expect(await ended.end('SIGTERM')).toBe(0)
  follower.stop()
  await using restarted = await spawnServer(environment)
  const { messages } = await restarted.client.conversation.get.query({ conversationId })
  expect(messages[1]).toMatchObject({ reply: { status: 'interrupted' } })
  expect(textOf(messages[1] ?? expect.fail()).startsWith(follower.recorded.text)).toBe(true)
})

it('names the variable of a bad configuration and does not start', async () => {
  const environment = await prepare()
  await expect(spawnServer({ ...environment, HOST: '0.0.0.0' })).rejects.toThrow(/HOST must be a loopback address/)
})

it('[RUN6] a server whose database another one has opened stores nothing more and ends', async () => {
  const environment = await prepare()
  await using first = await spawnServer(environment)
  // It notices by itself too: on a busy machine before it is asked.
  const exited = once(first.process, 'exit')
  await using second = await spawnServer(environment)
  await expect(ask(first.client, 'hi')).rejects.toThrow()
  expect((await exited)[0]).toBe(1)
  const { conversationId } = await ask(second.client, 'hi')
  const { messages } = await second.client.conversation.get.query({ conversationId })
  expect(messages).toHaveLength(2)
})

it('a second start on the same port says so and leaves the first alone', async () => {
  const environment = await prepare()
  await using first = await spawnServer(environment)
  const port = new URL(first.url).port
  await expect(spawnServer({ ...environment, PORT: port })).rejects.toThrow(/The port is taken/)
  await ask(first.client, 'hi')
})

it('a start with data where none can be kept says which setting that is', async () => {
  const environment = await prepare()
  const file = fileURLToPath(import.meta.url)
  await expect(spawnServer({ ...environment, LIVETYPE_DATA_DIR: file })).rejects.toThrow(/LIVETYPE_DATA_DIR/)
})
