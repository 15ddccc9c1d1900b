import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { makeId } from '@livetype/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test-support/start-test-server.ts'
import { attach, upload } from '../test-support/upload.ts'
import { gifAndHtml, pdf, png, svg, zip } from './sample-files.fixture.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ LIVETYPE_MAX_FILE_MB: '0.5', LIVETYPE_MAX_FILE_CHARACTERS: '100000' })
})
afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
})

/** Every file there is in the folder of uploads, what is coming in included. */
const filesOnDisk = ({ dataDir } = server) =>
  readdirSync(join(dataDir, 'files'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)

/** A reader of what is on disk now, to compare with later. */
const leftOnDisk = () => {
  const before = new Set(filesOnDisk())
  return () => filesOnDisk().filter((name) => !before.has(name))
}

const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Grüße', 'utf16le')])

describe('[FILE1] an upload is what its bytes are', () => {
  it.each([
    ['photo.png', png(4, 3), { type: 'image', mediaType: 'image/png', width: 4, height: 3 }],
    ['report.docx', png(1, 1), { type: 'image', mediaType: 'image/png' }],
    ['page.html', gifAndHtml, { type: 'image', mediaType: 'image/gif', width: 1, height: 1 }],
    ['logo.svg', svg, { type: 'file', mediaType: 'text/plain', textLength: svg.length }],
    ['notes.md', Buffer.from('# Notes\r\n'), { type: 'file', mediaType: 'text/plain', textLength: 8 }],
    ['data.csv', utf16, { type: 'file', mediaType: 'text/plain', textLength: 5 }],
    ['paper.pdf', pdf('Hello from a page'), { type: 'file', mediaType: 'application/pdf', textLength: 17 }],
  ])('%s is taken', async (name, bytes, expected) => {
    expect(await attach(server.url, name, bytes)).toMatchObject({ name, sizeBytes: bytes.length, ...expected })
  })

  it.each([
    ['bomb.png', zip, [415, 'file-refused', /Archives and office documents/]],
    ['huge.png', png(1, 1, { width: 60_000, height: 60_000 }), [413, 'file-too-large', /60000 × 60000 pixels/]],
    ['none.png', png(1, 1, { width: 0, height: 1 }), [415, 'file-refused', /damaged/]],
    ['cut.png', png(1, 1).subarray(0, 20), [415, 'file-refused', /damaged/]],
    ['program.txt', Buffer.from('\x7fELF\x02\x01\x01\0\0\0', 'latin1'), [415, 'file-refused', /kind of file/]],
    ['latin.txt', Buffer.from('Gr\xfc\xdfe', 'latin1'), [415, 'file-refused', /UTF-8/]],
    ['zeros.txt', Buffer.alloc(100), [415, 'file-refused', /kind of file/]],
    ['photo.heic', Buffer.from('\0\0\0\x18ftypheic', 'latin1'), [415, 'file-refused', /PNG or JPEG/]],
    ['song.mp3', Buffer.from('ID3\x04\0\0', 'latin1'), [415, 'file-refused', /Sound and video/]],
    ['broken.pdf', Buffer.from('%PDF-1.7\nthis is no PDF'), [415, 'file-refused', /PDF can’t be read/]],
    ['scan.pdf', pdf(undefined), [415, 'file-refused', /no text/]],
    ['empty.txt', Buffer.alloc(0), [415, 'file-refused', /empty/]],
    ['blank.txt', Buffer.from(' \n'), [415, 'file-refused', /blanks/]],
    ['long.txt', Buffer.alloc(100_001, 'a'), [413, 'file-too-large', /100,000 characters/]],
    ['large.png', Buffer.alloc(500_001), [413, 'file-too-large', /0\.5 MB/]],
  ] as const)(
    '%s is refused with a sentence, and nothing is left of it',
    async (name, bytes, [status, code, sentence]) => {
      const left = leftOnDisk()
      const refusal = await upload(server.url, { name, body: bytes })
      expect(refusal).toMatchObject({ status, failure: { code, isRetryable: false } })
      expect('failure' in refusal && refusal.failure.message).toMatch(sentence)
      expect(left()).toEqual([])
    },
  )

  it('one that does not say how long it is is counted as it comes', async () => {
    const left = leftOnDisk()
    const outgoing = request(`${server.url}/files/${makeId()}?name=endless`, { method: 'PUT' })
    const answered = once(outgoing, 'response')
    for (let count = 0; count < 6; count++) outgoing.write(Buffer.alloc(100_000))
    const [response] = await answered
    outgoing.on('error', () => {}).destroy()
    expect(response.statusCode).toBe(413)
    expect(left()).toEqual([])
  })

  it('one that is cut in the middle leaves nothing', async () => {
    const left = leftOnDisk()
    const fileId = makeId()
    const outgoing = request(`${server.url}/files/${fileId}?name=cut.png`, {
      method: 'PUT',
      headers: { 'content-length': 1_000 },
    })
    outgoing.on('error', () => {})
    outgoing.write(png(1, 1))
    await expect.poll(() => left().length).toBe(1)
    outgoing.destroy()
    await expect.poll(left).toEqual([])
    expect((await fetch(`${server.url}/files/${fileId}`)).status).toBe(404)
  })

  it('the server says what it takes', async () => {
    expect(await server.client.file.limits.query()).toEqual({
      maxFileBytes: 500_000,
      maxAttachments: 10,
      maxImagePixels: 50_000_000,
      maxTextLength: 100_000,
    })
  })
})

describe('[FILE1] a name is for showing', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\fakepath\\photo.png', 'photo.png'],
    ['exe\u202egpj.txt', 'exegpj.txt'],
    ['a\u0000b\r\nc.txt', 'abc.txt'],
    ['…/..', 'file'],
    ['', 'file'],
    ['Grüße 世界 👩‍🚀.txt', 'Grüße 世界 👩‍🚀.txt'],
    [`${'x'.repeat(500)}.txt`, `${'x'.repeat(195)}….txt`],
  ])('%j becomes %j', async (given, name) => {
    const attachment = await attach(server.url, given, 'text')
    expect(attachment.name).toBe(name)
    const response = await fetch(`${server.url}/files/${attachment.fileId}`)
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename/)
  })
})

