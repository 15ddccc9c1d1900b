import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { localOwnerId } from '@livetype/db'
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import { createParser, type EventSourceMessage } from 'eventsource-parser'
import { pino } from 'pino'
import { expect, it, onTestFinished } from 'vitest'
import { createApp } from '../app.ts'
import { createServices } from '../create-services.ts'
import { appRouter } from '../router.ts'
import { ask, createTestClient, readReply } from '../test-support/test-client.ts'
import { makeDataDir, testConfig } from '../test-support/test-config.ts'

/** The same services behind our own writer and behind tRPC's own producer. */
async function startBoth() {
  const dataDir = makeDataDir()
  const shutdown = new AbortController()
  const services = await createServices(testConfig(dataDir.path), {
    logger: pino({ level: 'silent' }),
    shutdownSignal: shutdown.signal,
  })
  const app = await createApp(services, { clients: [] })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const handler = createHTTPHandler({
    router: appRouter,
    basePath: '/trpc/',
    createContext: () => ({ ownerId: localOwnerId, services }),
  })
  const reference = createServer(handler)
  await new Promise<void>((resolve) => reference.listen(0, '127.0.0.1', resolve))
  const port = (server: { address(): unknown }) => (server.address() as AddressInfo).port
  onTestFinished(async () => {
    shutdown.abort()
    reference.closeAllConnections()
    reference.close()
    await app.close()
    services.database.close()
    dataDir.remove()
  })
  return {
    own: `http://127.0.0.1:${port(app.server)}`,
    trpcs: `http://127.0.0.1:${port(reference)}`,
  }
}

/** The messages of a stream up to the first one that `isLast`. */
async function readMessages(url: string, isLast: (message: EventSourceMessage) => boolean, headers = {}) {
  const response = await fetch(url, { headers })
  const messages: EventSourceMessage[] = []
  const parser = createParser({ onEvent: (message) => messages.push(message) })
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) {
    parser.feed(decoder.decode(chunk, { stream: true }))
    if (messages.some(isLast)) break
  }
  return { status: response.status, type: response.headers.get('content-type'), messages }
}

const streamPath = (input: unknown) => `/trpc/chat.stream?input=${encodeURIComponent(JSON.stringify(input))}`
const hasEnd = (message: EventSourceMessage) => message.data.includes('"run-ended"')

it('[SUB1] our writer sends the very messages that tRPC’s own producer sends', async () => {
  const { own, trpcs } = await startBoth()
  const { conversationId } = await ask(createTestClient(own), 'Hello')
  await readReply(createTestClient(own), conversationId)
  const input = { conversation: { id: conversationId } }
  const ours = await readMessages(`${own}${streamPath(input)}`, hasEnd)
  const theirs = await readMessages(`${trpcs}${streamPath(input)}`, hasEnd)
  expect(ours).toEqual(theirs)
  expect(ours.messages.map((message) => message.event ?? 'message')).toContain('connected')
})

it('[SUB1] both resume from the same ids: by header, by query and by input', async () => {
  const { own, trpcs } = await startBoth()
  const { conversationId } = await ask(createTestClient(own), '/code')
  await readReply(createTestClient(own), conversationId)
  const conversation = { id: conversationId }
  const { cursor } = await createTestClient(own).conversation.get.query({ conversationId })
  const lastEventId = `${cursor.split(':')[0]}:1:2`
  const ways = [
    { input: { conversation }, headers: { 'last-event-id': lastEventId }, query: '' },
    { input: { conversation }, headers: {}, query: `&lastEventId=${lastEventId}` },
    { input: { conversation, lastEventId }, headers: {}, query: '' },
  ]
  for (const { input, headers, query } of ways) {
    const ours = await readMessages(`${own}${streamPath(input)}${query}`, hasEnd, headers)
    const theirs = await readMessages(`${trpcs}${streamPath(input)}${query}`, hasEnd, headers)
    expect(ours).toEqual(theirs)
    expect(ours.messages[1]?.data).not.toContain('"message-added"')
  }
})

it('leaves an input that is not valid to tRPC', async () => {
  const { own, trpcs } = await startBoth()
  for (const path of [streamPath({ conversation: { id: 'x' } }), '/trpc/chat.stream?input=nonsense', streamPath(7)]) {
    const isError = (message: EventSourceMessage) => message.event === 'serialized-error'
    const ours = await readMessages(`${own}${path}`, isError)
    const theirs = await readMessages(`${trpcs}${path}`, isError)
    expect(ours).toEqual(theirs)
  }
})

it('tells browsers to reconnect soon', async () => {
  const { own } = await startBoth()
  const response = await fetch(`${own}${streamPath({})}`)
  const reader = response.body?.getReader()
  const first = await reader?.read()
  await reader?.cancel()
  expect(new TextDecoder().decode(first?.value)).toMatch(/^retry: 200\n\n/)
})
