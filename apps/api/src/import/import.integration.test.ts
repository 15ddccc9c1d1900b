import { readFileSync } from 'node:fs'
import {
  type ExportedConversation,
  type ExportedMessage,
  exportedConversationSchema,
  exportFormat,
  exportVersion,
  type ImportReport,
  importMessageSchema,
  makeId,
} from '@livetype/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../test-support/start-test-server.ts'
import { ask, follow, readReply } from '../test-support/test-client.ts'

async function importText(
  { url }: Pick<TestServer, 'url'>,
  body: string | Uint8Array<ArrayBuffer>,
): Promise<ImportReport> {
  const headers = { 'content-type': 'application/x-livetype-import' }
  const response = await fetch(`${url}/import`, { method: 'POST', headers, body })
  const lines = (await response.text()).trim().split('\n')
  const last = importMessageSchema.parse(JSON.parse(lines.at(-1) ?? ''))
  if (last.type !== 'report') throw new Error('an import ends with its report')
  return last.report
}

async function exportText({ url }: Pick<TestServer, 'url'>, query = 'format=json'): Promise<string> {
  const response = await fetch(`${url}/export?${query}`)
  expect(response.status).toBe(200)
  return response.text()
}

const fileOf = (conversations: readonly ExportedConversation[]) =>
  `{"format":"${exportFormat}","version":${exportVersion},"conversations":[${conversations
    .map((conversation) => `\n${JSON.stringify(exportedConversationSchema.parse(conversation))}`)
    .join(',')}\n]}\n`

const time = fc.integer({ min: 1_600_000_000_000, max: 1_800_000_000_000 })
const text = fc.oneof(fc.string(), fc.constantFrom('```\ncode', '', '👩‍🚀 עברית', '"\\\u2028', 'x'.repeat(5_000)))
const part = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text, startedAt: time }, { requiredKeys: ['type', 'text'] }),
  fc.record(
    { type: fc.constant('reasoning' as const), text, startedAt: time, durationMs: fc.nat() },
    { requiredKeys: ['type', 'text'] },
  ),
)
const ended = fc.record(
  {
    status: fc.constantFrom('completed' as const, 'stopped' as const, 'failed' as const, 'interrupted' as const),
    startedAt: time,
    endedAt: time,
    failure: fc.constant({ code: 'model-truncated' as const, message: 'It ended early.', isRetryable: true }),
    usage: fc.record({ inputTokens: fc.nat(), outputTokens: fc.nat() }),
    firstTokenMs: fc.nat(),
  },
  { requiredKeys: ['status', 'startedAt', 'endedAt'] },
)
const feedback = fc.record(
  { rating: fc.constantFrom('up' as const, 'down' as const), comment: fc.string({ minLength: 1, maxLength: 20 }) },
  { requiredKeys: ['rating'] },
)

const filing = fc.record(
  {
    isPinned: fc.constant(true as const),
    isArchived: fc.constant(true as const),
    tags: fc.constant<string[]>(['a tag', 'work']),
    configuration: fc.record(
      { systemPrompt: fc.constant('Be brief.'), temperature: fc.constantFrom(0, 0.1, 1.5) },
      { requiredKeys: ['temperature'] },
    ),
  },
  { requiredKeys: [] },
)

/** What one message of a random tree is made of; `after` chooses what it follows. */
const seed = fc.record({
  after: fc.nat(),
  isReply: fc.boolean(),
  createdAt: time,
  parts: fc.array(part, { maxLength: 3 }),
  ends: fc.array(ended, { minLength: 1, maxLength: 3 }),
  waits: fc.boolean(),
  cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 9, maxLength: 9 }),
  feedback: fc.option(feedback),
  isChosen: fc.boolean(),
})

const conversation = fc
  .record({
    filing,
    title: fc.string({ maxLength: 50 }),
    times: fc.tuple(time, time),
    seeds: fc.array(seed, { maxLength: 14 }),
  })
  .map(({ filing, title, times: [createdAt, updatedAt], seeds }): ExportedConversation => {
    const messages: ExportedMessage[] = []
    for (const one of seeds) messages.push(grow(one, messages))
    const last = new Map(messages.map(({ id, parentId }) => [parentId, id]))
    const chosen = new Map<string | null, string>()
    for (const [index, { id, parentId }] of messages.entries()) {
      if (seeds[index]?.isChosen && last.get(parentId) !== id) chosen.set(parentId, id)
    }
    const chosenIds = messages.filter(({ id, parentId }) => chosen.get(parentId) === id).map(({ id }) => id)
    return { id: makeId(), title, titleOrigin: 'user', createdAt, updatedAt, ...filing, messages, chosenIds }
  })

