import type { FastifyInstance } from 'fastify'
import { refusalOf } from './check-request.ts'

/** On every answer, errors of the framework included. */
export const securityHeaders: Record<string, string> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    // Of what a frame shows, nothing may lead it elsewhere.
    "frame-src 'self'",
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

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route is a page that a person may open by a link; all others are for programs. */
    isPage?: boolean
    /** The route gives a file that is saved by a link on a page of this server, and changes nothing. */
    isDownload?: boolean
    /** The route gives a script or a style of ours, for pages without an origin; it tells and changes nothing. */
    isForSandbox?: boolean
  }
}

/** Puts the security headers on every answer and turns foreign requests away before any handler. @see SPEC.md DOOR2 */
export function guardDoor(server: FastifyInstance, publicOrigins: readonly string[]): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders)
    // By the route that was found: the path itself can be written in many ways.
    const { isPage = false, isDownload = false, isForSandbox = false } = request.routeOptions.config ?? {}
    const { method, headers } = request
    const refusal = refusalOf({ method, headers, isPage, isDownload, isForSandbox }, publicOrigins)
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
