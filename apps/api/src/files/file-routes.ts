import { Readable } from 'node:stream'
import { type Attachment, ChatError, type Failure, idSchema } from '@livetype/protocol'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Services } from '../services.ts'
import { httpStatusOf } from '../trpc/error-codes.ts'
import type { Context } from '../trpc/trpc.ts'
import { addFile } from './add-file.ts'
import { fileNotFound } from './find-attachments.ts'
import { CutOffError, tooLarge } from './receive-file.ts'
import { sendFile } from './send-file.ts'

const paramsSchema = z.object({ fileId: idSchema })
const querySchema = z.object({ name: z.string().max(10_000).default('') })

/**
 * `PUT /files/<id>?name=<name>` takes a file's bytes as its body, whatever type it says they are, and answers with the
 * attachment or with `{ error }`. `GET` gives them back, as what they were found to be. Both behind the door (DOOR2).
 */
export async function registerFiles(
  server: FastifyInstance,
  options: { services: Services; createContext(): Context },
): Promise<void> {
  const { services } = options
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_, body, done) => done(null, body))
    scope.put('/files/:fileId', async (request, reply) => {
      reply.header('cache-control', 'no-store')
      try {
        return await upload(services, options.createContext().ownerId, request)
      } catch (error) {
        if (error instanceof CutOffError) return reply.hijack().raw.destroy()
        return answerRefusal(services, error, { request, reply })
      }
    })
  })
  // A person may open a picture in a tab of its own, and follows a link to save a file.
  server.get('/files/:fileId', { config: { isPage: true } }, async (request, reply) => {
    try {
      return await send(services, options.createContext().ownerId, { request, reply })
    } catch (error) {
      return answerRefusal(services, error, { request, reply })
    }
  })
}

async function upload(services: Services, ownerId: string, request: FastifyRequest): Promise<Attachment> {
  const params = paramsSchema.safeParse(request.params)
  const query = querySchema.safeParse(request.query)
  if (!params.success || !query.success) {
    throw new ChatError('invalid-input', 'A file is put at /files/<id>?name=<name>, its id made by the client.')
  }
  const limits = services.attachmentLimits
  if (Number(request.headers['content-length'] ?? 0) > limits.maxFileBytes) throw tooLarge(limits)
  const body = request.body instanceof Readable ? request.body : Readable.from([])
  return addFile(services, ownerId, { fileId: params.data.fileId, name: query.data.name, body })
}

async function send(
  { database, logger }: Services,
  ownerId: string,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
) {
  const params = paramsSchema.safeParse(request.params)
  const file = params.success ? await database.files.find(ownerId, params.data.fileId) : undefined
  if (!file) throw fileNotFound()
  // The bytes of an id never change; other people's browsers and proxies have no business with them.
  const cacheControl = 'private, max-age=31536000, immutable'
  if (!(await sendFile({ database, logger }, file, { reply, cacheControl }))) throw fileNotFound()
  return reply
}

function answerRefusal(
  { logger }: Services,
  error: unknown,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
) {
  if (!(error instanceof ChatError)) throw error
  if (error.cause !== undefined) logger.error({ err: error }, 'a file was refused')
  // What is still coming is taken and thrown away, so that the answer is heard.
  request.raw.resume()
  const failure: Failure = error.toFailure()
  return reply.code(httpStatusOf(failure.code)).send({ error: failure })
}
