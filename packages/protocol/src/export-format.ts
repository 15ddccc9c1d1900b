import * as z from 'zod/mini'
import { takesPath } from './branches.ts'
import { configurationSchema, isUnset } from './configuration.ts'
import { type ConversationSnapshot, conversationSummarySchema, maxTitleLength } from './conversation.ts'
import { conversationFromSnapshot } from './fold-conversation.ts'
import { idSchema } from './ids.ts'
import {
  assistantMessageSchema,
  earlierRunSchema,
  endedReplySchema,
  isOpen,
  type Message,
  userMessageSchema,
} from './message.ts'

/** How an export names itself. docs/export-format.md describes it. */
export const exportFormat = 'livetype'
/** Raised when an older Livetype could not read what a newer one writes. */
export const exportVersion = 1

/** A file as an export holds it. What it is, its bytes say (FILE1). */
export const exportedFileSchema = z.object({ fileId: idSchema, name: z.string(), base64: z.string() })

/** What a `Date` can hold. */
const time = z.int().check(z.minimum(-8.64e15), z.maximum(8.64e15))
const endedReply = z.extend(endedReplySchema, { startedAt: time, endedAt: time })

export const exportedMessageSchema = z.discriminatedUnion('role', [
  z.extend(userMessageSchema, { createdAt: time }),
  z.extend(assistantMessageSchema, {
    createdAt: time,
    reply: endedReply,
    earlierRuns: z.optional(z.array(z.extend(earlierRunSchema, { reply: endedReply })).check(z.minLength(1))),
  }),
])

/** @see exportedMessageSchema */
export type ExportedMessage = z.infer<typeof exportedMessageSchema>

/** A conversation as an export holds it: all its messages in the order in which they were added. */
export const exportedConversationSchema = z.extend(z.omit(conversationSummarySchema, { runningCount: true }), {
  title: z.string().check(z.maxLength(maxTitleLength)),
  createdAt: time,
  updatedAt: time,
  /** What a person has set for it; absent: nothing. */
  configuration: z.optional(configurationSchema),
  messages: z.array(exportedMessageSchema),
  /** Where a person chose which message a path goes through at a fork: that one, if the path would not do so anyway. */
  chosenIds: z.array(idSchema),
})

/** @see exportedConversationSchema */
export type ExportedConversation = z.infer<typeof exportedConversationSchema>

/**
 * What an export has of a conversation, its keys in the schema's order. A reply that is still being made is there as
 * far as it has come, as interrupted.
 */
export function exportedConversation(snapshot: Omit<ConversationSnapshot, 'cursor'>): ExportedConversation {
  const { configuration } = snapshot
  const state = conversationFromSnapshot(snapshot)
  const unchosen = unchosenPath(snapshot.messages)
  const chosen = new Set(snapshot.chosenIds)
  // Of replies that were made together the choice says that they are compared no more.
  const isTold = (message: Message) =>
    unchosen.get(message.parentId) !== message.id ||
    (message.role === 'assistant' && message.groupId !== undefined && chosen.has(message.id))
  const chosenIds = snapshot.messages
    .filter((message) => state.next.get(message.parentId) === message.id && isTold(message))
    .map(({ id }) => id)
  const messages = snapshot.messages.map((message) => {
    if (message.role === 'user' || !isOpen(message.reply)) return message
    const startedAt = message.reply.status === 'queued' ? message.reply.queuedAt : message.reply.startedAt
    return { ...message, reply: { status: 'interrupted' as const, startedAt, endedAt: startedAt } }
  })
  return exportedConversationSchema.parse({
    ...snapshot.conversation,
    ...(configuration && !isUnset(configuration) && { configuration }),
    messages,
    chosenIds,
  })
}

/** Of each message, and of null before the first, the one that follows on the path where nobody has chosen another. */
export function unchosenPath(messages: readonly Message[]): Map<string | null, string> {
  const next = new Map<string | null, string>()
  for (const message of messages) {
    if (takesPath(message)) next.set(message.parentId, message.id)
  }
  return next
}

/**
 * Why these messages are no tree that a conversation could have grown; undefined where they are. Names the place, such
 * as `messages.3`.
 */
export function treeProblem({ messages, chosenIds }: ExportedConversation): string | undefined {
  const roles = new Map<string, ExportedMessage['role']>()
  const runIds = new Set<string>()
  for (const [index, message] of messages.entries()) {
    const problem = messageProblem(message, { roles, runIds })
    if (problem) return `messages.${index}: ${problem}`
    roles.set(message.id, message.role)
  }
  const unknown = chosenIds.findIndex((id) => !roles.has(id))
  return unknown === -1 ? undefined : `chosenIds.${unknown}: there is no such message`
}

function messageProblem(
  message: ExportedMessage,
  known: { readonly roles: ReadonlyMap<string, string>; readonly runIds: Set<string> },
): string | undefined {
  if (known.roles.has(message.id)) return 'its id is there twice'
  if (message.parentId !== null && !known.roles.has(message.parentId)) return 'what it follows is not before it'
  if (message.role === 'user') return undefined
  if (message.parentId === null || known.roles.get(message.parentId) !== 'user') return 'it answers no message'
  for (const runId of runIdsOf(message)) {
    if (known.runIds.has(runId)) return 'the id of its run is there twice'
    known.runIds.add(runId)
  }
  return growthProblem(message)
}

/** The ids of all runs of a reply, the first one first. */
export function runIdsOf(message: ExportedMessage): string[] {
  if (message.role === 'user') return []
  return [...(message.earlierRuns ?? []).map((run) => run.runId), message.runId]
}

/** A run that goes on adds to what is there: no part can get shorter, and none can go. */
function growthProblem({ parts, earlierRuns = [] }: Extract<ExportedMessage, { role: 'assistant' }>) {
  const steps = [...earlierRuns.map((run) => run.partLengths), parts.map((part) => part.text.length)]
  const shrinks = steps.some((lengths, step) => {
    const before = steps[step - 1] ?? []
    return before.length > lengths.length || before.some((length, part) => length > (lengths[part] ?? 0))
  })
  return shrinks ? 'a run that went on has less than the one before' : undefined
}
