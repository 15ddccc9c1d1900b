import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

/** A page with the renderers that ours are measured beside, as it would be shipped. */
export interface RivalPage extends AsyncDisposable {
  readonly url: string
}

/** Builds the page of the rivals into a temporary folder and serves it. */
export async function serveRivals(): Promise<RivalPage> {
  const outDir = await mkdtemp(join(tmpdir(), 'livetype-rivals-'))
  await build({
    root: fileURLToPath(new URL('rivals', import.meta.url)),
    configFile: false,
    plugins: [react()],
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 5_000 },
  })
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const path = pathname === '/' ? '/index.html' : pathname
    try {
      const body = readFileSync(join(outDir, path))
      response.writeHead(200, { 'content-type': extname(path) === '.js' ? 'text/javascript' : 'text/html' })
      response.end(body)
    } catch {
      // The icon that browsers ask for; the page has no other file that could be missing.
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(outDir, { recursive: true })
    },
  }
}
