import * as z from 'zod/mini'
import { attachmentSchema } from './attachment.ts'
import { configurationSchema } from './configuration.ts'
import { conversationSummarySchema, titleOriginSchema } from './conversation.ts'
import { failureSchema } from './errors.ts'
import { feedbackSchema } from './feedback.ts'
import { filingSchema } from './filing.ts'
import { idSchema, modelIdSchema } from './ids.ts'
import { libraryEvents } from './library.ts'
import { firstTokenMsSchema, partSchema, runStatusSchema, usageSchema, userMessageSchema } from './message.ts'
import { queuedMessageSchema, queuedPartsSchema, queueHoldSchema } from './queue.ts'
import { settingsSchema } from './settings.ts'
import { shareEvents } from './share.ts'

const logged = {
  /** Position in its log, from 1, without holes. Of merged deltas: the position of the last. @see SPEC.md LOG2 */
  seq: z.int().check(z.positive()),
}

const delta = {
  ...logged,
  /** Of merged deltas: the position of the first, where it differs from `seq`. */
  firstSeq: z.optional(z.int().check(z.positive())),
  messageId: idSchema,
  /** Which part of the message it extends; the part begins with its first delta. */
  partIndex: z.int().check(z.nonnegative()),
  /** UTF-16 units of the part before this delta. @see SPEC.md STORE1 */
  offset: z.int().check(z.nonnegative()),
  text: z.string(),
  /** Of the first delta a run writes to a part, epoch milliseconds: what was thought until then is over. */
  startedAt: z.optional(z.number()),
}

export const messageAddedSchema = z.object({ type: z.literal('message-added'), ...logged, message: userMessageSchema })

const begunRun = {
  ...logged,
  runId: idSchema,
  /** The assistant message the run writes. */
  messageId: idSchema,
  /** The user message it answers. */
  parentId: idSchema,
  modelId: modelIdSchema,
  modelName: z.string(),
  /** Of replies that were asked for together: the id of the first of them, its own included. @see SPEC.md RUN11 */
  groupId: z.optional(idSchema),
  /** The message is there already, and the run goes on from its end. @see SPEC.md RUN9 */
  continues: z.optional(z.literal(true)),
}

/** A run waits for its turn. @see SPEC.md RUN7 */
export const runQueuedSchema = z.object({ type: z.literal('run-queued'), ...begunRun, queuedAt: z.number() })
/** A run has begun, at once or out of the queue. */
export const runStartedSchema = z.object({ type: z.literal('run-started'), ...begunRun, startedAt: z.number() })
export const textDeltaSchema = z.object({ type: z.literal('text-delta'), ...delta })
export const reasoningDeltaSchema = z.object({ type: z.literal('reasoning-delta'), ...delta })
export const runEndedSchema = z.object({
  type: z.literal('run-ended'),
  ...logged,
  runId: idSchema,
  messageId: idSchema,
  status: runStatusSchema,
  failure: z.optional(failureSchema),
  usage: z.optional(usageSchema),
  firstTokenMs: firstTokenMsSchema,
  /** Of an imported run: what its message had at its end, which no deltas told before. */
  parts: z.optional(z.array(partSchema)),
  endedAt: z.number(),
})
/** A run that went on from another is taken back: the message is again what that one had left. @see SPEC.md RUN10 */
export const runUndoneSchema = z.object({
  type: z.literal('run-undone'),
  ...logged,
  runId: idSchema,
  messageId: idSchema,
})
/** A person chose one of several siblings: the path goes through it from now on. @see SPEC.md TREE1 */
export const branchChosenSchema = z.object({ type: z.literal('branch-chosen'), ...logged, messageId: idSchema })
/** The whole configuration of a conversation, as a person has set it. @see SPEC.md CONFIG1 */
export const conversationConfiguredSchema = z.object({
  type: z.literal('conversation-configured'),
  ...logged,
  configuration: configurationSchema,
})

/** A person rated an answer, or (null) took that back. */
export const feedbackGivenSchema = z.object({
  type: z.literal('feedback-given'),
  ...logged,
  messageId: idSchema,
  feedback: z.nullable(feedbackSchema),
})

/** A message waits until nothing is being written any more; `message-added` with its id sends it. @see SPEC.md QUEUE1 */
export const messageQueuedSchema = z.object({
  type: z.literal('message-queued'),
  ...logged,
  message: queuedMessageSchema,
})
export const queuedMessageEditedSchema = z.object({
  type: z.literal('queued-message-edited'),
  ...logged,
  messageId: idSchema,
  parts: queuedPartsSchema,
})
export const queuedMessageRemovedSchema = z.object({
  type: z.literal('queued-message-removed'),
  ...logged,
  messageId: idSchema,
})
/** The queued messages stay where they are until another run begins. @see SPEC.md QUEUE3 */
export const queueHeldSchema = z.object({ type: z.literal('queue-held'), ...logged, hold: queueHoldSchema })

