import { describe, expect, it } from 'vitest'
import { refusalOf } from './check-request.ts'

const host = 'localhost:3000'
const check = (
  headers: Record<string, string>,
  request: { method?: string; isPage?: boolean; isDownload?: boolean; isForSandbox?: boolean } = {},
) => refusalOf({ method: 'GET', isPage: false, ...request, headers: { host, ...headers } }, [])

describe('[DOOR2] the door', () => {
  it.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'localhost', 'LOCALHOST:1'])(
    'opens to Host %s',
    (name) => {
      expect(check({ host: name })).toBeUndefined()
    },
  )
  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:3000', '192.168.1.5:3000', ''])(
    'refuses Host %j, which may be a foreign name pointed here',
    (name) => {
      expect(check({ host: name })).toMatch(/localhost/)
    },
  )
  it('lets in a program that is no browser', () => {
    expect(check({}, { method: 'POST' })).toBeUndefined()
  })
  it.each(['GET', 'POST', 'OPTIONS', 'HEAD'])('refuses a foreign Origin on %s', (method) => {
    expect(check({ origin: 'https://evil.example' }, { method })).toBeDefined()
  })
  it.each(['null', 'http://localhost:8080', 'http://127.0.0.1:3000', 'file://'])(
    'refuses Origin %s, which is another one than the Host',
    (origin) => {
      expect(check({ origin })).toBeDefined()
    },
  )
  it('lets in its own pages', () => {
    expect(
      check({ origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }, { method: 'POST' }),
    ).toBeUndefined()
    expect(check({ 'sec-fetch-site': 'none' })).toBeUndefined()
  })
  it.each(['cross-site', 'same-site'])('refuses Sec-Fetch-Site %s', (site) => {
    expect(check({ 'sec-fetch-site': site })).toBeDefined()
    expect(check({ 'sec-fetch-site': site }, { isPage: true })).toBeDefined()
  })
  it('lets a person follow a link from another site to a page, and to nothing else', () => {
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    expect(check(link, { isPage: true })).toBeUndefined()
    expect(check(link)).toBeDefined()
    expect(check(link, { isPage: true, method: 'POST' })).toBeDefined()
    expect(check({ ...link, 'sec-fetch-dest': 'iframe' }, { isPage: true })).toBeDefined()
  })
  it('opens no data as a page, even for a link on its own pages: a link in a reply asks nothing', () => {
    const link = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    for (const site of ['same-origin', 'none']) {
      expect(check({ ...link, 'sec-fetch-site': site })).toMatch(/for programs/)
      expect(check({ ...link, 'sec-fetch-site': site }, { isPage: true })).toBeUndefined()
    }
  })
  it('lets its own pages save a file by a link, and no other site', () => {
    const link = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    const download = { isDownload: true }
    expect(check({ ...link, 'sec-fetch-site': 'same-origin' }, download)).toBeUndefined()
    for (const site of ['cross-site', 'same-site']) {
      expect(check({ ...link, 'sec-fetch-site': site }, download)).toBeDefined()
    }
  })
  it('lets a page without an origin load files that are for such pages, and nobody ask for more', () => {
    const load = { origin: 'null', 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'script' }
    const file = { isForSandbox: true }
    expect(check(load, file)).toBeUndefined()
    // Over plain HTTP a browser does not say what it loads for whom.
    expect(check({ origin: 'null' }, file)).toBeUndefined()
    expect(check({ origin: 'null' })).toBeDefined()
    expect(check(load)).toBeDefined()
    expect(check(load, { ...file, method: 'POST' })).toBeDefined()
    expect(check({ ...load, origin: 'https://evil.example' }, file)).toBeDefined()
    expect(check({ ...load, 'sec-fetch-dest': 'empty' }, file)).toBeDefined()
    expect(check({ ...load, host: 'evil.example' }, file)).toBeDefined()
  })
})

describe('[DOOR2] the door behind a proxy', () => {
  const origins = ['https://chat.example.com', 'http://chat.internal:8080']
  const behind = (headers: Record<string, string>) =>
    refusalOf({ method: 'POST', isPage: false, headers: { host, ...headers } }, origins)

  it.each(['chat.example.com', 'CHAT.example.com', 'chat.example.com:443', 'chat.internal:8080', 'localhost:3000'])(
    'opens to Host %s',
    (name) => expect(behind({ host: name })).toBeUndefined(),
  )
  it.each([
    'chat.example.com:8443',
    'chat.example.com:80',
    'chat.example.com.evil.example',
    'evil.example',
    'sub.chat.example.com',
    'chat.internal',
    'user@chat.example.com',
    '',
  ])('refuses Host %j', (name) => expect(behind({ host: name })).toMatch(/LIVETYPE_PUBLIC_ORIGIN/))

  it('lets in the pages of the public origin', () => {
    expect(behind({ host: 'chat.example.com', origin: 'https://chat.example.com' })).toBeUndefined()
    expect(behind({ host: 'chat.example.com:443', origin: 'https://chat.example.com' })).toBeUndefined()
  })
  it.each([
    'http://chat.example.com',
    'https://chat.example.com:8443',
    'https://evil.example',
    'http://chat.internal:8080',
    'http://localhost:3000',
    'null',
  ])('refuses Origin %s there: scheme, name and port count', (origin) => {
    expect(behind({ host: 'chat.example.com', origin })).toBeDefined()
  })
  it('refuses the public origin where the proxy does not pass the Host on', () => {
    expect(behind({ host: '127.0.0.1:3000', origin: 'https://chat.example.com' })).toBeDefined()
  })
  it('refuses a page of another site there too', () => {
    expect(behind({ host: 'chat.example.com', 'sec-fetch-site': 'same-site' })).toBeDefined()
  })
})
