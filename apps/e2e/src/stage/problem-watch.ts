import type { BrowserContext } from '@playwright/test'

/** Collects what no page may ever cause: errors in the console, uncaught errors, violations of the CSP. */
export interface ProblemWatch {
  readonly found: readonly string[]
  /** What a test brings about itself, such as a network it cuts. */
  allow(pattern: RegExp): void
}

/** What a browser prints where a test takes the network or the server away. */
export const cutNetwork =
  /net::ERR_(?:INTERNET_DISCONNECTED|CONNECTION_|SOCKET_NOT_CONNECTED|INCOMPLETE_CHUNKED|EMPTY_RESPONSE|NETWORK_|FAILED)|closed before receiving a handshake/

/** Watches all pages of a context, from their first script on. */
export async function watchProblems(context: BrowserContext): Promise<ProblemWatch> {
  const found: string[] = []
  const allowed: RegExp[] = []
  const isAllowed = (text: string) => allowed.some((pattern) => pattern.test(text))
  context.on('console', (message) => {
    const text = `console ${message.type()}: ${message.text()} (${message.location().url})`
    if (message.type() === 'error' || message.type() === 'warning') found.push(text)
  })
  context.on('weberror', (webError) => found.push(`uncaught: ${webError.error().stack ?? String(webError.error())}`))
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      reportError(new Error(`CSP violated: ${event.violatedDirective} by ${event.blockedURI || event.sourceFile}`))
    })
  })
  return {
    get found() {
      return found.filter((text) => !isAllowed(text))
    },
    allow: (pattern) => allowed.push(pattern),
  }
}
