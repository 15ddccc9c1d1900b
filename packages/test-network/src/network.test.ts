import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, it } from 'vitest'
import { startNetwork } from './network.ts'

const body = 'x'.repeat(1_000)

async function startServer(): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer((request, response) => {
    if (request.url === '/open') response.write(body)
    else response.end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** What arrives on a connection until it ends, as text. */
async function rawAnswer(url: string): Promise<string> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.write('GET / HTTP/1.1\r\nConnection: close\r\nHost: localhost\r\n\r\n')
  let text = ''
  socket.setEncoding('utf8')
  for await (const piece of socket) text += String(piece)
  return text
}

it('carries requests and answers to a server that may change', async () => {
  await using first = await startServer()
  await using network = await startNetwork(undefined)
  await expect(fetch(network.url)).rejects.toThrow()
  network.target = first.url
  expect(await (await fetch(network.url)).text()).toBe(body)
})

it('ends an answer after exactly as many bytes as it is told', async () => {
  await using server = await startServer()
  const lines: string[] = []
  let cutAfter = 0
  await using network = await startNetwork(server.url, {
    cutAnswerAfter(line) {
      lines.push(line)
      return cutAfter
    },
  })
  const whole = await rawAnswer(server.url)
  for (cutAfter of [0, 1, 17, whole.length - 1]) expect(await rawAnswer(network.url)).toHaveLength(cutAfter)
  expect(lines[0]).toBe('GET / HTTP/1.1')
})

it('cuts what is open, refuses and answers as a proxy without its server', async () => {
  await using server = await startServer()
  await using network = await startNetwork(server.url)
  const open = await fetch(`${network.url}/open`)
  network.cut()
  await expect(open.text()).rejects.toThrow()
  network.mode = 'bad-gateway'
  expect((await fetch(network.url)).status).toBe(502)
  network.mode = 'refuse'
  await expect(fetch(network.url)).rejects.toThrow()
})

it('holds everything back while it is paused, and loses nothing', async () => {
  await using server = await startServer()
  await using network = await startNetwork(server.url)
  const open = await fetch(`${network.url}/open`)
  const reader = open.body?.getReader()
  network.pause()
  const read = reader?.read()
  network.resume()
  expect((await read)?.value?.length).toBeGreaterThan(0)
})

it('forgets connections so that only who sends on them can tell', async () => {
  await using server = await startServer()
  await using network = await startNetwork(server.url)
  const { hostname, port } = new URL(network.url)
  const socket = connect(Number(port), hostname)
  socket.write('GET /open HTTP/1.1\r\nHost: localhost\r\n\r\n')
  await once(socket, 'data')
  let isClosed = false
  socket.once('close', () => {
    isClosed = true
  })
  network.forget()
  expect((await fetch(network.url)).status).toBe(200)
  expect(isClosed).toBe(false)
  socket.write('anybody there?')
  const [error] = await once(socket, 'error')
  expect(error.code).toBe('ECONNRESET')
})

it('acts once a text has been passed on, and only the first time', async () => {
  await using server = await startServer()
  await using network = await startNetwork(server.url)
  let count = 0
  network.onceAnswered('xxx', () => {
    count += 1
    network.cut()
  })
  await expect((await fetch(`${network.url}/open`)).text()).rejects.toThrow()
  expect(await (await fetch(network.url)).text()).toBe(body)
  expect(count).toBe(1)
})