type Seed = typeof seed extends fc.Arbitrary<infer Value> ? Value : never

function grow(one: Seed, before: readonly ExportedMessage[]): ExportedMessage {
  const questions = before.filter((message) => message.role === 'user')
  const { createdAt } = one
  const question = questions[one.after % Math.max(1, questions.length)]
  if (!one.isReply || !question) {
    const parentId = before[one.after % (before.length + 1)]?.id ?? null
    return { id: makeId(), parentId, parts: one.parts.filter((each) => each.type === 'text'), createdAt, role: 'user' }
  }
  const identity = { modelId: 'model-a', modelName: 'Model A' }
  const [first, ...others] = one.ends
  const ends = first && !one.waits ? [{ ...first, startedAt: createdAt }, ...others] : one.ends
  let lengths = one.parts.map((each) => each.text.length)
  let count = one.parts.length
  const earlierRuns = ends
    .slice(0, -1)
    .map((reply, index) => {
      count = Math.floor(count * (one.cuts[index] ?? 1))
      lengths = lengths.slice(0, count).map((length, at) => Math.floor(length * (one.cuts[3 + index + at] ?? 1)))
      return { runId: makeId(), ...identity, reply, partLengths: lengths }
    })
    .reverse()
  const reply = ends.at(-1)
  if (!reply) throw new Error('a reply has a run')
  return {
    id: makeId(),
    parentId: question.id,
    parts: one.parts,
    createdAt,
    role: 'assistant',
    runId: makeId(),
    ...identity,
    reply,
    ...(earlierRuns.length > 0 && { earlierRuns: withBeginning(earlierRuns, { createdAt, waits: one.waits }) }),
    ...(one.feedback && { feedback: one.feedback }),
  }
}

function withBeginning<Run extends { reply: { startedAt: number } }>(
  runs: Run[],
  { createdAt, waits }: { createdAt: number; waits: boolean },
): Run[] {
  return runs.map((run, index) =>
    index === 0 && !waits ? { ...run, reply: { ...run.reply, startedAt: createdAt } } : run,
  )
}

test('[DATA1] any conversations, exported, imported and exported again, are the same byte for byte', async () => {
  await using server = await startTestServer()
  await using other = await startTestServer()
  await fc.assert(
    fc.asyncProperty(fc.array(conversation, { minLength: 1, maxLength: 3 }), async (conversations) => {
      const report = await importText(server, fileOf(conversations))
      expect(report).toMatchObject({ imported: conversations.length, refused: 0 })
      for (const one of conversations) {
        const exported = await exportText(server, `format=json&conversation=${one.id}`)
        expect(exported).toBe(fileOf([one]))
        await importText(other, exported)
        expect(await exportText(other, `format=json&conversation=${one.id}`)).toBe(exported)
      }
    }),
    { numRuns: 30 },
  )
  const all = await exportText(server)
  await using third = await startTestServer()
  await importText(third, all)
  expect(await exportText(third)).toBe(all)
})

test('[DATA1] replies that were made together stay so, compared or one of them chosen', async () => {
  await using server = await startTestServer()
  const sources = [undefined, 0, 1, 2].map((chosen): ExportedConversation => {
    const [question, ...replies] = [makeId(), makeId(), makeId(), makeId()]
    const reply = (id: string): ExportedMessage => ({
      id,
      parentId: question,
      createdAt: 1,
      role: 'assistant',
      parts: [{ type: 'text', text: id }],
      runId: makeId(),
      modelId: 'model-a',
      modelName: 'Model A',
      reply: { status: 'completed', startedAt: 1, endedAt: 2 },
      ...(replies[0] && { groupId: replies[0] }),
    })
    return {
      id: makeId(),
      title: 'Compared',
      titleOrigin: 'user',
      createdAt: 1,
      updatedAt: 2,
      messages: [{ id: question, parentId: null, createdAt: 1, role: 'user', parts: [] }, ...replies.map(reply)],
      chosenIds: replies.filter((_, index) => index === chosen),
    }
  })
  for (const source of sources) {
    await importText(server, fileOf([source]))
    expect(await exportText(server, `format=json&conversation=${source.id}`)).toBe(fileOf([source]))
  }
})

