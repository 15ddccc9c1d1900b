import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { makeId, textOf } from '@livetype/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { startTestServer, type TestServer } from '../test-support/start-test-server.ts'
import { ask, follow, readReply } from '../test-support/test-client.ts'
import { createWebSocketClient } from '../test-support/web-socket-client.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server[Symbol.asyncDispose]())

/** Asks for a WebSocket; resolves with the status that answered: 101 where it was opened. */
async function upgrade(path: string, headers: Record<string, string> = {}, url = server.url) {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}${path}`, { headers })
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    socket.on('open', () => {
      socket.terminate()
      resolve({ status: 101, body: '' })
    })
    socket.on('unexpected-response', (_, response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (chunk) => {
        body += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
    socket.on('error', reject)
  })
}

describe('[DOOR2] a WebSocket', () => {
  it('is opened to a program that is no browser, and to a page of this server', async () => {
    expect(await upgrade('/trpc')).toMatchObject({ status: 101 })
    expect(await upgrade('/trpc', { origin: server.url, 'sec-fetch-site': 'same-origin' })).toMatchObject({
      status: 101,
    })
  })

  it.each([
    ['origin', 'https://evil.example'],
    ['origin', 'null'],
    ['origin', 'http://localhost:1'],
    ['sec-fetch-site', 'cross-site'],
    ['host', 'evil.example'],
  ])('is refused to a foreign page before anything runs: %s %s', async (name, value) => {
    const { status, body } = await upgrade('/trpc', { [name]: value })
    expect(status).toBe(403)
    expect(JSON.parse(body).error.code).toBe('forbidden-origin')
  })

  it.each(['/', '/trpc/chat.stream', '/trpcs', '/vue/'])('is not there at %s', async (path) => {
    expect((await upgrade(path)).status).toBe(404)
  })
})

describe('a request that offers another protocol', () => {
  it('is answered as if it had not, as those of some HTTP clients that would rather speak HTTP/2', async () => {
    const headers = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABkAAQAAP__' }
    const request = get(`${server.url}/livez`, { headers })
    const response = await new Promise<IncomingMessage>((resolve) => request.on('response', resolve))
    response.resume()
    expect(response.statusCode).toBe(200)
  })
})

describe('the router over WebSocket', () => {
  it('answers queries, takes commands and types a reply, the same as over HTTP', async () => {
    using socket = createWebSocketClient(server.url)
    const { conversationId } = await ask(socket.client, 'Hello')
    const { text, events } = await readReply(socket.client, conversationId)
    const snapshot = await socket.client.conversation.get.query({ conversationId })
    expect(textOf(snapshot.messages[1] ?? { parts: [] })).toBe(text)
    const isEnd = (event: { type: string }) => event.type === 'run-ended'
    const overSse = await follow(server.client, { conversation: { id: conversationId } }, isEnd)
    const logged = events.filter((event) => event.type !== 'conversation-updated')
    expect(logged.at(-1)).toEqual(overSse.events.filter(isEnd)[0])
  })

  it('[SUB1] resumes behind the last event that was taken', async () => {
    using socket = createWebSocketClient(server.url)
    const { conversationId } = await ask(socket.client, '/code')
    const { text } = await readReply(socket.client, conversationId)
    const { cursor } = await socket.client.conversation.get.query({ conversationId })
    const lastEventId = `${cursor.split(':')[0]}:1:2`
    const { events } = await follow(
      socket.client,
      { conversation: { id: conversationId }, lastEventId },
      (event) => event.type === 'run-ended',
    )
    expect(events.some((event) => event.type === 'message-added' || event.type === 'run-started')).toBe(false)
    expect(events.map((event) => (event.type === 'text-delta' ? event.text : '')).join('')).toBe(text)
  })

  it('[SUB5] tells what went wrong as over HTTP', async () => {
    using socket = createWebSocketClient(server.url)
    await expect(socket.client.conversation.get.query({ conversationId: makeId() })).rejects.toMatchObject({
      data: { failure: { code: 'conversation-not-found', isRetryable: false } },
    })
  })

  it('closes on a message that is too large, and goes on serving the others', async () => {
    using other = createWebSocketClient(server.url)
    const socket = new WebSocket(`${server.url.replace(/^http/, 'ws')}/trpc`)
    await once(socket, 'open')
    socket.send('x'.repeat(5 * 1024 * 1024))
    const [code] = await once(socket, 'close')
    expect(code).toBe(1009)
    expect(await other.client.conversation.list.query()).toBeDefined()
  })
})
