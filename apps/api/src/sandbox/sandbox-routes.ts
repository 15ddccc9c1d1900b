import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { pagePolicy } from './page-policy.ts'

/** A page of its own name, or a file that such a page loads; nothing with another folder in it. */
const pageName = /^[a-z-]+\.html$/
const assetName = /^[\w.-]+\.(?:js|css|woff2)$/

/** From elsewhere, and from nowhere else: over plain HTTP only where all of this is. @see SPEC.md IMAGE1 */
const foreignImages = (protocol: string) => (protocol === 'https' ? 'https:' : 'https: http:')
const imagesOf = (page: string, protocol: string) => (page === 'image.html' ? foreignImages(protocol) : undefined)

/**
 * `GET /sandbox/<page>.html`: pages in which what a model wrote may be drawn, for frames on the clients' pages. They
 * hold no data and are the same for everyone, also beside what was shared.
 * `GET /sandbox/assets/<file>`: what they load. A page without an origin is foreign to the very server it came from, so
 * these files are for everyone who comes by the right name.
 * @see SPEC.md SAFE3
 */
export function registerSandbox(server: FastifyInstance, folder: string): void {
  server.get<{ Params: { page: string } }>('/sandbox/:page', async (request, reply) => {
    const { page } = request.params
    const path = join(folder, page)
    if (!pageName.test(page) || !existsSync(path)) {
      const isBuilt = existsSync(folder)
      return reply
        .code(404)
        .type('text/plain')
        .send(isBuilt ? 'Not found.' : 'It is not built yet. Run: npm start')
    }
    const html = await readFile(path, 'utf8')
    reply.headers({
      'content-security-policy': pagePolicy(html, imagesOf(page, request.protocol)),
      // Addresses in what is shown are not even looked up.
      'x-dns-prefetch-control': 'off',
      'cache-control': 'no-cache',
    })
    return reply.type('text/html; charset=utf-8').send(html)
  })
  server.get<{ Params: { file: string } }>(
    '/sandbox/assets/:file',
    { config: { isForSandbox: true } },
    async (request, reply) => {
      const { file } = request.params
      if (!assetName.test(file) || !existsSync(join(folder, 'assets', file))) {
        return reply.code(404).type('text/plain').send('Not found.')
      }
      reply.headers({
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': 'public, max-age=31536000, immutable',
      })
      return reply.sendFile(`assets/${file}`, folder, { cacheControl: false })
    },
  )
}
