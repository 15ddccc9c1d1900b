import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { textOf } from '@livetype/protocol'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../ask/answer.ts'
import { createLivetype } from './create-livetype.ts'
import { startBufferingProxy } from './test-support/buffering-proxy.ts'
import { startFlakyProxy } from './test-support/flaky-proxy.ts'
import { spawnServer } from './test-support/spawn-server.ts'

function makeDataDir(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'livetype-service-'))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}

const baseUrlOf = ({ port }: { readonly port: number }) => `http://127.0.0.1:${port}`

/** What the server has stored of a message of a conversation, by default the last. */
async function storedReply(baseUrl: string, { conversationId }: Answer, index = -1) {
  const { messages } = await createLivetype({ baseUrl }).client.conversation.get.query({ conversationId })
  const reply = messages.at(index)
  if (reply?.role !== 'assistant') throw new Error('not a reply')
  return { text: textOf(reply), status: reply.reply.status, messageCount: messages.length }
}

/** Reads to the end, holding every delta to begin where the one before ended; `onText` hears the text so far. */
async function readText(answer: Answer, onText: (text: string) => void | Promise<void> = () => undefined) {
  let text = ''
  for await (const event of answer) {
    if (event.type === 'run-ended') return { text, status: event.status }
    if (event.type !== 'text-delta') continue
    expect(event.offset).toBe(text.length)
    text += event.text
    await onText(text)
  }
  throw new Error('the reply had no end')
}

/** Calls each of these once, in order, when the text has got so long. */
function atLengths(steps: readonly [length: number, act: () => void | Promise<void>][]) {
  const waiting = [...steps]
  return async (text: string) => {
    const [next] = waiting
    if (!next || text.length < next[0]) return
    waiting.shift()
    await next[1]()
  }
}

