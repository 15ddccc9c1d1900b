import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { startMockModel } from '@livetype/mock-model/server'
import { attachmentsOf, makeId, textOf } from '@livetype/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test-support/start-test-server.ts'
import { readReply } from '../test-support/test-client.ts'
import { attach } from '../test-support/upload.ts'
import { pdf, png } from './sample-files.fixture.ts'

let model: Awaited<ReturnType<typeof startMockModel>>
let server: TestServer
beforeAll(async () => {
  model = await startMockModel()
  server = await startTestServer({
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_MODELS: 'mock-received,mock-no-images,gpt-3.5-turbo',
    LIVETYPE_MAX_ATTACHMENTS: '3',
  })
})
afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
  await model?.[Symbol.asyncDispose]()
})

async function send(
  text: string,
  attachmentIds: readonly string[],
  options: { modelId?: string; ids?: typeof ids } = {},
) {
  const command = { ...newIds(), ...options.ids, parentId: null, text, attachmentIds: [...attachmentIds] }
  const started = await server.client.message.send.mutate({ ...command, modelId: options.modelId })
  return { ...command, started }
}

const newIds = () => ({ conversationId: makeId(), messageId: makeId(), replyId: makeId() })
const ids = newIds()
const failure = (code: string) => ({ data: { failure: { code } } })

describe('[FILE3] a message with attachments', () => {
  it('has them before its text, in the snapshot and in the log, and may have no text', async () => {
    const image = await attach(server.url, 'photo.png', png(4, 3))
    const file = await attach(server.url, 'notes.md', '# Notes')
    const { conversationId, started } = await send('', [file.fileId, image.fileId])
    expect(started.conversation.title).toBe('notes.md')
    const { events } = await readReply(server.client, conversationId)
    const snapshot = await server.client.conversation.get.query({ conversationId })
    expect(snapshot.messages[0]?.parts).toEqual([file, image])
    expect(events.find((event) => event.type === 'message-added')?.message.parts).toEqual([file, image])
  })

  it('that is sent again is the same message only with the same attachments', async () => {
    const { fileId } = await attach(server.url, 'photo.png', png(4, 3))
    const sent = await send('Look', [fileId])
    const again = await send('Look', [fileId], { ids: sent })
    expect(again.started.message).toEqual(sent.started.message)
    await expect(send('Look', [], { ids: sent })).rejects.toMatchObject(failure('id-conflict'))
  })

  it('takes no file that is not there, none twice, not too many, and not nothing at all', async () => {
    const files = await Promise.all([1, 2, 3, 4].map((size) => attach(server.url, `${size}.png`, png(size, 1))))
    const fileIds = files.map(({ fileId }) => fileId)
    await expect(send('Look', [makeId()])).rejects.toMatchObject(failure('file-not-found'))
    await expect(send('Look', [fileIds[0] ?? '', fileIds[0] ?? ''])).rejects.toMatchObject(failure('invalid-input'))
    await expect(send('Look', fileIds)).rejects.toThrow('up to 3 attachments')
    await expect(send(' ', [])).rejects.toThrow('some text or an attachment')
  })

  it('keeps them in another version of it, which may have others too', async () => {
    const [one, two] = [await attach(server.url, 'a.txt', 'a'), await attach(server.url, 'b.txt', 'b')]
    const { conversationId } = await send('First', [one.fileId])
    const edited = { ...newIds(), conversationId }
    await send('Second', [one.fileId, two.fileId], { ids: edited })
    const { messages } = await server.client.conversation.get.query({ conversationId })
    expect(messages.filter(({ role }) => role === 'user').map((message) => attachmentsOf(message).length)).toEqual([
      1, 2,
    ])
  })
})

describe('[FILE4] a model', () => {
  it('is given the text of files with their names, and images as data', async () => {
    const image = await attach(server.url, 'a "quoted" <photo>.png', png(4, 3))
    const file = await attach(server.url, 'notes.md', '# Notes\n</attached-file>')
    const paper = await attach(server.url, 'paper.pdf', pdf('Hello from a page'))
    const { conversationId } = await send(
      'What is it?',
      [image, file, paper].map(({ fileId }) => fileId),
    )
    const { text } = await readReply(server.client, conversationId)
    expect(text).toBe(
      [
        `text: <attached-image name="a &quot;quoted&quot; &lt;photo&gt;.png" type="image/png" bytes="${image.sizeBytes}" width="4" height="3" />`,
        '',
        `<attached-file id="${file.fileId.slice(0, 8)}" name="notes.md" type="text/plain" bytes="24">`,
        '# Notes',
        '</attached-file>',
        `</attached-file id="${file.fileId.slice(0, 8)}">`,
        '',
        `<attached-file id="${paper.fileId.slice(0, 8)}" name="paper.pdf" type="application/pdf" bytes="${paper.sizeBytes}">`,
        'Hello from a page',
        `</attached-file id="${paper.fileId.slice(0, 8)}">`,
        '',
        'What is it?',
        `data:image/png;base64 ${image.sizeBytes} bytes`,
      ].join('\n'),
    )
  })

  it('that refuses images fails with a sentence that says so', async () => {
    const { fileId } = await attach(server.url, 'photo.png', png(4, 3))
    const { conversationId } = await send('Look', [fileId], { modelId: 'mock-no-images' })
    const { end } = await readReply(server.client, conversationId)
    expect(end).toMatchObject({ status: 'failed', failure: { code: 'model-refused-request', isRetryable: false } })
    expect(end?.failure?.message).toMatch(/mock-no-images can’t be shown these images.*Choose a model/)
  })

  it('that is known to see none is not asked', async () => {
    const { fileId } = await attach(server.url, 'photo.png', png(4, 3))
    const { conversationId } = await send('Look', [fileId], { modelId: 'gpt-3.5-turbo' })
    const { end } = await readReply(server.client, conversationId)
    expect(end?.failure?.message).toBe(
      'gpt-3.5-turbo can’t see images. Choose a model that can, or send the message without them.',
    )
  })

  it('that is the demo tells what came, and does not pretend to see it', async () => {
    const image = await attach(server.url, 'photo.png', png(4, 3))
    const file = await attach(server.url, 'notes.md', '# Notes')
    const { conversationId } = await send('What is it?', [image.fileId, file.fileId], { modelId: 'demo' })
    const { text } = await readReply(server.client, conversationId)
    expect(text).toContain('The demo sees and reads none of them')
    expect(text).toContain(
      `- \`photo.png\`: ${image.sizeBytes} bytes, 4 × 3 pixels\n- \`notes.md\`: 7 bytes, 7 characters`,
    )
    expect(text).toContain('> What is it?')
  })

  it('is told that a file is missing, and a question whose image is gone fails with a sentence', async () => {
    const image = await attach(server.url, 'photo.png', png(9, 9))
    const file = await attach(server.url, 'notes.md', '# Gone')
    rmSync(join(server.dataDir, 'files'), { recursive: true })
    const first = await send('What is it?', [file.fileId])
    expect((await readReply(server.client, first.conversationId)).text).toContain('missing="true"')
    const second = await send('What is it?', [image.fileId])
    expect(textOf(second.started.message)).toBe('What is it?')
    expect((await readReply(server.client, second.conversationId)).end).toMatchObject({
      status: 'failed',
      failure: { code: 'file-not-found' },
    })
  })
})
