import { startMockModel } from '@livetype/mock-model/server'
import { makeId, textOf } from '@livetype/protocol'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { png } from '../files/sample-files.fixture.ts'
import { startTestServer, type TestServer } from '../test-support/start-test-server.ts'
import { ask, follow, readReply } from '../test-support/test-client.ts'
import { attach } from '../test-support/upload.ts'

let model: Awaited<ReturnType<typeof startMockModel>>
let server: TestServer
beforeAll(async () => {
  model = await startMockModel()
  server = await startTestServer({ OPENAI_BASE_URL: model.baseUrl, OPENAI_MODELS: 'mock-echo' })
})
afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
  await model?.[Symbol.asyncDispose]()
})

const plain = { hasBranches: false, hasSystemPrompt: false }
const notFound = { data: { failure: { code: 'share-not-found' } } }

async function begin(text: string) {
  const ids = await ask(server.client, text)
  await readReply(server.client, ids.conversationId)
  return ids
}

const share = (conversationId: string, choices: Partial<typeof plain> = {}) =>
  server.client.share.create.mutate({ shareId: makeId(), conversationId, ...plain, ...choices })
const read = (token: string) => server.client.share.get.query({ token })

test('[SHARE1] a link shows one conversation and nothing of its owner, to whoever has its token', async () => {
  const { conversationId, messageId, replyId, runId } = await begin('What is shared')
  await begin('Something else')
  const { token } = await share(conversationId)
  expect(token).toMatch(/^[\w-]{32}$/)
  const shared = await read(token)
  expect(shared.messages.map((message) => [message.role, textOf(message)])).toEqual([
    ['user', 'What is shared'],
    ['assistant', 'You said: What is shared'],
  ])
  const text = JSON.stringify(shared)
  expect(text).not.toContain('Something else')
  for (const id of [conversationId, messageId, replyId, runId]) expect(text).not.toContain(id)
  for (const other of [
    '',
    'x',
    '../',
    `${token}x`,
    token.slice(0, -1),
    token.toLowerCase(),
    makeId(),
    conversationId,
  ]) {
    await expect(read(other), other).rejects.toMatchObject(notFound)
  }
})

test('[SHARE1] what is said later is not shown, until the link is updated; making it again makes one', async () => {
  const { conversationId, replyId } = await begin('At first')
  const command = { shareId: makeId(), conversationId, ...plain }
  const link = await server.client.share.create.mutate(command)
  expect(await server.client.share.create.mutate(command)).toEqual(link)
  const later = { messageId: makeId(), replyId: makeId() }
  await server.client.message.send.mutate({ conversationId, ...later, parentId: replyId, text: 'Said later' })
  await follow(
    server.client,
    { conversation: { id: conversationId } },
    (event) => event.type === 'run-ended' && event.messageId === later.replyId,
  )
  await server.client.conversation.rename.mutate({ conversationId, title: 'Another title' })
  expect(JSON.stringify(await read(link.token))).not.toMatch(/Said later|Another title/)
  const updated = await server.client.share.update.mutate({ shareId: link.id, ...plain })
  expect(updated).toMatchObject({ id: link.id, token: link.token })
  expect(await read(link.token)).toMatchObject({ title: 'Another title', messages: { length: 4 } })
  expect(await server.client.share.list.query({ conversationId })).toEqual([updated])
})

test('[SHARE1] a revoked link is one that never was, and the others stay', async () => {
  const { conversationId } = await begin('To be revoked')
  const [revoked, kept] = [await share(conversationId), await share(conversationId)]
  await server.client.share.revoke.mutate({ shareId: revoked.id })
  await server.client.share.revoke.mutate({ shareId: revoked.id })
  await expect(read(revoked.token)).rejects.toMatchObject(notFound)
  await expect(server.client.share.update.mutate({ shareId: revoked.id, ...plain })).rejects.toMatchObject(notFound)
  expect(await read(kept.token)).toBeDefined()
  expect(await server.client.share.list.query({ conversationId })).toEqual([kept])
})

