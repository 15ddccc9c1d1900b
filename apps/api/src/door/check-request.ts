import type { IncomingHttpHeaders } from 'node:http'

/** What the door looks at. */
export interface DoorRequest {
  readonly method: string
  readonly headers: IncomingHttpHeaders
  /** Whether the path is a page a person may follow a link to, rather than data. */
  readonly isPage: boolean
}

const loopbackNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Why a request is turned away before any handler, or undefined where it may come in. A browser's request must come
 * from a page of this very server, on every method; one from a program that is no browser carries no mark of origin
 * and is fine on loopback. The Host must name this machine, so that no foreign name can be pointed here.
 * @see SPEC.md DOOR2
 */
export function refusalOf(request: DoorRequest): string | undefined {
  const { host, origin } = request.headers
  const site = request.headers['sec-fetch-site']
  if (host === undefined || !isLoopbackHost(host)) {
    return 'This server answers only under the name localhost. Open it as http://localhost with its port.'
  }
  if (origin !== undefined && !isSameOrigin(origin, host)) return foreign
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isLinkToPage(request)) return foreign
  // A link in a reply may lead here: following it must not ask a model anything.
  if (!request.isPage && request.headers['sec-fetch-dest'] === 'document') return notAPage
  return undefined
}

const notAPage = 'This address is for programs. It can not be opened as a page.'
const foreign = 'Requests from other sites are not allowed.'

function isLoopbackHost(host: string): boolean {
  return loopbackNames.has(host.replace(/:\d+$/, '').toLowerCase())
}

function isSameOrigin(origin: string, host: string): boolean {
  return URL.parse(origin)?.host === URL.parse(`http://${host}`)?.host
}

/** A person who follows a link on another site to one of the pages: it reads no data and changes nothing. */
function isLinkToPage({ method, headers, isPage }: DoorRequest): boolean {
  return (
    isPage &&
    method === 'GET' &&
    headers.origin === undefined &&
    headers['sec-fetch-mode'] === 'navigate' &&
    headers['sec-fetch-dest'] === 'document'
  )
}
