import type { FastifyInstance } from 'fastify'
import { refusalOf } from './check-request.ts'

const securityHeaders: Record<string, string> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

/** Paths that carry data; everything else is a page or a part of one. */
const dataPath = /^\/(?:trpc|chat-stream|livez|readyz)(?:[/?]|$)/

/** Puts the security headers on every answer and turns foreign requests away before any handler. @see SPEC.md DOOR2 */
export function guardDoor(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders)
    const refusal = refusalOf({
      method: request.method,
      headers: request.headers,
      isPage: !dataPath.test(request.url),
    })
    if (refusal === undefined) return
    const failure = { code: 'forbidden-origin', message: refusal, isRetryable: false }
    await reply.code(403).send({ error: failure })
  })
}

/** The headers of answers that are written past the framework, such as streams. */
export function streamHeaders(): Record<string, string> {
  return {
    ...securityHeaders,
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  }
}
