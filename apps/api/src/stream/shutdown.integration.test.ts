import { startMockModel } from '@livetype/mock-model/server'
import { EventSource } from 'eventsource'
import { describe, expect, it } from 'vitest'
import { spawnServer } from '../test-support/spawn-server.ts'
import { startTestServer } from '../test-support/start-test-server.ts'
import { ask } from '../test-support/test-client.ts'
import { makeDataDir, testEnvironment } from '../test-support/test-config.ts'
import { createWebSocketClient } from '../test-support/web-socket-client.ts'

/** All that a stream's answer has, once it is at its end. */
async function readAll(url: string): Promise<{ begun: Promise<void>; all: Promise<string> }> {
  const response = await fetch(url, { headers: { accept: 'text/event-stream' } })
  const begun = Promise.withResolvers<void>()
  const read = async () => {
    let body = ''
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      body += chunk
      begun.resolve()
    }
    return body
  }
  return { begun: begun.promise, all: read() }
}

const retriesOf = (body: string) => [...body.matchAll(/^retry: (\d+)$/gm)].map(([, ms]) => Number(ms))

describe('[SUB7] a server that goes down', () => {
  it('asks the readers of its streams to come back, each after another while, and says "return" to none', async () => {
    await using server = await startTestServer()
    const streams = await Promise.all(Array.from({ length: 12 }, () => readAll(`${server.url}/trpc/chat.stream`)))
    await Promise.all(streams.map(({ begun }) => begun))
    await server.running.shutdown()
    const bodies = await Promise.all(streams.map(({ all }) => all))
    const delays = bodies.map((body) => retriesOf(body).at(-1) ?? 0)
    expect(bodies.join()).not.toContain('event: return')
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(200)
    expect(Math.max(...delays)).toBeLessThanOrEqual(2_000)
    expect(new Set(delays).size).toBeGreaterThan(6)
  })

  it('closes WebSockets with "service restart", and ends no subscription', async () => {
    await using server = await startTestServer()
    using socket = createWebSocketClient(server.url)
    const heard: string[] = []
    await new Promise<void>((resolve) => {
      socket.client.chat.stream.subscribe(
        {},
        {
          onStarted: () => resolve(),
          onStopped: () => heard.push('stopped'),
          onComplete: () => heard.push('complete'),
          onError: () => heard.push('error'),
        },
      )
    })
    await server.running.shutdown()
    await expect.poll(() => socket.closeCodes[0]).toBe(1012)
    expect(heard).toEqual([])
  })

  it('with 200 streams open, half of them WebSockets, exits with 0 within its grace', { timeout: 30_000 }, async () => {
    const dataDir = makeDataDir()
    await using server = await spawnServer(testEnvironment(dataDir.path))
    using sockets = new DisposableStack()
    const streams = await Promise.all(Array.from({ length: 100 }, () => readAll(`${server.url}/trpc/chat.stream`)))
    await Promise.all(streams.map(({ begun }) => begun))
    const begun = Array.from({ length: 100 }, async () => {
      const { client } = sockets.use(createWebSocketClient(server.url))
      await new Promise<void>((resolve) => client.chat.stream.subscribe({}, { onStarted: () => resolve() }))
    })
    await Promise.all(begun)
    const startedAt = performance.now()
    expect(await server.end('SIGTERM')).toBe(0)
    expect(performance.now() - startedAt).toBeLessThan(5_000)
    const bodies = await Promise.all(streams.map(({ all }) => all))
    expect(bodies.every((body) => retriesOf(body).length === 2)).toBe(true)
    dataDir.remove()
  })

  it('lets a plain page come back for the end of its reply', { timeout: 30_000 }, async () => {
    await using model = await startMockModel()
    const dataDir = makeDataDir()
    const environment = { ...testEnvironment(dataDir.path, model.baseUrl), OPENAI_MODELS: 'mock-stall' }
    await using first = await spawnServer(environment)
    const source = new EventSource(`${first.url}/chat-stream?message=Hello`)
    let text = ''
    source.onmessage = (event) => {
      text += event.data
    }
    const done = new Promise<string>((resolve) => source.addEventListener('done', (event) => resolve(event.data)))
    await expect.poll(() => text).toBe('The river was')
    expect(await first.end('SIGTERM')).toBe(0)
    await using _second = await spawnServer({ ...environment, PORT: new URL(first.url).port })
    expect(JSON.parse(await done)).toMatchObject({ status: 'interrupted' })
    source.close()
    expect(text).toBe('The river was')
    dataDir.remove()
  })
})

it('[SUB7] takes no questions any more while it goes down', async () => {
  await using server = await startTestServer()
  const ended = server.running.shutdown()
  await expect(ask(server.client, 'Hello')).rejects.toThrow()
  await ended
})
