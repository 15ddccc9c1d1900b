import { Readable } from 'node:stream'
import { ChatError, exportedConversation, exportFormat, exportVersion, idSchema } from '@livetype/protocol'
import { create as contentDisposition } from 'content-disposition'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { conversationNotFound } from '../conversations/find-message.ts'
import { cleanFileName } from '../files/clean-file-name.ts'
import type { Services } from '../services.ts'
import { httpStatusOf } from '../trpc/error-codes.ts'
import type { Context } from '../trpc/trpc.ts'
import { conversationMarkdown, type MarkdownBranches } from './conversation-markdown.ts'
import { exportedFiles } from './exported-files.ts'

const querySchema = z.object({
  format: z.enum(['json', 'markdown']),
  /** Absent: all conversations. */
  conversation: z.optional(idSchema),
  /** Of Markdown; JSON has all of it always. */
  branches: z.enum(['path', 'all']).default('path'),
})

/** Longer names are trouble in some places, also with an ending and a number after them. */
const maxNameLength = 80

/**
 * `GET /export?format=json|markdown`: one conversation or all of them, as a file to be kept. They are read one by one
 * as the other side takes them, each in a transaction of its own: none is ever half, and no more than one is in memory.
 */
export function registerExport(
  server: FastifyInstance,
  { services, createContext }: { services: Services; createContext: () => Context },
): void {
  server.get('/export', { exposeHeadRoute: false, config: { isDownload: true } }, async (request, reply) => {
    const query = querySchema.safeParse(request.query)
    if (!query.success) {
      const failure = new ChatError('invalid-input', 'An export has a format, which is json or markdown.').toFailure()
      return reply.code(httpStatusOf(failure.code)).send({ error: failure })
    }
    const { ownerId } = createContext()
    const { format, conversation: id, branches } = query.data
    const one = id === undefined ? undefined : await services.database.conversations.find(ownerId, id)
    // What is temporary is in no export (TEMP1).
    if (id !== undefined && (!one || one.isTemporary)) {
      const failure = conversationNotFound().toFailure()
      return reply.code(httpStatusOf(failure.code)).send({ error: failure })
    }
    const ids = id === undefined ? await services.database.exports.conversationIds(ownerId) : [id]
    const source = { services, ownerId, ids, ...(id !== undefined && { onlyId: id }) }
    const name = one ? nameOf(one.title) : `livetype-${new Date(services.now()).toISOString().slice(0, 10)}`
    reply.header('cache-control', 'no-store')
    reply.header('content-disposition', contentDisposition(`${name}.${format === 'json' ? 'json' : 'md'}`))
    reply.type(format === 'json' ? 'application/json; charset=utf-8' : 'text/markdown; charset=utf-8')
    return reply.send(Readable.from(format === 'json' ? jsonOf(source) : markdownOf(source, branches)))
  })
}

/** What a file of one conversation is called: as the conversation, as far as a file can be. */
function nameOf(title: string): string {
  const name = title.replace(/[/\\:*?"<>|]+/g, '-').slice(0, maxNameLength)
  return title.trim() === '' ? 'livetype' : cleanFileName(name)
}

interface ExportSource {
  readonly services: Services
  readonly ownerId: string
  readonly ids: readonly string[]
  /** Where it is of one conversation. */
  readonly onlyId?: string
}

/** What is deleted while the export goes on is left out. */
async function* conversationsOf({ services, ownerId, ids }: ExportSource) {
  for (const id of ids) {
    const snapshot = await services.database.conversationSnapshot(ownerId, id)
    if (snapshot) yield exportedConversation(snapshot)
  }
}

/** A file and a conversation a line. What a conversation needs comes before it. @see docs/export-format.md */
async function* jsonOf(source: ExportSource) {
  yield `{"format":${JSON.stringify(exportFormat)},"version":${exportVersion},`
  const fileIds = await source.services.database.exports.fileIds(source.ownerId, source.onlyId)
  if (fileIds.length > 0) {
    yield '"files":['
    yield* exportedFiles(source.services, source.ownerId, fileIds)
    yield '\n],\n'
  }
  yield '"conversations":['
  let separator = '\n'
  for await (const conversation of conversationsOf(source)) {
    yield separator + JSON.stringify(conversation)
    separator = ',\n'
  }
  yield '\n]}\n'
}

async function* markdownOf(source: ExportSource, branches: MarkdownBranches) {
  let separator = ''
  for await (const conversation of conversationsOf(source)) {
    yield separator + conversationMarkdown(conversation, branches)
    separator = '\n---\n\n'
  }
  if (separator === '') yield 'There are no conversations.\n'
}