test('[DATA1] what was really said, stopped, versioned and rated survives a move to another server', async () => {
  await using server = await startTestServer()
  const { client } = server
  const first = await ask(client, 'Hello')
  await readReply(client, first.conversationId)
  const replyId = makeId()
  await client.run.regenerate.mutate({ ...first, messageId: first.replyId, replyId })
  await follow(
    client,
    { conversation: { id: first.conversationId } },
    (event) => event.type === 'run-ended' && event.messageId === replyId,
  )
  await client.message.feedback.mutate({ ...first, messageId: replyId, feedback: { rating: 'up', comment: 'Good' } })
  await client.conversation.chooseBranch.mutate({ ...first, messageId: first.replyId })
  const exported = await exportText(server)
  await using other = await startTestServer()
  await importText(other, exported)
  expect(await exportText(other)).toBe(exported)
  const there = await other.client.conversation.get.query(first)
  expect(there.messages.find((message) => message.id === replyId)).toMatchObject({
    feedback: { rating: 'up', comment: 'Good' },
  })
  expect((await other.client.usage.ofConversation.query(first)).rows).toMatchObject([{ runs: 2 }])
})

test('[DATA2] a file that is imported twice doubles nothing; what was deleted comes back', async () => {
  await using server = await startTestServer()
  for (const [name, imported] of [
    ['chatgpt', 2],
    ['open-webui', 3],
  ] as const) {
    const file = readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8')
    expect(await importText(server, file)).toMatchObject({ imported, present: 0 })
    const before = await exportText(server)
    expect(await importText(server, file)).toMatchObject({ imported: 0, present: imported, messages: 0 })
    expect(await exportText(server)).toBe(before)
  }
  const { conversations } = await server.client.conversation.list.query()
  const one = conversations.find((conversation) => conversation.title === 'Side by side')
  if (!one) throw new Error('nothing was imported')
  await server.client.conversation.delete.mutate({ conversationId: one.id })
  const file = readFileSync(new URL('fixtures/open-webui.json', import.meta.url), 'utf8')
  expect(await importText(server, file)).toMatchObject({ restored: 1, present: 2 })
})

test('[DATA2] an import is live in every tab, as ended replies', async () => {
  await using server = await startTestServer()
  const seen = follow(server.client, {}, (event) => event.type === 'conversation-created')
  await importText(server, readFileSync(new URL('fixtures/open-webui.json', import.meta.url), 'utf8'))
  const { events } = await seen
  expect(events).toContainEqual(expect.objectContaining({ type: 'conversation-created' }))
  const { conversations } = await server.client.conversation.list.query()
  expect(conversations.map((conversation) => conversation.runningCount)).toEqual([0, 0, 0])
})

test('[DATA2] ids that another conversation has are given anew, and the tree stays', async () => {
  await using server = await startTestServer()
  const [source] = fc.sample(
    conversation.filter((one) => one.messages.length > 3),
    1,
  )
  if (!source) throw new Error('no sample')
  await importText(server, fileOf([source]))
  const twin = { ...source, id: makeId(), title: 'Twin' }
  const report = await importText(server, fileOf([twin]))
  expect(report.conversations).toMatchObject([{ outcome: 'imported', notes: ['Its ids were taken: it has new ones.'] }])
  expect(await importText(server, fileOf([twin]))).toMatchObject({ present: 1 })
  const id = report.conversations[0]?.conversationId ?? ''
  const there = await server.client.conversation.get.query({ conversationId: id })
  expect(there.messages.map(({ parts }) => parts)).toEqual(source.messages.map(({ parts }) => parts))
})

test('[DATA2] a broken conversation changes nothing and is told with its place; those around it are taken', async () => {
  await using server = await startTestServer()
  const [a, b] = fc.sample(
    conversation.filter((one) => one.messages.length > 1),
    2,
  )
  if (!a || !b) throw new Error('no sample')
  const broken = { ...a, id: makeId(), messages: [{ ...a.messages[0], createdAt: 'yesterday' }] }
  const orphan = {
    ...a,
    id: makeId(),
    messages: a.messages.map((one) => ({ ...one, id: makeId(), parentId: makeId() })),
    chosenIds: [],
  }
  const bad = [broken, orphan].map((one) => `,\n${JSON.stringify(one)}`).join('')
  const [head = '', tail = ''] = fileOf([a, b]).split(',\n{')
  const file = `${head}${bad},\n{${tail}`
  const report = await importText(server, file)
  expect(report).toMatchObject({ imported: 2, refused: 2 })
  expect(report.conversations[1]).toMatchObject({
    place: 'conversations.1',
    outcome: 'refused',
    notes: [expect.stringMatching(/^messages\.0\.createdAt: /)],
  })
  expect(report.conversations[2]).toMatchObject({
    place: 'conversations.2',
    outcome: 'refused',
    notes: [expect.stringMatching(/^messages\.0: /)],
  })
})