const conversationEvents = [
  messageAddedSchema,
  runQueuedSchema,
  runStartedSchema,
  textDeltaSchema,
  reasoningDeltaSchema,
  runEndedSchema,
  runUndoneSchema,
  branchChosenSchema,
  feedbackGivenSchema,
  conversationConfiguredSchema,
  messageQueuedSchema,
  queuedMessageEditedSchema,
  queuedMessageRemovedSchema,
  queueHeldSchema,
] as const

/** An event in the log of one conversation. */
export const conversationEventSchema = z.discriminatedUnion('type', conversationEvents)

/** @see conversationEventSchema */
export type ConversationEvent = z.infer<typeof conversationEventSchema>

export const conversationCreatedSchema = z.object({
  type: z.literal('conversation-created'),
  ...logged,
  conversation: conversationSummarySchema,
})
export const conversationRenamedSchema = z.object({
  type: z.literal('conversation-renamed'),
  ...logged,
  conversationId: idSchema,
  title: z.string(),
  titleOrigin: titleOriginSchema,
})
export const conversationUpdatedSchema = z.object({
  type: z.literal('conversation-updated'),
  ...logged,
  conversationId: idSchema,
  updatedAt: z.number(),
  runningCount: z.int().check(z.nonnegative()),
})
/** A conversation was pinned, archived or tagged, or the opposite; what it says nothing of is as it was. */
export const conversationFiledSchema = z.extend(filingSchema, {
  type: z.literal('conversation-filed'),
  ...logged,
  conversationId: idSchema,
})
export const conversationDeletedSchema = z.object({
  type: z.literal('conversation-deleted'),
  ...logged,
  conversationId: idSchema,
})
export const conversationRestoredSchema = z.object({
  type: z.literal('conversation-restored'),
  ...logged,
  conversation: conversationSummarySchema,
})

/** A conversation that was temporary is one like all others, and has a title. @see SPEC.md TEMP2 */
export const conversationKeptSchema = z.object({
  type: z.literal('conversation-kept'),
  ...logged,
  conversation: conversationSummarySchema,
})

/** A file was uploaded; until a message has it, it is nobody's but the one's who is writing. @see SPEC.md FILE2 */
export const fileAddedSchema = z.object({
  type: z.literal('file-added'),
  ...logged,
  attachment: attachmentSchema,
  /** SHA-256 of its bytes, in hex. */
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  addedAt: z.number(),
})

/** All of the owner's settings, as they are from now on. */
export const settingsChangedSchema = z.object({
  type: z.literal('settings-changed'),
  ...logged,
  settings: settingsSchema,
})

const workspaceEvents = [
  conversationCreatedSchema,
  conversationRenamedSchema,
  conversationUpdatedSchema,
  conversationFiledSchema,
  conversationDeletedSchema,
  conversationRestoredSchema,
  conversationKeptSchema,
  fileAddedSchema,
  settingsChangedSchema,
  ...libraryEvents,
  ...shareEvents,
] as const

/** An event in the log of an owner's workspace: what the list of conversations is made of. */
export const workspaceEventSchema = z.discriminatedUnion('type', workspaceEvents)

/** @see workspaceEventSchema */
export type WorkspaceEvent = z.infer<typeof workspaceEventSchema>

/** Everything that is kept in a log. */
export const loggedEventSchema = z.discriminatedUnion('type', [...conversationEvents, ...workspaceEvents])

/** @see loggedEventSchema */
export type LoggedEvent = z.infer<typeof loggedEventSchema>

/** A text or reasoning delta. */
export type DeltaEvent = Extract<LoggedEvent, { type: 'text-delta' | 'reasoning-delta' }>

type WithoutSeq<Event> = Event extends LoggedEvent ? Omit<Event, 'seq' | 'firstSeq'> : never

/** An event before the log has given it its position. */
export type NewEvent = WithoutSeq<LoggedEvent>

/** Tells a follower that its cursor of one log can't be resumed: read a snapshot, then follow from its cursor. Never logged. */
const logResets = [
  z.object({ type: z.literal('conversation-reset'), conversationId: idSchema }),
  z.object({ type: z.literal('workspace-reset') }),
] as const

/** What `chat.stream` yields, in arrays. */
export const streamEventSchema = z.discriminatedUnion('type', [...conversationEvents, ...workspaceEvents, ...logResets])

/** @see streamEventSchema */
export type StreamEvent = z.infer<typeof streamEventSchema>

/** The types of all events that a stream can yield, for a client that meets a newer server. */
export const streamEventTypes: ReadonlySet<unknown> = new Set(
  [...conversationEvents, ...workspaceEvents, ...logResets].flatMap(
    (event): readonly string[] => event.shape.type.def.values,
  ),
)

const workspaceEventTypes: ReadonlySet<string> = new Set(
  workspaceEvents.flatMap((event): readonly string[] => event.shape.type.def.values),
)

/** Whether an event belongs to the workspace's log rather than to a conversation's. */
export function isWorkspaceEvent(event: LoggedEvent): event is WorkspaceEvent {
  return workspaceEventTypes.has(event.type)
}

/** Whether an event adds text to a part of a reply. */
export function isDelta<Event extends { type: string }>(
  event: Event,
): event is Extract<Event, { type: 'text-delta' | 'reasoning-delta' }> {
  return event.type === 'text-delta' || event.type === 'reasoning-delta'
}
