import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AssistantMessage, textOf } from '@livetype/protocol'
import { startNetwork } from '@livetype/test-network'
import { EventSource } from 'eventsource'
import { describe, expect, it, vi } from 'vitest'
import type { ChatStore } from '../chat-store/chat-store.ts'
import { createChatStore } from '../chat-store/create-chat-store.ts'
import type { Frames } from '../frames.ts'
import type { Observable } from '../observable.ts'
import type { TransportSetting } from '../transport/stream-link.ts'
import { createChatApi } from '../trpc-client/create-chat-api.ts'
import { createTrpcClient } from '../trpc-client/create-trpc-client.ts'
import { createNodeClient } from './create-node-client.ts'
import { startBufferingProxy } from './test-support/buffering-proxy.ts'
import { spawnServer } from './test-support/spawn-server.ts'

const timerFrames: Frames = {
  request(callback) {
    const timer = setTimeout(() => callback(performance.now()), 4)
    return () => clearTimeout(timer)
  },
  isVisible: () => true,
}

function makeDataDir(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'livetype-client-'))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}

function openStore(baseUrl: string, transport: TransportSetting = 'auto'): Disposable & { readonly store: ChatStore } {
  const api = createChatApi(createNodeClient({ baseUrl, transport }))
  const store = createChatStore({ api, frames: timerFrames })
  return { store, [Symbol.dispose]: () => store.dispose() }
}

/** Resolves with the first value that is as wanted. */
function until<Value>(observable: Observable<Value>, isWanted: (value: Value) => boolean): Promise<Value> {
  return new Promise((resolve) => {
    const check = () => {
      const value = observable.get()
      if (!isWanted(value)) return
      end()
      resolve(value)
    }
    const end = observable.subscribe(check)
    check()
  })
}

function ask(store: ChatStore, text: string) {
  const sent = store.send({ text, modelId: 'demo' })
  store.open(sent.conversationId)
  return { ...sent, reply: store.message(sent.conversationId, sent.replyId) }
}

const textIn = (view: ReturnType<ReturnType<ChatStore['message']>['get']>) => (view ? textOf(view.message) : '')

async function ended(store: ChatStore, sent: { conversationId: string; replyId: string }): Promise<AssistantMessage> {
  const view = await until(
    store.message(sent.conversationId, sent.replyId),
    (seen) => seen?.message.role === 'assistant' && seen.message.reply.status !== 'running',
  )
  if (view?.message.role !== 'assistant') throw new Error('not a reply')
  return view.message
}