describe('[FILE2] what is uploaded', () => {
  it('is served as what it is and can do nothing', async () => {
    const { fileId } = await attach(server.url, 'page.html', gifAndHtml)
    const image = await fetch(`${server.url}/files/${fileId}`)
    expect(Object.fromEntries(image.headers)).toMatchObject({
      'content-type': 'image/gif',
      'content-disposition': 'inline; filename=page.html.gif',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, max-age=31536000, immutable',
    })
    expect(Buffer.from(await image.arrayBuffer())).toEqual(gifAndHtml)
    const text = await attach(server.url, 'logo.svg', svg)
    const served = await fetch(`${server.url}/files/${text.fileId}`)
    expect(served.headers.get('content-type')).toBe('text/plain')
    expect(served.headers.get('content-disposition')).toBe('attachment; filename=logo.svg')
    expect(await served.text()).toBe(svg.toString())
  })

  it('lies on disk once, however often it comes', async () => {
    const bytes = png(7, 7)
    await attach(server.url, 'one.png', bytes)
    const left = leftOnDisk()
    const second = await attach(server.url, 'two.png', bytes)
    expect(second.name).toBe('two.png')
    expect(left()).toEqual([])
  })

  it('is the same upload where it comes again by the same id, and another file can’t take it', async () => {
    const fileId = makeId()
    const first = await upload(server.url, { name: 'a.txt', body: 'text', fileId })
    expect(await upload(server.url, { name: 'a.txt', body: 'text', fileId })).toEqual(first)
    expect(await upload(server.url, { name: 'a.txt', body: 'another', fileId })).toMatchObject({
      status: 409,
      failure: { code: 'id-conflict' },
    })
  })

  it('[DOOR2] comes from its own pages only', async () => {
    const url = `${server.url}/files/${makeId()}?name=a.txt`
    const foreign = await fetch(url, { method: 'PUT', body: 'text', headers: { origin: 'https://evil.example' } })
    expect(foreign.status).toBe(403)
    const embedded = await fetch(url, { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'image' } })
    expect(embedded.status).toBe(403)
  })

  it('answers an id that is none, and one of nobody, alike', async () => {
    for (const id of ['../x', 'short', makeId()]) {
      const response = await fetch(`${server.url}/files/${encodeURIComponent(id)}`)
      expect(response.status).toBe(404)
    }
  })
})

it('an upload that is being taken in does not hold up the server’s end', async () => {
  await using other = await startTestServer()
  const outgoing = request(`${other.url}/files/${makeId()}?name=a`, {
    method: 'PUT',
    headers: { 'content-length': 10 },
  })
  const cut = once(outgoing, 'response').catch((error: unknown) => error)
  outgoing.write('abc')
  await expect.poll(() => filesOnDisk(other).length).toBe(1)
  await other.running.shutdown()
  expect(await cut).toBeInstanceOf(Error)
  await expect.poll(() => filesOnDisk(other)).toEqual([])
})
