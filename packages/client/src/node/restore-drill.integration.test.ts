import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Message, textOf } from '@livetype/protocol'
import { expect, it, onTestFinished } from 'vitest'
import type { ChatStore } from '../chat-store/chat-store.ts'
import { createChatStore } from '../chat-store/create-chat-store.ts'
import type { Frames } from '../frames.ts'
import type { Observable } from '../observable.ts'
import { createChatApi } from '../trpc-client/create-chat-api.ts'
import { createNodeClient } from './create-node-client.ts'
import { spawnServer } from './test-support/spawn-server.ts'

const timerFrames: Frames = {
  request(callback) {
    const timer = setTimeout(() => callback(performance.now()), 4)
    return () => clearTimeout(timer)
  },
  isVisible: () => true,
}

function makeDataDir(): string {
  const path = mkdtempSync(join(tmpdir(), 'livetype-drill-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** Runs a command of the API as a person does, and returns what it prints. */
async function run(command: 'backup' | 'restore', dataDir: string, ...args: string[]): Promise<string> {
  const api = dirname(createRequire(import.meta.url).resolve('@livetype/api/router'))
  const child = spawn(process.execPath, [join(api, 'commands', `${command}.ts`), ...args], {
    env: { PATH: process.env.PATH, LIVETYPE_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${command} ended with ${code}:\n${output}`)
  return output
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

const isEnded = (message: Message) => message.role !== 'assistant' || message.reply.status !== 'running'
type Sent = { conversationId: string; replyId: string }
const textIn = (store: ChatStore, { conversationId, replyId }: Sent) => {
  const view = store.message(conversationId, replyId).get()
  return view ? textOf(view.message) : ''
}
const untilEnded = (store: ChatStore, { conversationId, replyId }: Sent) =>
  until(store.message(conversationId, replyId), (view) => view?.message.role === 'assistant' && isEnded(view.message))

/** All conversations of a server with all their messages, without the times that a recovery puts in. */
async function everythingOf(baseUrl: string) {
  const client = createNodeClient({ baseUrl })
  const { conversations } = await client.conversation.list.query()
  const byId = conversations.toSorted((a, b) => a.id.localeCompare(b.id))
  return Promise.all(
    byId.map(async ({ id, title }) => {
      const { messages } = await client.conversation.get.query({ conversationId: id })
      return {
        id,
        title,
        messages: messages.map((message) => ({
          id: message.id,
          text: textOf(message),
          status: message.role === 'assistant' ? message.reply.status : null,
        })),
      }
    }),
  )
}

it.each(['stopped', 'still running'] as const)(
  '[BACKUP2] a drill: a backup is taken in mid-stream and restored, the server %s',
  { timeout: 120_000 },
  async (state) => {
    const dataDir = makeDataDir()
    await using first = await spawnServer(dataDir)
    const baseUrl = `http://127.0.0.1:${first.port}`
    const store = createChatStore({ api: createChatApi(createNodeClient({ baseUrl })), frames: timerFrames })
    onTestFinished(() => store.dispose())

    const finished = store.send({ text: '/long 40', modelId: 'demo' })
    store.open(finished.conversationId)
    await untilEnded(store, finished)
    const streaming = store.send({ text: '/long 3000', modelId: 'demo' })
    store.open(streaming.conversationId)
    await until(store.message(streaming.conversationId, streaming.replyId), (view) =>
      Boolean(view && textOf(view.message).length > 200),
    )
    const shownBefore = textIn(store, streaming)

    const [backup = ''] = (await run('backup', dataDir)).split('\n')

    const lengthAtBackup = textIn(store, streaming).length
    const later = store.send({ text: '/long 40', modelId: 'demo' })
    store.open(later.conversationId)
    await untilEnded(store, later)
    store.open(streaming.conversationId)
    await store.rename(finished.conversationId, 'Renamed after the backup')
    await until(store.message(streaming.conversationId, streaming.replyId), (view) =>
      Boolean(view && textOf(view.message).length > lengthAtBackup + 100),
    )
    const shownAfter = textIn(store, streaming)

    if (state === 'stopped') await first.kill()
    await run('restore', dataDir, backup)
    await using _second = await spawnServer(dataDir, first.port)

    // What the backup has, told by a server of its own on nothing but that file.
    const beside = join(makeDataDir(), 'beside')
    mkdirSync(beside)
    copyFileSync(backup, join(beside, 'livetype.db'))
    await using witness = await spawnServer(beside)
    const expected = await everythingOf(`http://127.0.0.1:${witness.port}`)
    expect(await everythingOf(baseUrl)).toEqual(expected)
    expect(expected.map(({ id }) => id).toSorted()).toEqual(
      [finished.conversationId, streaming.conversationId].toSorted(),
    )
    const cut = expected.find(({ id }) => id === streaming.conversationId)?.messages[1] ?? expect.fail('it is there')
    expect(cut.status).toBe('interrupted')
    expect(cut.text.startsWith(shownBefore)).toBe(true)
    expect(shownAfter.startsWith(cut.text)).toBe(true)
    expect(shownAfter.length).toBeGreaterThan(cut.text.length)

    // The store was there all the time: it ends with what the server has.
    await until(store.list, (view) => view.status === 'ready' && view.conversations.length === 2)
    await until(store.message(streaming.conversationId, streaming.replyId), (view) =>
      Boolean(view && isEnded(view.message) && textOf(view.message) === cut.text),
    )
    store.open(later.conversationId)
    await until(store.conversation(later.conversationId), (view) => view.status === 'not-found')
    store.open(finished.conversationId)
    await until(
      store.conversation(finished.conversationId),
      (view) => view.status === 'ready' && view.conversation?.title !== 'Renamed after the backup',
    )

    const sent = store.send({ conversationId: finished.conversationId, text: '/long 20', modelId: 'demo' })
    const reply = await untilEnded(store, sent)
    expect(reply?.message).toMatchObject({ reply: { status: 'completed' } })
    const now = await everythingOf(baseUrl)
    const stored = now.find(({ id }) => id === finished.conversationId)?.messages.at(-1)
    expect(stored).toEqual({ id: sent.replyId, text: textIn(store, sent), status: 'completed' })
  },
)