describe.each(['sse', 'websocket'] as const)('the store over %s, with a real server', (transport) => {
  // Processes are started, and the machine may be busy.
  vi.setConfig({ testTimeout: 120_000 })

  it('types a reply, and shows what the server has', async () => {
    using dataDir = makeDataDir()
    await using server = await spawnServer(dataDir.path)
    const baseUrl = `http://127.0.0.1:${server.port}`
    using opened = openStore(baseUrl, transport)
    const { store } = opened
    const sent = ask(store, '/long 60')
    const reply = await ended(store, sent)
    expect(reply.reply.status).toBe('completed')
    const snapshot = await createNodeClient({ baseUrl }).conversation.get.query(sent)
    expect(snapshot.messages.map(textOf)).toEqual(['/long 60', textOf(reply)])
    expect(textOf(reply).length).toBeGreaterThan(100)
    const list = await until(store.list, (view) => view.status === 'ready' && view.conversations.length === 1)
    expect(list.status === 'ready' && list.conversations[0]?.id).toBe(sent.conversationId)
  })

  it('says in the server’s own words what went wrong', async () => {
    using dataDir = makeDataDir()
    await using server = await spawnServer(dataDir.path)
    using opened = openStore(`http://127.0.0.1:${server.port}`, transport)
    const { store } = opened
    store.open('nobodys-conversation')
    await until(store.conversation('nobodys-conversation'), (view) => view.status === 'not-found')
    await expect(store.rename('nobodys-conversation', 'title')).rejects.toMatchObject({
      name: 'ChatError',
      code: 'conversation-not-found',
      isRetryable: false,
    })
  })

  it('[SUB1] goes on typing after cuts and a proxy’s 502, without loss or repeat', async () => {
    using dataDir = makeDataDir()
    await using server = await spawnServer(dataDir.path)
    await using network = await startNetwork(`http://127.0.0.1:${server.port}`)
    using opened = openStore(network.url, transport)
    const { store } = opened
    const { reply, ...sent } = ask(store, '/long 500')
    await until(reply, (view) => textIn(view).length > 100)
    network.mode = 'bad-gateway'
    network.cut()
    await until(store.connection, (connection) => connection === 'reconnecting')
    network.mode = 'through'
    await until(store.connection, (connection) => connection === 'live')
    network.cut()
    const message = await ended(store, sent)
    expect(message.reply.status).toBe('completed')
    const client = createNodeClient({ baseUrl: `http://127.0.0.1:${server.port}` })
    const snapshot = await client.conversation.get.query(sent)
    expect(textOf(message)).toBe(snapshot.messages.map(textOf).at(-1))
  })

  it('[RUN5] keeps every token that was shown when the server is killed and comes back', async () => {
    using dataDir = makeDataDir()
    await using first = await spawnServer(dataDir.path)
    using opened = openStore(`http://127.0.0.1:${first.port}`, transport)
    const { store } = opened
    const { reply, ...sent } = ask(store, '/long 3000')
    await until(reply, (view) => textIn(view).length > 200)
    await first.kill()
    const shown = textIn(reply.get())
    await until(store.connection, (connection) => connection === 'reconnecting')
    await using _second = await spawnServer(dataDir.path, first.port)
    const message = await ended(store, sent)
    expect(message.reply.status).toBe('interrupted')
    expect(textOf(message).startsWith(shown)).toBe(true)
    await until(store.connection, (connection) => connection === 'live')
  })

  it('[SUB7] comes back by itself when the server is restarted, and goes on', async () => {
    using dataDir = makeDataDir()
    await using first = await spawnServer(dataDir.path)
    using opened = openStore(`http://127.0.0.1:${first.port}`, transport)
    const { store } = opened
    const { reply, ...sent } = ask(store, '/long 3000')
    await until(reply, (view) => textIn(view).length > 200)
    expect(await first.shutDown()).toBe(0)
    await until(store.connection, (connection) => connection === 'reconnecting')
    await using _second = await spawnServer(dataDir.path, first.port)
    const shown = textIn(reply.get())
    const message = await ended(store, sent)
    expect(message.reply.status).toBe('interrupted')
    expect(textOf(message).startsWith(shown)).toBe(true)
    await until(store.connection, (connection) => connection === 'live')
    expect((await ended(store, ask(store, '/long 20'))).reply.status).toBe('completed')
  })
})

describe('[SUB8] the store over the transport that comes through', { timeout: 120_000 }, () => {
  it('types over a WebSocket behind a proxy that holds event streams back', async () => {
    using dataDir = makeDataDir()
    await using server = await spawnServer(dataDir.path)
    await using proxy = await startBufferingProxy(server.port)
    using opened = openStore(proxy.url)
    const { store } = opened
    await until(store.connection, (connection) => connection === 'live')
    expect(proxy).toMatchObject({ heldCount: 0, upgradeCount: 1 })
    const sent = ask(store, '/long 60')
    expect((await ended(store, sent)).reply.status).toBe('completed')
    expect(proxy.heldCount).toBe(0)
  })

  it('types over server-sent events where no WebSocket comes through', async () => {
    using dataDir = makeDataDir()
    await using server = await spawnServer(dataDir.path)
    await using proxy = await startBufferingProxy(server.port, { buffers: false, refusesUpgrades: true })
    // As a tab does that has no slot.
    const client = createTrpcClient({
      baseUrl: proxy.url,
      slots: { take: async () => undefined },
      eventSource: EventSource,
    })
    const store = createChatStore({ api: createChatApi(client), frames: timerFrames })
    await until(store.connection, (connection) => connection === 'live')
    expect((await ended(store, ask(store, '/long 60'))).reply.status).toBe('completed')
    store.dispose()
  })

  it('keeps to the one that is set', async () => {
    using dataDir = makeDataDir()
    await using server = await spawnServer(dataDir.path)
    await using proxy = await startBufferingProxy(server.port, { refusesUpgrades: true })
    for (const transport of ['sse', 'websocket'] as const) {
      using opened = openStore(proxy.url, transport)
      await until(opened.store.connection, (connection) => connection === 'reconnecting')
    }
    expect(proxy.upgradeCount).toBe(0)
  })
})
