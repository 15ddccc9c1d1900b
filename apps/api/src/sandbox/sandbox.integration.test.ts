import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { startTestServer } from '../test-support/start-test-server.ts'
import { makeDataDir } from '../test-support/test-config.ts'

async function startWithPages(pages: Record<string, string>) {
  const folder = makeDataDir()
  mkdirSync(join(folder.path, 'assets'))
  for (const [name, text] of Object.entries(pages)) writeFileSync(join(folder.path, name), text)
  const server = await startTestServer({}, { clients: [], sandbox: folder.path })
  onTestFinished(async () => {
    await server[Symbol.asyncDispose]()
    folder.remove()
  })
  return server
}

const policyOf = (response: Response) => response.headers.get('content-security-policy')?.split('; ')

it('[SAFE3] a page of the sandbox has no origin, no network and no scripts but those that stand in it', async () => {
  const server = await startWithPages({ 'preview.html': '<script type="module">say("hello")</script><body></body>' })
  const response = await fetch(`${server.url}/sandbox/preview.html`)
  expect(await response.text()).toContain('say("hello")')
  expect(policyOf(response)).toEqual([
    'sandbox allow-scripts',
    "default-src 'none'",
    // printf 'say("hello")' | openssl dgst -sha256 -binary | base64
    "script-src 'sha256-fFI4F8UYyqmuIV8vsBmK2XfMdBB2uTYNiA+JyIpAnTw='",
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ])
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
  })
  expect(response.headers.get('access-control-allow-origin')).toBeNull()
  // The pages around it let frames show pages of this server alone, and are shown in none.
  const outer = policyOf(await fetch(`${server.url}/livez`))
  expect(outer).toContain("frame-src 'self'")
  expect(outer).toContain("frame-ancestors 'none'")
})

it('[IMAGE1] one page of the sandbox may load images from elsewhere, and nothing but images', async () => {
  const server = await startWithPages({ 'image.html': '<body></body>', 'other.html': '<body></body>' })
  const own = policyOf(await fetch(`${server.url}/sandbox/other.html`)) ?? []
  expect(own).toContain('img-src data: blob:')
  // The test's server is one over plain HTTP.
  expect(policyOf(await fetch(`${server.url}/sandbox/image.html`))).toEqual(
    own.map((directive) => directive.replace('data: blob:', 'https: http:')),
  )
})

it('[SAFE3] what a page of the sandbox loads may be had without an origin, and nothing else may', async () => {
  const server = await startWithPages({
    'large.html': '<script type="module" crossorigin src="/sandbox/assets/large-1.js"></script>',
    'assets/large-1.js': 'export {}',
  })
  expect(policyOf(await fetch(`${server.url}/sandbox/large.html`))).toContain("script-src 'self'")
  const withoutOrigin = { origin: 'null', 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'script' }
  const ask = (path: string, headers: Record<string, string> = withoutOrigin) =>
    fetch(`${server.url}${path}`, { headers })
  const asset = await ask('/sandbox/assets/large-1.js')
  expect([asset.status, await asset.text()]).toEqual([200, 'export {}'])
  expect(Object.fromEntries(asset.headers)).toMatchObject({
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'application/javascript; charset=utf-8',
  })
  expect((await ask('/sandbox/assets/large-1.js', { origin: 'https://evil.example' })).status).toBe(403)
  for (const path of ['/sandbox/large.html', '/livez', '/trpc/conversation.list', '/chat-stream?message=x']) {
    expect((await ask(path)).status).toBe(403)
  }
})

it('serves no file of another folder or kind', async () => {
  const server = await startWithPages({ 'a.html': '', 'notes.txt': 'x', 'assets/page.html': 'x' })
  const paths = [
    '',
    'none.html',
    'notes.txt',
    'assets/page.html',
    '..%2fa.html',
    'assets/..%2fa.html',
    'assets/none.js',
  ]
  for (const path of paths) expect([path, (await fetch(`${server.url}/sandbox/${path}`)).status]).toEqual([path, 404])
})
