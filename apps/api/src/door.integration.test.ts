import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from './test-support/start-test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server[Symbol.asyncDispose]())

/** Plain HTTP, since `fetch` sets Host and Origin itself. */
function send(path: string, options: { method?: string; headers?: Record<string, string>; body?: string } = {}) {
  return new Promise<{ status: number; body: string; headers: Record<string, unknown> }>((resolve, reject) => {
    const outgoing = request(
      new URL(path, server.url),
      { method: options.method ?? 'GET', headers: options.headers },
      (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (chunk) => {
          body += chunk
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }))
      },
    )
    outgoing.on('error', reject)
    outgoing.end(options.body)
  })
}

describe('[DOOR2] the server', () => {
  it.each([
    ['a query', '/trpc/conversation.list', {}],
    ['a stream', '/trpc/chat.stream', {}],
    ['the plain stream', '/chat-stream?message=Hello', {}],
    ['a page', '/', {}],
    ['health', '/livez', {}],
    ['a mutation', '/trpc/conversation.create', { method: 'POST', body: '{}' }],
    [
      'a multipart form, which needs no preflight',
      '/trpc/conversation.create',
      { method: 'POST', body: '--x--', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
    ],
  ])('turns a foreign page away from %s before any handler', async (_, path, options: Parameters<typeof send>[1]) => {
    for (const foreign of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { host: 'evil.example' },
    ]) {
      const { status, body } = await send(path, { ...options, headers: { ...options?.headers, ...foreign } })
      expect(status).toBe(403)
      expect(JSON.parse(body).error.code).toBe('forbidden-origin')
    }
    const { conversations } = await server.client.conversation.list.query()
    expect(conversations).toEqual([])
  })

  it.each([
    '/chat-stream?message=x',
    '/%63hat-stream?message=x',
    '/trpc/conversation.list',
    '/%74rpc/conversation.list',
    '/%74rpc/chat.stream',
  ])('opens %s, however it is written, by no link', async (path) => {
    const link = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    for (const site of ['cross-site', 'same-site', 'same-origin', 'none']) {
      expect((await send(path, { headers: { ...link, 'sec-fetch-site': site } })).status).toBe(403)
    }
    expect((await server.client.conversation.list.query()).conversations).toEqual([])
  })

  it('HEAD asks nothing', async () => {
    for (const path of ['/chat-stream?message=x', '/trpc/chat.stream']) {
      await send(path, { method: 'HEAD' })
    }
    expect((await server.client.conversation.list.query()).conversations).toEqual([])
  })

  it('lets in a program that is no browser', async () => {
    expect((await send('/trpc/conversation.list')).status).toBe(200)
  })

  it('puts the security headers on every answer, streams and refusals too', async () => {
    for (const path of ['/livez', '/trpc/conversation.list', '/chat-stream', '/nowhere', '/%zz?message=secret']) {
      const { headers, body } = await send(path)
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(body).not.toContain('secret')
    }
    const stream = await fetch(`${server.url}/trpc/chat.stream?input=%7B%7D`)
    expect(stream.headers.get('content-security-policy')).toContain("default-src 'none'")
    await stream.body?.cancel()
  })

  it('refuses a body that is too large and a batch that is too long', async () => {
    const headers = { 'content-type': 'application/json' }
    const large = await send('/trpc/conversation.create', {
      method: 'POST',
      headers,
      body: `"${'x'.repeat(5_000_000)}"`,
    })
    expect(large.status).toBe(413)
    const names = Array.from({ length: 100 }, () => 'conversation.list').join(',')
    const long = await send(`/trpc/${names}?batch=1&input=%7B%7D`)
    expect(long.status).toBeGreaterThanOrEqual(400)
  })

  it('[SUB5] tells no stack on a path that is not there or an input that is none', async () => {
    for (const path of ['/trpc/no.such', '/trpc/conversation.get?input=%7B', '/trpc/chat.stream?input=%7B"x']) {
      const { body } = await send(path)
      expect(body).not.toMatch(/stack|node_modules|\.ts:/)
    }
  })

  it('says that it lives and is ready', async () => {
    expect((await send('/livez')).status).toBe(200)
    expect((await send('/readyz')).status).toBe(200)
  })
})
