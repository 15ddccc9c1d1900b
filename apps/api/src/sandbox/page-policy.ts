import { createHash } from 'node:crypto'

/**
 * The policy of a page in which what a model wrote may be drawn. Such a page has no origin, so it sees nothing of the
 * server's, of its storage or of the page that frames it; and no network: what it shows comes by a message from its
 * parent, and its scripts are our own. Those that stand in the page are allowed by their hashes; one that loads its
 * scripts may load them from this server alone.
 * `images` are where the page's images may come from: out of what it is told, if nothing else is said.
 * @see SPEC.md SAFE3
 */
export function pagePolicy(html: string, images = 'data: blob:'): string {
  const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)].map(([, attributes = '', code = '']) =>
    /\bsrc=/.test(attributes) ? "'self'" : `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  )
  return [
    'sandbox allow-scripts',
    "default-src 'none'",
    `script-src ${[...new Set(scripts)].join(' ') || "'none'"}`,
    "style-src 'unsafe-inline'",
    `img-src ${images}`,
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ')
}
