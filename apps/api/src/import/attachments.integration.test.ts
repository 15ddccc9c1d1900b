import { attachmentsOf, type ImportReport, importMessageSchema, makeId, textOf } from '@livetype/protocol'
import { expect, test } from 'vitest'
import { pdf, png, zip } from '../files/sample-files.fixture.ts'
import { startTestServer, type TestServer } from '../test-support/start-test-server.ts'
import { readReply } from '../test-support/test-client.ts'
import { attach, upload } from '../test-support/upload.ts'

async function importText({ url }: TestServer, body: string): Promise<ImportReport> {
  const headers = { 'content-type': 'application/x-livetype-import' }
  const response = await fetch(`${url}/import`, { method: 'POST', headers, body })
  const last = importMessageSchema.parse(JSON.parse((await response.text()).trim().split('\n').at(-1) ?? ''))
  if (last.type !== 'report') throw new Error('an import ends with its report')
  return last.report
}

async function exportText({ url }: TestServer, query = 'format=json'): Promise<string> {
  return (await fetch(`${url}/export?${query}`)).text()
}

/** A conversation whose one message has these uploads. */
async function sendWith(server: TestServer, attachmentIds: string[]): Promise<string> {
  const conversationId = makeId()
  const ids = { conversationId, messageId: makeId(), replyId: makeId() }
  await server.client.message.send.mutate({ ...ids, parentId: null, text: 'Look', attachmentIds })
  await readReply(server.client, conversationId)
  return conversationId
}

async function questionOf(server: TestServer, conversationId: string) {
  const { messages } = await server.client.conversation.get.query({ conversationId })
  const [question] = messages
  if (question?.role !== 'user') throw new Error('a conversation begins with a question')
  return question
}

test('[DATA1] attachments move to another server, byte for byte, each once', async () => {
  await using server = await startTestServer()
  const bytes = [png(4, 3), Buffer.from('# Notes\n\näöü 👩‍🚀'), pdf('Paper')]
  const [image, notes, paper] = [
    await attach(server.url, 'photo "1".png', bytes[0] ?? ''),
    await attach(server.url, 'notes.md', bytes[1] ?? ''),
    await attach(server.url, 'paper.pdf', bytes[2] ?? ''),
  ]
  await attach(server.url, 'unused.txt', 'no message has this')
  const both = await sendWith(server, [image.fileId, notes.fileId])
  const one = await sendWith(server, [image.fileId, paper.fileId])
  const text = await exportText(server)
  expect(text.match(/"base64":/g)).toHaveLength(3)
  expect((await exportText(server, `format=json&conversation=${one}`)).match(/"base64":/g)).toHaveLength(2)

  await using other = await startTestServer()
  expect(await importText(other, text)).toMatchObject({
    imported: 2,
    conversations: [{ notes: [] }, { notes: [] }],
  })
  expect(attachmentsOf(await questionOf(other, both))).toEqual([image, notes])
  for (const [index, { fileId }] of [image, notes, paper].entries()) {
    const served = await fetch(`${other.url}/files/${fileId}`)
    expect(Buffer.from(await served.arrayBuffer()).equals(Buffer.from(bytes[index] ?? ''))).toBe(true)
  }
  expect(await exportText(other)).toBe(text)
  expect(await importText(other, text)).toMatchObject({ present: 2 })
})

test('[DATA1] [FILE1] what is no attachment by its bytes is left out, and told of in its place', async () => {
  await using server = await startTestServer()
  const image = await attach(server.url, 'photo.png', png(4, 3))
  const conversationId = await sendWith(server, [image.fileId])
  const text = await exportText(server)
  const withBytes = (base64: string) => text.replace(/"base64":"[^"]*"/, `"base64":"${base64}"`)
  const cases = [
    { file: withBytes(zip.toString('base64')), note: /^Left out: “photo\.png”\. / },
    { file: withBytes('no base64 at all!'), note: /^Left out: “photo\.png”\. It is no base64\./ },
    { file: text.replace(/"files":\[[\s\S]*?\n\],\n/, ''), note: /^Left out: 1 × attachment, whose bytes are not in/ },
  ]
  for (const { file, note } of cases) {
    await using other = await startTestServer()
    const report = await importText(other, file)
    expect(report).toMatchObject({ imported: 1, conversations: [{ notes: [expect.stringMatching(note)] }] })
    const question = await questionOf(other, conversationId)
    expect(attachmentsOf(question)).toEqual([])
    expect(textOf(question)).toBe('*[image: photo.png]*\n\nLook')
    expect((await fetch(`${other.url}/files/${image.fileId}`)).status).toBe(404)
  }
})

test('[DATA2] an attachment whose id is taken by other bytes gets an id of its own', async () => {
  await using server = await startTestServer()
  const image = await attach(server.url, 'photo.png', png(4, 3))
  const conversationId = await sendWith(server, [image.fileId])
  const text = await exportText(server)
  await using other = await startTestServer()
  await upload(other.url, { name: 'another.txt', body: 'Another text', fileId: image.fileId })
  await importText(other, text)
  const [attached] = attachmentsOf(await questionOf(other, conversationId))
  expect(attached).toMatchObject({ ...image, fileId: expect.not.stringMatching(image.fileId) })
  const served = await fetch(`${other.url}/files/${attached?.fileId}`)
  expect(Buffer.from(await served.arrayBuffer()).equals(Buffer.from(png(4, 3)))).toBe(true)
})
