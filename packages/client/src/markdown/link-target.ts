/** Hosts that a text names: behind a scheme or `www.`, or alone. */
const namedHost = /(?:\w:\/\/|\bwww\.)([^\s/?#]+)|^([\p{L}\d-]+(?:\.[\p{L}\d-]+)+)(?![^/?#])/gu

/**
 * What a link leads to, as people can tell it from another: a host, in ASCII, so that letters of other scripts that
 * look alike don't pass, or the address of a mail. Null within this server, or where it leads nowhere.
 */
export function linkTarget(href: string | null): string | null {
  if (href === null || !URL.canParse(href)) return null
  const { host, pathname } = new URL(href)
  return host || pathname
}

/** Whether a text gives itself out for another target, shows nothing of it, or could be taken for one it is not. */
export function isDisguise(text: string, target: string): boolean {
  const plain = text.replace(/\p{C}/gu, '').trim()
  const hosts = Array.from(plain.toLowerCase().matchAll(namedHost), ([, behind, alone]) => behind ?? alone ?? '')
  return plain === '' || target.includes('xn--') || hosts.some((host) => withoutWww(host) !== withoutWww(target))
}

function withoutWww(host: string): string {
  return host.replace(/^www\./, '')
}