test('[SHARE1] while a conversation is deleted its links show nothing, and what is not there can’t be shared', async () => {
  const { conversationId } = await begin('To be deleted')
  const { token, id } = await share(conversationId)
  await server.client.conversation.delete.mutate({ conversationId })
  await expect(read(token)).rejects.toMatchObject(notFound)
  const gone = { data: { failure: { code: 'conversation-not-found' } } }
  await expect(server.client.share.update.mutate({ shareId: id, ...plain })).rejects.toMatchObject(gone)
  await expect(share(conversationId)).rejects.toMatchObject(gone)
  await expect(share(makeId())).rejects.toMatchObject(gone)
  await server.client.conversation.restore.mutate({ conversationId })
  expect(await read(token)).toBeDefined()
})

test('[SHARE2] other versions and the system prompt are shown where they were chosen, and only there', async () => {
  const { conversationId, messageId, replyId } = await begin('The first version')
  await server.client.conversation.configure.mutate({
    conversationId,
    configuration: { systemPrompt: 'Be a pirate.', temperature: 1 },
  })
  // By itself it is made of the first message.
  await server.client.conversation.rename.mutate({ conversationId, title: 'A title' })
  const edited = { messageId: makeId(), replyId: makeId() }
  await server.client.message.send.mutate({ conversationId, ...edited, parentId: null, text: 'The second version' })
  await follow(
    server.client,
    { conversation: { id: conversationId } },
    (event) => event.type === 'run-ended' && event.messageId === edited.replyId,
  )
  const little = await read((await share(conversationId)).token)
  expect(JSON.stringify(little)).not.toMatch(/first version|pirate|temperature/)
  expect(little.messages).toHaveLength(2)
  const all = await read((await share(conversationId, { hasBranches: true, hasSystemPrompt: true })).token)
  expect(all.systemPrompt).toBe('Be a pirate.')
  expect(all.messages.map((message) => [message.parentId, textOf(message)])).toEqual([
    [null, 'The first version'],
    ['message-0', 'You said: The first version'],
    [null, 'The second version'],
    ['message-2', 'You said: The second version'],
  ])
  expect(all.path).toEqual(['message-2', 'message-3'])
  expect(JSON.stringify(all)).not.toMatch(new RegExp([messageId, replyId, 'temperature'].join('|')))
})

test('[SHARE3] attached files are there under the link alone, harmless, and go with it', async () => {
  const image = await attach(server.url, 'photo.png', png(4, 3))
  const other = await attach(server.url, 'other.png', png(5, 3))
  const ids = { conversationId: makeId(), messageId: makeId(), replyId: makeId() }
  const attachmentIds = [image.fileId]
  await server.client.message.send.mutate({ ...ids, parentId: null, text: 'Look', attachmentIds })
  await readReply(server.client, ids.conversationId)
  const { token, id } = await share(ids.conversationId)
  const shared = await read(token)
  expect(shared.messages[0]?.parts[0]).toEqual({ ...image, fileId: 'file-0000' })
  const file = (path: string) => fetch(`${server.url}/s/${path}`)
  const found = await file(`${token}/files/file-0000`)
  expect(new Uint8Array(await found.arrayBuffer())).toEqual(new Uint8Array(png(4, 3)))
  expect(found.headers.get('content-type')).toBe('image/png')
  expect(found.headers.get('content-security-policy')).toContain('sandbox')
  expect(found.headers.get('cache-control')).toBe('no-store')
  expect(found.headers.get('x-robots-tag')).toContain('noindex')
  for (const path of [`${token}/files/file-0001`, `${token}/files/${image.fileId}`, `${token}/files/${other.fileId}`]) {
    expect((await file(path)).status, path).toBe(404)
  }
  await server.client.share.revoke.mutate({ shareId: id })
  expect((await file(`${token}/files/file-0000`)).status).toBe(404)
})

test('[SHARE1] links are told to the owner’s other tabs, and no log of the server has a token', async () => {
  const written: string[] = []
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written.push(String(chunk))
    return true
  })
  try {
    const { conversationId } = await begin('Told to other tabs')
    const { token, id } = await share(conversationId)
    await server.client.share.revoke.mutate({ shareId: id })
    await expect(read(token)).rejects.toMatchObject(notFound)
    await fetch(`${server.url}/s/${token}/files/file-0000`)
    const { events } = await follow(
      server.client,
      {},
      (event) => event.type === 'share-revoked' && event.shareId === id,
    )
    expect(events).toContainEqual(expect.objectContaining({ type: 'share-saved' }))
    expect(written.join('')).not.toContain(token)
  } finally {
    write.mockRestore()
  }
})
