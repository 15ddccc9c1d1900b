import type { FastifyInstance } from 'fastify'
import type { Services } from '../services.ts'

/** A person may open them in a browser too. */
const page = { config: { isPage: true } }

/** `/livez`: the process answers. `/readyz`: it takes work, so the store can be written and no shutdown has begun. */
export function registerHealth(server: FastifyInstance, { database, shutdownSignal }: Services): void {
  server.get('/livez', page, async () => ({ status: 'ok' }))
  server.get('/readyz', page, async (_, reply) => {
    const problem = shutdownSignal.aborted
      ? 'shutting down'
      : database.isWritable()
        ? undefined
        : 'the database can not be written'
    if (problem === undefined) return { status: 'ok' }
    return reply.code(503).send({ status: 'unavailable', problem })
  })
}
