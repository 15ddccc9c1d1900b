const allowedSchemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])

/** Characters that browsers drop from an address or that a reader can't see: they only ever hide a scheme. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/**
 * An address that is safe as a link's `href`, or null. Allowed are http, https, mailto and what has no scheme at
 * all: a path, a query, a hash. What browsers can make nothing of is refused. Takes the plain address: entities are
 * decoded already.
 */
export function safeUrl(address: string): string | null {
  const visible = address.replace(invisible, '').trim()
  if (visible === '') return null
  const scheme = /^[^/?#\\]*?:/.exec(visible)?.[0]
  if (scheme !== undefined && !allowedSchemes.has(scheme.toLowerCase())) return null
  // Browsers read a backslash as a slash, and two of them as the start of a host.
  const url = scheme === undefined ? visible.replace(/^[/\\]{2,}/, 'https://') : visible
  try {
    const encoded = encodeURI(url).replace(/%25/g, '%')
    return URL.canParse(encoded, 'ftp://base') ? encoded : null
  } catch {
    // Half of a surrogate pair: no address has that.
    return null
  }
}
