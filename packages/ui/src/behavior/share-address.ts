/** Where a link leads, in the client that is served at `base`, which begins and ends with a slash. */
export function shareAddress(token: string, base: string, origin = window.location.origin): string {
  return `${origin}${base}s/${token}`
}

/** The token in the address of a page of the client at `base`; null where it is another page. */
export function sharedTokenIn(pathname: string, base: string): string | null {
  if (!pathname.startsWith(`${base}s/`)) return null
  const [token = '', ...rest] = pathname.slice(base.length + 2).split('/')
  return rest.some((part) => part !== '') ? null : decoded(token)
}

/** Where the files of what a link shows are; ends in a slash. */
export function sharedFilesAt(token: string): string {
  return `/s/${encodeURIComponent(token)}/files/`
}

function decoded(token: string): string {
  try {
    return decodeURIComponent(token)
  } catch {
    return token // No token has such a sign.
  }
}
