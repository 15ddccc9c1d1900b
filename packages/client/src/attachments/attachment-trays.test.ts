import { type Attachment, ChatError } from '@livetype/protocol'
import { describe, expect, it } from 'vitest'
import { fakeStorage } from '../drafts/fake-storage.fixture.ts'
import { createAttachmentTrays } from './attachment-trays.ts'
import { hasKeptAttachments } from './kept-attachments.ts'
import type { LocalFile, UploadRequest } from './upload.ts'

const conversationId = 'conversation-1'
const file = (name: string, size = 10): LocalFile => ({ name, size, type: name.endsWith('.png') ? 'image/png' : '' })

function attachmentOf({ fileId, file: { name, size } }: UploadRequest): Attachment {
  return { type: 'file', fileId, name, mediaType: 'text/plain', sizeBytes: size, textLength: size }
}

/** Trays whose uploads wait in the hands of a test. */
function prepare(storage = fakeStorage()) {
  const uploads: (UploadRequest & PromiseWithResolvers<Attachment>)[] = []
  const revoked: string[] = []
  let count = 0
  const trays = createAttachmentTrays({
    storage,
    limits: async () => ({ maxFileBytes: 100, maxAttachments: 3, maxImagePixels: 1, maxTextLength: 1 }),
    makeId: () => `file-000${++count}`,
    previewOf: ({ name }) => `blob:${name}`,
    revoke: (url) => revoked.push(url),
    upload(request) {
      const upload = { ...request, ...Promise.withResolvers<Attachment>() }
      uploads.push(upload)
      return upload.promise
    },
  })
  const view = () => trays.tray(conversationId).get()
  const states = () => view().items.map(({ state }) => state.status)
  const flow = () => new Promise((resolve) => setImmediate(resolve))
  const arrive = async (index: number) => {
    const upload = uploads[index]
    if (!upload) throw new Error('no such upload')
    upload.resolve(attachmentOf(upload))
    await flow()
  }
  return { trays, storage, uploads, revoked, view, states, flow, arrive }
}

describe('[FILE3] what is attached to a draft', () => {
  it('goes up two at a time and is a message’s once it has arrived', async () => {
    const { trays, uploads, view, states, flow, arrive } = prepare()
    trays.add(conversationId, [file('a.txt'), file('b.png'), file('c.txt')])
    await flow()
    expect(uploads.map((upload) => upload.file.name)).toEqual(['a.txt', 'b.png'])
    expect(view().items.map(({ previewUrl }) => previewUrl)).toEqual([null, 'blob:b.png', null])
    uploads[0]?.onProgress(0.5)
    expect(view().items[0]?.state).toEqual({ status: 'uploading', progress: 0.5 })
    await arrive(0)
    expect(states()).toEqual(['ready', 'uploading', 'uploading'])
    expect(uploads).toHaveLength(3)
    await arrive(1)
    await arrive(2)
    expect(view()).toMatchObject({ isUploading: false, hasFailed: false })
    expect(trays.take(conversationId).map(({ name }) => name)).toEqual(['a.txt', 'b.png', 'c.txt'])
    expect(view().items).toEqual([])
  })

  it('says of each file that is not taken why, and can try it again', async () => {
    const { trays, uploads, view, states, flow, arrive } = prepare()
    trays.add(conversationId, [file('large.txt', 101), file('a.txt'), file('b.txt')])
    await flow()
    uploads[0]?.reject(new ChatError('internal', 'The server can’t be reached.', { isRetryable: true }))
    await flow()
    expect(states()).toEqual(['failed', 'failed', 'uploading'])
    expect(view().items[0]?.state).toMatchObject({ failure: { code: 'file-too-large', isRetryable: false } })
    trays.retry(conversationId, view().items[1]?.id ?? '')
    await flow()
    expect(uploads[2]?.fileId).toBe(uploads[0]?.fileId)
    await arrive(2)
    await arrive(1)
    expect(states()).toEqual(['failed', 'ready', 'ready'])
    expect(trays.take(conversationId)).toHaveLength(2)
    expect(states()).toEqual([])
  })

  it('is not more than a message can have', async () => {
    const { trays, uploads, states, flow } = prepare()
    trays.add(
      conversationId,
      ['a', 'b', 'c', 'd'].map((name) => file(name)),
    )
    await flow()
    expect(states()).toEqual(['uploading', 'uploading', 'uploading', 'failed'])
    expect(uploads).toHaveLength(2)
  })

  it('that is removed on its way is not brought to its end', async () => {
    const { trays, uploads, revoked, view, flow, arrive } = prepare()
    trays.add(conversationId, [file('a.png')])
    await flow()
    trays.remove(conversationId, view().items[0]?.id ?? '')
    expect(uploads[0]?.signal.aborted).toBe(true)
    await arrive(0)
    expect(view().items).toEqual([])
    expect(revoked).toEqual(['blob:a.png'])
  })

  it('is there again after a reload if it had arrived, and leaves nothing behind once it is sent', async () => {
    const before = prepare()
    before.trays.add(conversationId, [file('a.txt'), file('b.txt')])
    await before.flow()
    await before.arrive(0)
    const after = prepare(before.storage)
    expect(hasKeptAttachments(before.storage, conversationId)).toBe(true)
    expect(after.view().attachments.map(({ name }) => name)).toEqual(['a.txt'])
    after.trays.take(conversationId)
    expect(hasKeptAttachments(before.storage, conversationId)).toBe(false)
    expect(before.storage.items.size).toBe(0)
  })

  it('is given back once, and what was kept by somebody else is left alone', () => {
    const storage = fakeStorage()
    storage.items.set('livetype:attachments:new', '[{"type":"image"},7]')
    const { trays } = prepare(storage)
    expect(trays.tray(null).get().items).toEqual([])
    const given = attachmentOf({ fileId: 'file-1234', file: file('a.txt') } as UploadRequest)
    for (let times = 0; times < 2; times++) trays.put(null, [given])
    expect(trays.tray(null).get().attachments).toEqual([given])
  })
})
