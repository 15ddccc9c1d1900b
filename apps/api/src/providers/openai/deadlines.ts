/** How long the three silences of a reply may last, in milliseconds. Comments that keep a stream alive do not count. */
export interface Deadlines {
  /** From the request to the response's headers. */
  readonly headersMs: number
  /** From the headers to the first text or reasoning. */
  readonly firstContentMs: number
  /** From one text or reasoning to the next. */
  readonly betweenContentsMs: number
}

/**
 * Deadlines for a server at `baseUrl`. A server on this machine or in this network may have to load a model before
 * it sends even its headers; a hosted one answers at once.
 */
export function defaultDeadlines(baseUrl: string): Deadlines {
  return { headersMs: isNearby(baseUrl) ? 300_000 : 60_000, firstContentMs: 300_000, betweenContentsMs: 60_000 }
}

/** True where the address is loopback, private or a name without a dot. */
export function isNearby(baseUrl: string): boolean {
  const host = new URL(baseUrl).hostname
  return (
    !host.includes('.') ||
    /^(127|10|192\.168|172\.(1[6-9]|2\d|3[01]))\./.test(host) ||
    /\.(local|lan|internal|home\.arpa)$/.test(host)
  )
}
