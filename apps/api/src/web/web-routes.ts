import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'
import { registerSandbox } from '../sandbox/sandbox-routes.ts'
import { sharedHeaders } from '../share/share-routes.ts'

/** A web client as it was built: where it is served and from which folder. */
export interface WebClient {
  /** Begins and ends with a slash. */
  readonly prefix: string
  readonly folder: string
  /** Whether paths under the prefix that are no file are pages of the client's own router. */
  readonly isSinglePage: boolean
}

/** What browsers are served. */
export interface WebPages {
  readonly clients: readonly WebClient[]
  /** The folder of the pages for frames without an origin; absent: there are none. */
  readonly sandbox?: string
}

const page = { config: { isPage: true } }

/**
 * Serves the web clients. Files with a hash in their name are kept by browsers for ever, pages never.
 * A client that was not built answers with what to do. What the clients have to know of the server's settings stands
 * in their pages, so that they need no request for it.
 */
export async function registerWeb(
  server: FastifyInstance,
  { clients, sandbox }: WebPages,
  settings: Pick<Config, 'transport'>,
): Promise<void> {
  const folders = [...clients.map((client) => client.folder), ...(sandbox ? [sandbox] : [])].filter(existsSync)
  if (folders.length > 0) await server.register(fastifyStatic, { root: folders, serve: false })
  if (sandbox) registerSandbox(server, sandbox)
  // The longest prefix first, so that "/" takes what is left.
  for (const client of [...clients].sort((a, b) => b.prefix.length - a.prefix.length)) {
    if (client.prefix !== '/') {
      const bare = client.prefix.slice(0, -1)
      server.get(bare, page, (_, reply) => reply.redirect(client.prefix))
    }
    server.get<{ Params: { '*': string } }>(`${client.prefix}*`, page, async (request, reply) => {
      const path = request.params['*']
      const isAsset = path.startsWith('assets/')
      const file =
        path !== '' && existsFile(client.folder, path)
          ? path
          : client.isSinglePage && !isAsset
            ? 'index.html'
            : path || 'index.html'
      if (!existsFile(client.folder, file)) {
        const isBuilt = existsSync(join(client.folder, 'index.html'))
        return reply
          .code(404)
          .type('text/plain')
          .send(isBuilt ? 'Not found.' : 'This web client is not built yet. Run: npm start')
      }
      reply.header('cache-control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache')
      if (client.isSinglePage && file === 'index.html') {
        const html = await readFile(join(client.folder, file), 'utf8')
        return reply.headers(headersOf(path)).type('text/html; charset=utf-8').send(withSettings(html, settings))
      }
      return reply.sendFile(file, client.folder, { cacheControl: false })
    })
  }
}

/** Of a page that shows what was shared. What its link is, only the page itself asks. @see SPEC.md SHARE3 */
function headersOf(path: string): Record<string, string> {
  return path.startsWith('s/') ? sharedHeaders : {}
}

/** packages/client/src/browser/create-browser-client.ts reads it. */
function withSettings(html: string, { transport }: Pick<Config, 'transport'>): string {
  return html.replace('<head>', `<head>\n    <meta name="livetype-transport" content="${transport}" />`)
}

function existsFile(folder: string, path: string): boolean {
  // `sendFile` itself refuses to leave the folder; this only decides between the file and the page.
  return !path.includes('..') && !path.endsWith('/') && existsSync(join(folder, path))
}