test.each([
  ['', /empty/],
  ['hello', /no JSON/],
  ['PK\u0003\u0004', /ZIP/],
  ['[{"mapping":', /breaks off/],
  ['[{"mapping" "x"}]', /no valid JSON/],
  [`{"format":"${exportFormat}","version":99,"conversations":[]}`, /newer/],
])('[DATA2] a file that can’t be read says so and changes nothing: %j', async (file, problem) => {
  await using server = await startTestServer()
  expect((await importText(server, file)).problem).toMatch(problem)
  expect((await server.client.conversation.list.query()).conversations).toEqual([])
})

test('[DATA2] what stood before the end of a file that breaks off is whole', async () => {
  await using server = await startTestServer()
  const sources = fc.sample(
    conversation.filter((one) => one.messages.length > 2),
    3,
  )
  const file = fileOf(sources)
  const cut = file.slice(0, file.length - Math.floor(JSON.stringify(sources[2]).length / 2) - 4)
  expect(await importText(server, cut)).toMatchObject({ imported: 2, problem: expect.stringMatching(/breaks off/) })
  expect(await importText(server, file)).toMatchObject({ imported: 1, present: 2 })
  for (const source of sources) {
    expect(await exportText(server, `format=json&conversation=${source.id}`)).toBe(fileOf([source]))
  }
})

test('[DOOR1] a conversation that is not there can’t be exported, and a foreign page can send no import', async () => {
  await using server = await startTestServer()
  expect((await fetch(`${server.url}/export?format=json&conversation=${makeId()}`)).status).toBe(404)
  expect((await fetch(`${server.url}/export?format=pdf`)).status).toBe(400)
  const plain = await fetch(`${server.url}/import`, {
    method: 'POST',
    body: '[]',
    headers: { 'content-type': 'application/json' },
  })
  expect(plain.status).toBe(415)
})

test('a conversation as Markdown has its path or all versions, and no open code block swallows what follows', async () => {
  await using server = await startTestServer()
  await importText(server, readFileSync(new URL('fixtures/chatgpt.json', import.meta.url), 'utf8'))
  const markdown = await exportText(server, 'format=markdown')
  expect(markdown).toContain('## You · 2023-11-14 22:13 UTC')
  expect(markdown).toContain('## o3 · 2023-11-14 22:13 UTC')
  expect(markdown).toContain('Mars, I think.')
  expect(markdown).not.toContain('Venus, surely.')
  const all = await exportText(server, 'format=markdown&branches=all')
  expect(all).toContain('## gpt-4o · 2023-11-14 22:13 UTC · version 2 of 2')
})

test('[DATA4] an exported file is called as its conversation, or by the day', async () => {
  await using server = await startTestServer()
  const nameFor = async (query: string) =>
    (await fetch(`${server.url}/export?${query}`)).headers.get('content-disposition') ?? ''
  const { conversationId } = await ask(server.client, 'Hello')
  await server.client.conversation.rename.mutate({ conversationId, title: 'TCP/IP: what is it?' })
  expect(await nameFor(`format=markdown&conversation=${conversationId}`)).toBe(
    'attachment; filename="TCP-IP- what is it-.md"',
  )
  await server.client.conversation.rename.mutate({ conversationId, title: 'Grüße 👋' })
  expect(await nameFor(`format=json&conversation=${conversationId}`)).toContain(
    `filename*=UTF-8''Gr%C3%BC%C3%9Fe%20%F0%9F%91%8B.json`,
  )
  expect(await nameFor('format=json')).toMatch(/^attachment; filename=livetype-\d{4}-\d\d-\d\d\.json$/)
})

test('[DATA4] an import of many conversations tells how far it is now and then, and not for each', async () => {
  await using server = await startTestServer()
  const sources = fc.sample(conversation, 60)
  const headers = { 'content-type': 'application/x-livetype-import' }
  const response = await fetch(`${server.url}/import`, { method: 'POST', headers, body: fileOf(sources) })
  const messages = (await response.text())
    .trim()
    .split('\n')
    .map((line) => importMessageSchema.parse(JSON.parse(line)))
  expect(messages[0]).toMatchObject({ type: 'progress', conversations: 1 })
  expect(messages.at(-1)).toMatchObject({ type: 'report', report: { imported: 60 } })
  expect(messages.length).toBeLessThan(50)
})
