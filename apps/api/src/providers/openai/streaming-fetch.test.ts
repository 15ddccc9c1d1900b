import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { Socket } from 'node:net'
import { expect, it } from 'vitest'
import { createStreamingFetch } from './streaming-fetch.ts'

async function serve(listener: (...args: Parameters<RequestListener>) => unknown) {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('there is an address')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const post = { method: 'POST', body: 'Hello' }

it('sends method, headers and body, and gives status, headers and body', async () => {
  await using server = await serve(async (request, response) => {
    const pieces = await request.toArray()
    response.writeHead(201, {
      'x-saw': `${request.method} ${String(request.headers['x-mine'])}`,
      'set-cookie': ['a=1', 'b=2'],
    })
    response.end(`You said: ${Buffer.concat(pieces).toString()}`)
  })
  const response = await createStreamingFetch()(server.url, { ...post, headers: { 'x-mine': 'yes' } })
  expect(response.status).toBe(201)
  expect(response.headers.get('x-saw')).toBe('POST yes')
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  expect(await response.text()).toBe('You said: Hello')
})

it('gives pieces as they come, and an error where the body is cut', async () => {
  const { promise: read, resolve: onRead } = Promise.withResolvers<void>()
  await using server = await serve(async (_, response) => {
    response.write('first')
    await read
    response.destroy()
  })
  const reader = (await createStreamingFetch()(server.url, post)).body?.getReader()
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('first')
  onRead()
  await expect(reader?.read()).rejects.toThrow()
})

it.each(['headers', 'body'])('an abort while the %s is awaited rejects and closes the connection', async (awaited) => {
  const asked = Promise.withResolvers<void>()
  const closed = Promise.withResolvers<void>()
  await using server = await serve((_, response) => {
    response.on('close', closed.resolve)
    if (awaited === 'body') response.write('first')
    asked.resolve()
  })
  const controller = new AbortController()
  const answer = createStreamingFetch()(server.url, { ...post, signal: controller.signal }).then((it) => it.text())
  await asked.promise
  controller.abort()
  await expect(answer).rejects.toThrow()
  await closed.promise
})

it('rejects where nobody listens', async () => {
  const server = await serve(() => {})
  await server[Symbol.asyncDispose]()
  await expect(createStreamingFetch()(server.url, post)).rejects.toThrow('ECONNREFUSED')
})

it('asks again, once, where an idle connection was closed just as it was used', async () => {
  const sockets: Socket[] = []
  await using server = await serve((request, response) => {
    const isReused = sockets.includes(request.socket)
    sockets.push(request.socket)
    if (isReused) request.socket.destroy()
    else response.end('here')
  })
  const streamingFetch = createStreamingFetch()
  for (let turn = 0; turn < 2; turn++) expect(await (await streamingFetch(server.url, post)).text()).toBe('here')
  expect(sockets).toHaveLength(3)
  expect(new Set(sockets).size).toBe(2)
})

it('follows a redirection', async () => {
  await using server = await serve((request, response) => {
    if (request.url === '/') response.writeHead(308, { location: '/there' })
    response.end('there')
  })
  expect(await (await createStreamingFetch()(server.url, post)).text()).toBe('there')
})
