import { conversationLog } from '@livetype/db'
import {
  type AssistantMessage,
  ChatError,
  type ConversationSnapshot,
  conversationFromSnapshot,
  type Failure,
  idSchema,
  isOpen,
  makeId,
  messagePath,
  messageTextSchema,
  modelIdSchema,
  type RunStatus,
  textOf,
  type Usage,
} from '@livetype/protocol'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Services } from '../services.ts'
import { type EventStreamResponse, openEventStream } from '../stream/event-stream-response.ts'
import { httpStatusOf } from '../trpc/error-codes.ts'
import type { Context } from '../trpc/trpc.ts'
import { derivedIds } from './derived-ids.ts'
import { doneFrame, parsePosition, positionFrame } from './plain-frames.ts'
import { TextFramer } from './text-framer.ts'

const querySchema = z.object({
  message: messageTextSchema,
  conversationId: z.optional(idSchema),
  model: z.optional(modelIdSchema),
  /** Made by the client: the same id again is the same question, even where the first answer never arrived. */
  messageId: z.optional(idSchema),
})

type Query = z.infer<typeof querySchema>

/** A reply as it stands, and the position at which its log goes on. */
interface ReplySnapshot {
  readonly conversationId: string
  readonly reply: AssistantMessage
  readonly epoch: number
  readonly seq: number
}

/**
 * `GET /chat-stream?message=…`: a chat for `new EventSource(…)` alone. Messages carry the reply's text as it is
 * written, `done` says how it ended. A reconnect resumes the same reply by its id and never asks again; after the end
 * it answers 204, which ends an EventSource. Where the connection was lost before the first id came, an EventSource
 * asks again as it did: that is the same question if it has a `messageId`, and another if it has none.
 *
 * The message travels in the URL, whose length the server limits together with the headers: a longer one is answered
 * 431 before it comes here. Same-origin only, by the door.
 */
export function registerPlainStream(
  server: FastifyInstance,
  options: { services: Services; createContext(): Context },
): void {
  const { services } = options
  // Asking whether the address is there must not ask the model.
  server.get('/chat-stream', { exposeHeadRoute: false }, async (request, reply) => {
    const { ownerId } = options.createContext()
    using place = services.streamPlaces.take(ownerId)
    const lastEventId = request.headers['last-event-id']
    if (typeof lastEventId === 'string' && lastEventId !== '') {
      const position = parsePosition(lastEventId)
      const resumed = position && position !== 'done' && (await findReply(services, ownerId, position.replyId))
      if (!resumed) return reply.code(204).send()
      const response = openEventStream(reply, services.settings)
      // The reply goes on without its reader, who is told nothing that would be taken for its end.
      if (!place) return response.endForNow()
      return await typeReply(services, response, { ...resumed, ownerId, sentLength: position.length })
    }
    const refuse = (failure: Failure) => answerRefusal(failure, { request, reply, settings: services.settings })
    const query = querySchema.safeParse(request.query)
    if (!query.success) {
      const [issue] = query.error.issues
      return refuse({
        code: 'invalid-input',
        message: `${issue?.path.join('.')}: ${issue?.message}`,
        isRetryable: false,
      })
    }
    if (!place) return refuse(services.streamPlaces.refusal().toFailure())
    try {
      const asked = await ask(services, ownerId, query.data)
      const response = openEventStream(reply, services.settings)
      return await typeReply(services, response, { ...asked, ownerId, sentLength: 0 })
    } catch (error) {
      if (!(error instanceof ChatError)) throw error
      return refuse(error.toFailure())
    }
  })
}

async function ask(services: Services, ownerId: string, query: Query): Promise<ReplySnapshot> {
  const messageId = query.messageId ?? makeId()
  const derived = derivedIds(ownerId, messageId)
  const asked = await services.database.messages.find(ownerId, messageId)
  const conversationId = query.conversationId ?? asked?.conversationId ?? derived.conversationId
  const known = await services.database.conversationSnapshot(ownerId, conversationId)
  if (query.conversationId !== undefined && !known) {
    throw new ChatError('conversation-not-found', 'There is no such conversation.')
  }
  const { reply } = await services.messages.send(ownerId, {
    conversationId,
    messageId,
    parentId: parentIdOf(known, messageId),
    text: query.message,
    modelId: query.model,
    replyId: derived.replyId,
  })
  const found = await findReply(services, ownerId, reply.id)
  if (!found) throw new ChatError('message-not-found', 'The reply is gone.')
  return found
}

