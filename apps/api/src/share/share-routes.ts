import { ChatError } from '@livetype/protocol'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { sendFile } from '../files/send-file.ts'
import type { Services } from '../services.ts'
import { httpStatusOf } from '../trpc/error-codes.ts'

const paramsSchema = z.object({ token: z.string().max(200), fileId: z.string().max(64) })

/**
 * `GET /s/<token>/files/<file>`: a file of what a link shows, for as long as the link shows it. The page itself is the
 * web clients' own. @see SPEC.md SHARE3
 */
export function registerSharedFiles(server: FastifyInstance, services: Services): void {
  // A person may open a picture in a tab of its own, and follows a link to save a file.
  const page = { exposeHeadRoute: false, config: { isPage: true } }
  server.get('/s/:token/files/:fileId', page, async (request, reply) => {
    const params = paramsSchema.safeParse(request.params)
    const found = params.success && (await services.database.shares.readFile(params.data.token, params.data.fileId))
    const file = found ? await services.database.files.find(found.ownerId, found.fileId) : undefined
    reply.headers(sharedHeaders)
    if (file && (await sendFile(services, file, { reply, cacheControl: 'no-store' }))) return reply
    const failure = new ChatError('file-not-found', 'There is no such file, or it is shared no more.').toFailure()
    return reply.code(httpStatusOf(failure.code)).send({ error: failure })
  })
}

/** Of everything behind a link: nobody keeps it, and nobody lists it. */
export const sharedHeaders: Record<string, string> = {
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'referrer-policy': 'no-referrer',
}
