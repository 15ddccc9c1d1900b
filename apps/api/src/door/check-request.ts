import type { IncomingHttpHeaders } from 'node:http'

/** What the door looks at. */
export interface DoorRequest {
  readonly method: string
  readonly headers: IncomingHttpHeaders
  /** Whether the path is a page a person may follow a link to, rather than data. */
  readonly isPage: boolean
  /** Whether it is a file that a page of this server offers to be saved. */
  readonly isDownload?: boolean
  /** Whether it is a file that a page without an origin loads. */
  readonly isForSandbox?: boolean
}

const loopbackNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Why a request is turned away before any handler, or undefined where it may come in. A browser's request must come
 * from a page of this very server, on every method; one from a program that is no browser carries no mark of origin
 * and is fine on loopback. The Host must name this machine, or one of `publicOrigins` under which a proxy offers it
 * (each as a browser writes it, such as `https://chat.example.com`), so that no foreign name can be pointed here.
 * @see SPEC.md DOOR2
 */
export function refusalOf(request: DoorRequest, publicOrigins: readonly string[]): string | undefined {
  const { host, origin } = request.headers
  const site = request.headers['sec-fetch-site']
  const own = host === undefined ? [] : publicOrigins.filter((publicOrigin) => isHostOf(publicOrigin, host))
  if (host === undefined || (own.length === 0 && !isLoopbackHost(host))) return unknownName
  if (request.isForSandbox && isLoadedWithoutOrigin(request)) return undefined
  if (origin !== undefined && !own.includes(origin) && !(isLoopbackHost(host) && isSameOrigin(origin, host))) {
    return foreign
  }
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isLinkToPage(request)) return foreign
  // A link in a reply may lead here: following it must not ask a model anything. A file that is saved asks nothing.
  if (!request.isPage && !request.isDownload && request.headers['sec-fetch-dest'] === 'document') return notAPage
  return undefined
}

const notAPage = 'This address is for programs. It can not be opened as a page.'
const unknownName =
  'This server does not answer under this name. Open it as http://localhost with its port; behind a proxy, LIVETYPE_PUBLIC_ORIGIN says which name it has there.'
const foreign = 'Requests from other sites are not allowed.'

function isLoopbackHost(host: string): boolean {
  return loopbackNames.has(host.replace(/:\d+$/, '').toLowerCase())
}

/** With or without the port that goes without saying. */
function isHostOf(origin: string, host: string): boolean {
  const [scheme = '', name = ''] = origin.split('://')
  const asked = host.toLowerCase()
  return asked === name || asked === `${name}:${scheme === 'https' ? 443 : 80}`
}

function isSameOrigin(origin: string, host: string): boolean {
  return URL.parse(origin)?.host === URL.parse(`http://${host}`)?.host
}

/** What a page of the sandbox loads. Undefined: over plain HTTP browsers do not say. */
const sandboxDests: ReadonlySet<unknown> = new Set(['script', 'style', 'font', undefined])

/** A page of the sandbox that loads its scripts and styles: to a browser it is a page of another site. */
function isLoadedWithoutOrigin({ method, headers }: DoorRequest): boolean {
  return method === 'GET' && headers.origin === 'null' && sandboxDests.has(headers['sec-fetch-dest'])
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
