import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'

/** Another server, which has images. */
export interface ImageHost extends AsyncDisposable {
  /** Such as `http://127.0.0.1:1234`. */
  readonly origin: string
  /** What was asked of it. */
  readonly asked: readonly { readonly path: string; readonly headers: IncomingHttpHeaders }[]
  /** Lets go what waits. */
  release(): void
}

const image = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="400" height="300"/></svg>'

/** Starts it. What is asked of `/slow.svg` waits until it is released; `/none.svg` is not there, the first time. */
export async function startImageHost(): Promise<ImageHost> {
  const asked: { path: string; headers: IncomingHttpHeaders }[] = []
  const gate = Promise.withResolvers<void>()
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    const isMissing = path === '/none.svg' && asked.every((other) => other.path !== path)
    asked.push({ path, headers: request.headers })
    const answer = () => {
      response.writeHead(isMissing ? 404 : 200, { 'content-type': 'image/svg+xml', 'cache-control': 'no-store' })
      response.end(isMissing ? '' : image)
    }
    if (path === '/slow.svg') void gate.promise.then(answer)
    else answer()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the host of images has no address')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    asked,
    release: () => gate.resolve(),
    async [Symbol.asyncDispose]() {
      gate.resolve()
      server.closeAllConnections()
      server.close()
    },
  }
}