describe('a service and a real server', { timeout: 120_000 }, () => {
  it('asks, reads and goes on in the conversation', async () => {
    using dataDir = makeDataDir()
    await using server = await spawnServer(dataDir.path)
    const baseUrl = baseUrlOf(server)
    const { ask } = createLivetype({ baseUrl })
    const first = ask({ text: '/long 60', model: 'demo' })
    const { text, status } = await readText(first)
    expect(status).toBe('completed')
    expect(text).toBe(await first.text())
    expect(await storedReply(baseUrl, first)).toEqual({ text, status, messageCount: 2 })
    const second = ask({ text: '/long 20', conversationId: first.conversationId })
    expect(await second.text()).toBe((await storedReply(baseUrl, second)).text)
    expect((await storedReply(baseUrl, second)).messageCount).toBe(4)
  })

  it('[ASK1] [SUB1] reads a reply whole over cuts and a proxy’s 502', async () => {
    using dataDir = makeDataDir()
    await using server = await spawnServer(dataDir.path)
    await using proxy = await startFlakyProxy(server.port)
    const { ask } = createLivetype({ baseUrl: proxy.url })
    const answer = ask({ text: '/long 500' })
    const badGateway = async () => {
      proxy.mode = 'bad-gateway'
      proxy.cut()
      await proxy.refusals(2)
      proxy.mode = 'through'
    }
    const read = await readText(
      answer,
      atLengths([
        [100, () => proxy.cut()],
        [400, badGateway],
        [900, () => proxy.cut()],
      ]),
    )
    expect(await storedReply(baseUrlOf(server), answer)).toEqual({ ...read, messageCount: 2 })
    expect(read.status).toBe('completed')
  })

  it('[ASK1] [RUN1] asks once although the server can’t be reached at first', async () => {
    using dataDir = makeDataDir()
    await using server = await spawnServer(dataDir.path)
    await using proxy = await startFlakyProxy(server.port)
    proxy.mode = 'bad-gateway'
    const answer = createLivetype({ baseUrl: proxy.url }).ask({ text: '/long 20' })
    await proxy.refusals(2)
    proxy.mode = 'through'
    const read = await readText(answer)
    expect(await storedReply(baseUrlOf(server), answer)).toEqual({ ...read, messageCount: 2 })
  })

  it('[ASK1] [RUN5] says that a reply was interrupted, with all that was stored, when the server was killed', async () => {
    using dataDir = makeDataDir()
    await using first = await spawnServer(dataDir.path)
    const answer = createLivetype({ baseUrl: baseUrlOf(first) }).ask({ text: '/long 3000' })
    let restarting: ReturnType<typeof spawnServer> | undefined
    const restart = async () => {
      await first.kill()
      restarting = spawnServer(dataDir.path, first.port)
    }
    const read = await readText(answer, atLengths([[200, restart]]))
    await using second = await restarting
    expect(read.status).toBe('interrupted')
    expect(await storedReply(baseUrlOf(first), answer)).toEqual({ ...read, messageCount: 2 })
    await expect(answer.text()).rejects.toMatchObject({ status: 'interrupted', text: read.text })
    expect(second?.port).toBe(first.port)
  })

  it('[ASK2] [RUN4] stops the model when the loop is left, and when the signal aborts', async () => {
    using dataDir = makeDataDir()
    await using server = await spawnServer(dataDir.path)
    const baseUrl = baseUrlOf(server)
    const { ask } = createLivetype({ baseUrl })
    const left = ask({ text: '/long 3000' })
    for await (const event of left) if (event.type === 'text-delta') break
    const controller = new AbortController()
    const aborted = ask({ text: '/long 3000', signal: controller.signal })
    const reading = readText(aborted, () => controller.abort('enough'))
    await expect(reading).rejects.toBe('enough')
    // The next question to a conversation waits until the stop of the reply before is done.
    for (const { conversationId } of [left, aborted]) {
      const next = ask({ text: '/long 5', conversationId })
      await next.text()
      expect((await storedReply(baseUrl, next, 1)).status).toBe('stopped')
    }
  })

  it('sends the key with every request, the stream’s included, and never in an address', async () => {
    using dataDir = makeDataDir()
    await using server = await spawnServer(dataDir.path)
    const requests: Request[] = []
    const { ask, client } = createLivetype({
      baseUrl: baseUrlOf(server),
      apiKey: 'a-secret-key',
      fetch: (input, init) => {
        requests.push(new Request(input, init))
        return fetch(input, init)
      },
    })
    await ask({ text: '/long 10' }).text()
    await client.conversation.list.query()
    expect(requests.map(({ url }) => new URL(url).pathname)).toEqual(
      expect.arrayContaining(['/trpc/message.send', '/trpc/chat.stream', '/trpc/conversation.list']),
    )
    for (const { headers, url } of requests) {
      expect(headers.get('authorization')).toBe('Bearer a-secret-key')
      expect(url).not.toContain('secret')
    }
  })

  it('sends the key with a WebSocket too, where event streams don’t come through', async () => {
    using dataDir = makeDataDir()
    await using server = await spawnServer(dataDir.path)
    await using proxy = await startBufferingProxy(server.port)
    const { ask } = createLivetype({ baseUrl: proxy.url, apiKey: 'a-secret-key' })
    await ask({ text: '/long 10' }).text()
    expect(proxy.upgradeKeys).toEqual(['Bearer a-secret-key'])
  })

  it('answers a hundred questions at once over a few streams', async () => {
    using dataDir = makeDataDir()
    await using server = await spawnServer(dataDir.path)
    let open = 0
    let mostOpen = 0
    const { ask } = createLivetype({
      baseUrl: baseUrlOf(server),
      maxOpenReplies: 8,
      fetch: async (input, init) => {
        if (!new Request(input).url.includes('chat.stream')) return fetch(input, init)
        open += 1
        mostOpen = Math.max(mostOpen, open)
        init?.signal?.addEventListener('abort', () => {
          open -= 1
        })
        return fetch(input, init)
      },
    })
    const texts = await Promise.all(Array.from({ length: 100 }, () => ask({ text: '/long 10' }).text()))
    expect(new Set(texts).size).toBe(1)
    expect(mostOpen).toBeLessThanOrEqual(8)
    expect(open).toBe(0)
  })
})

describe('the options of a service', () => {
  it.each([
    ['an address that is none', { baseUrl: '127.0.0.1:3000' }, 'baseUrl'],
    ['a key in the address', { baseUrl: 'http://user:key@127.0.0.1' }, 'apiKey'],
    ['a key with the end of its line', { baseUrl: 'http://127.0.0.1', apiKey: 'key\n' }, 'apiKey'],
    ['no place for a reply', { baseUrl: 'http://127.0.0.1', maxOpenReplies: 0 }, 'maxOpenReplies'],
    ['a patience that is no number', { baseUrl: 'http://127.0.0.1', patienceMs: Number.NaN }, 'patienceMs'],
  ])('are refused with %s', (_what, options, named) => {
    expect(() => createLivetype(options)).toThrow(expect.objectContaining({ code: 'invalid-input' }))
    expect(() => createLivetype(options)).toThrow(named)
  })
})
