import { Readable } from 'node:stream'
import type { ImportMessage } from '@livetype/protocol'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../services.ts'
import type { Context } from '../trpc/trpc.ts'
import { importFile } from './import-file.ts'

/** What a file to be imported comes as: no form of another site can send it. */
const importType = 'application/x-livetype-import'

/** How large a file may be, in bytes. It is never held as a whole. */
const maxFileBytes = 4 * 1024 * 1024 * 1024

/**
 * `POST /import`: takes a file of conversations, answers a line of JSON for each step and at last the report. The file
 * is read as fast as it is stored.
 */
export function registerImport(
  server: FastifyInstance,
  { services, createContext }: { services: Services; createContext: () => Context },
): void {
  server.addContentTypeParser(importType, { bodyLimit: maxFileBytes }, (_, payload, done) => done(null, payload))
  server.post('/import', { bodyLimit: maxFileBytes }, (request, reply) => {
    const { body } = request
    if (!(body instanceof Readable)) {
      return reply.code(415).send({
        error: { code: 'invalid-input', message: `Send the file as ${importType}.`, isRetryable: false },
      })
    }
    const { ownerId } = createContext()
    reply.header('cache-control', 'no-store')
    reply.type('application/x-ndjson')
    return reply.send(Readable.from(linesOf(importFile(services, ownerId, body))))
  })
}

async function* linesOf(messages: AsyncIterable<ImportMessage>) {
  for await (const message of messages) yield `${JSON.stringify(message)}\n`
}
