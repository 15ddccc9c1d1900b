import fastifyCompress from '@fastify/compress'
import { localOwnerId } from '@livetype/db'
import type { Failure } from '@livetype/protocol'
import { fastifyRequestHandler } from '@trpc/server/adapters/fastify'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { guardDoor, securityHeaders } from './door/door.ts'
import { registerExport } from './export/export-route.ts'
import { registerFiles } from './files/file-routes.ts'
import { registerHealth } from './health/health-routes.ts'
import { registerImport } from './import/import-route.ts'
import { registerPlainStream } from './plain-stream/plain-stream-route.ts'
import { appRouter } from './router.ts'
import type { Services } from './services.ts'
import { registerSharedFiles } from './share/share-routes.ts'
import { registerChatStream } from './stream/chat-stream-route.ts'
import type { Context } from './trpc/trpc.ts'
import { registerWeb, type WebPages } from './web/web-routes.ts'
import { registerWebSocket } from './web-socket/register-web-socket.ts'

/** Room for the longest message in any script and its escapes. */
const maxBodyBytes = 4 * 1024 * 1024
const maxBatchSize = 20
const maxHeaderBytes = 64 * 1024

/** The HTTP server with all its routes, not listening yet. */
export async function createApp(services: Services, pages: WebPages): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = services.logger
  const server = Fastify({
    loggerInstance,
    // A request's URL can carry a prompt: requests are not logged.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: maxBodyBytes,
    http: {
      // A plain page asks by its URL.
      maxHeaderSize: maxHeaderBytes,
      // Any other protocol that a client offers, such as h2c, is not taken up: its request is one like all.
      shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket',
    },
    // A path that can't be read never comes to the hooks.
    frameworkErrors: (_, __, reply) => {
      reply.headers(securityHeaders)
      answerUnknown(reply)
    },
    routerOptions: { maxParamLength: 5_000 },
    forceCloseConnections: false,
  })
  server.setNotFoundHandler((_, reply) => answerUnknown(reply))
  server.setErrorHandler((error: FastifyError, request, reply) => answerError(services, error, { request, reply }))
  guardDoor(server, services.publicOrigins)
  await server.register(fastifyCompress, {
    global: true,
    customTypes: /^(?:text\/(?!event-stream)|application\/(?:json|javascript|manifest\+json)|image\/svg)/,
    requestEncodings: ['identity'],
  })

  const createContext = (): Context => ({ ownerId: localOwnerId, services })
  const handleTrpc = (request: FastifyRequest, reply: FastifyReply, path: string) => {
    reply.header('cache-control', 'no-store')
    return fastifyRequestHandler({
      router: appRouter,
      req: request,
      res: reply,
      path,
      createContext,
      maxBodySize: maxBodyBytes,
      maxBatchSize,
    })
  }
  // tRPC reads the bodies itself; multipart is nobody's.
  server.removeContentTypeParser('application/json')
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_, body, done) => done(null, body))
  registerChatStream(server, {
    services,
    createContext,
    fallback: (request, reply) => handleTrpc(request, reply, 'chat.stream'),
  })
  server.all<{ Params: { path: string } }>('/trpc/:path', (request, reply) =>
    handleTrpc(request, reply, request.params.path),
  )
  registerWebSocket(server, { services, createContext, maxPayloadBytes: maxBodyBytes, maxBatchSize })

  registerPlainStream(server, { services, createContext })
  await registerFiles(server, { services, createContext })
  registerSharedFiles(server, services)
  registerExport(server, { services, createContext })
  registerImport(server, { services, createContext })
  registerHealth(server, services)
  await registerWeb(server, pages, services.settings)
  return server
}

/** Does not repeat the address: it may carry a prompt. */
function answerUnknown(reply: FastifyReply) {
  const failure: Failure = { code: 'invalid-input', message: 'There is nothing at this address.', isRetryable: false }
  return reply.code(404).send({ error: failure })
}

/** What no handler caught: a client learns that it happened, the log why. @see SPEC.md SUB5 */
function answerError(
  { logger }: Services,
  error: FastifyError,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
) {
  const status = error.statusCode ?? 500
  if (status >= 500)
    logger.error({ err: error, method: request.method, route: request.routeOptions.url }, 'request failed')
  const failure: Failure =
    status >= 500
      ? { code: 'internal', message: 'Something went wrong on the server. Its log has the details.', isRetryable: true }
      : { code: 'invalid-input', message: error.message, isRetryable: false }
  return reply.code(status).send({ error: failure })
}