/** The message a new one follows: the last of the path, or what it followed when it was sent before. */
function parentIdOf(known: Omit<ConversationSnapshot, 'cursor'> | undefined, messageId: string): string | null {
  if (!known) return null
  const again = known.messages.find((message) => message.id === messageId)
  return again ? again.parentId : (messagePath(conversationFromSnapshot(known)).at(-1) ?? null)
}

async function findReply(services: Services, ownerId: string, replyId: string): Promise<ReplySnapshot | undefined> {
  const found = await services.database.messages.find(ownerId, replyId)
  if (!found) return undefined
  const { conversationId } = found
  const snapshot = await services.database.conversationSnapshot(ownerId, conversationId)
  const reply = snapshot?.messages.find((message) => message.id === replyId)
  if (!snapshot || reply?.role !== 'assistant') return undefined
  return { conversationId, reply, epoch: snapshot.epoch, seq: snapshot.seq }
}

interface RunEnd {
  readonly status: RunStatus
  readonly failure?: Failure | undefined
  readonly usage?: Usage | undefined
}

/**
 * Sends what the client has not got yet, then what comes, then the end. It follows the run that the reply stands for
 * when it begins, through the queue too. Where a continuation was taken back after the client had read some of it,
 * what comes in its place is sent from where the client stands: a text once shown is never taken back.
 */
async function typeReply(
  services: Services,
  response: EventStreamResponse,
  { ownerId, sentLength, ...asked }: ReplySnapshot & { ownerId: string; sentLength: number },
): Promise<void> {
  const { database, shutdownSignal, logger } = services
  const signal = AbortSignal.any([response.signal, shutdownSignal])
  const { conversationId } = asked
  const { id: replyId } = asked.reply
  const identity = { conversationId, messageId: replyId }
  const framer = new TextFramer(replyId, sentLength)
  let typedLength = sentLength
  const type = (text: string) => {
    typedLength += text.length
    const frame = framer.push(text)
    if (frame !== '') response.write(frame)
  }
  const writeEnd = ({ status, failure, usage }: RunEnd) => {
    response.write(
      framer.end() + doneFrame({ status, ...identity, ...(failure && { failure }), ...(usage && { usage }) }),
    )
  }
  /** Types what comes; returns the end, or undefined where the log can't be gone on with without a gap. */
  const typeFrom = async ({ reply, epoch, seq }: ReplySnapshot): Promise<RunEnd | undefined> => {
    let length = textOf(reply).length
    const positions = new Map([[conversationLog(conversationId), seq]])
    for await (const batch of database.log.follow(positions, signal, epoch)) {
      if (batch.type === 'reset') return undefined
      for (const event of batch.events) {
        if (event.type === 'text-delta' && event.messageId === replyId) {
          type(event.text.slice(typedLength - length))
          length += event.text.length
        }
        if (event.type === 'run-ended' && event.runId === reply.runId) return event
      }
      if (!response.hasRoom()) await response.untilRoom()
    }
    return undefined
  }
  try {
    response.write(positionFrame({ replyId, length: sentLength }))
    let snapshot: ReplySnapshot | undefined = asked
    while (snapshot && !signal.aborted) {
      type(textOf(snapshot.reply).slice(typedLength))
      const { reply } = snapshot.reply
      const end = isOpen(reply) ? await typeFrom(snapshot) : reply
      if (end) return writeEnd(end)
      snapshot = signal.aborted ? undefined : await findReply(services, ownerId, replyId)
    }
  } catch (error) {
    logger.error({ err: error }, 'a plain stream broke off')
  } finally {
    if (shutdownSignal.aborted) response.endForNow()
    else response.end()
  }
}

/** An EventSource can read no error's body: it gets the failure as the end. Others get a status and JSON. */
function answerRefusal(
  failure: Failure,
  { request, reply, settings }: { request: FastifyRequest; reply: FastifyReply; settings: Services['settings'] },
) {
  if (!request.headers.accept?.includes('text/event-stream')) {
    return reply.code(httpStatusOf(failure.code)).send({ error: failure })
  }
  const response = openEventStream(reply, settings)
  response.write(doneFrame({ status: 'failed', failure }))
  response.end()
  return undefined
}
