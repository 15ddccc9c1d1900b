import { type DeltaEvent, foldDelta, isDelta, type LoggedEvent, type Part } from '@livetype/protocol'
import { and, eq, gt, sql } from 'drizzle-orm'
import type { LogName } from './event-log/event-log.ts'
import { conversationLog, parseLogName } from './event-log/event-log.ts'
import { type Projection, parseEvent } from './event-log/sqlite-event-log.ts'
import type { Database } from './open-database.ts'
import { prepared } from './prepared.ts'
import { conversations, events, logs, messages, runs } from './schema.ts'

/** Keeps the tables what the logs say. Runs inside the log's transaction. @see SPEC.md LOG4 */
export function createProjection(database: Database, now: () => number): Projection {
  const { orm } = database
  /** What the running replies have so far. Only a shortcut: what is missing here is folded from the events. */
  const partsByMessage = new Map<string, Part[]>()

  const endRun = (event: Extract<LoggedEvent, { type: 'run-ended' }>) => {
    const parts = partsByMessage.get(event.messageId) ?? foldRunFromDisk(database, event.runId)
    partsByMessage.delete(event.messageId)
    updateParts(database).run({ id: event.messageId, parts: JSON.stringify(parts) })
    updateRun(database).run({
      id: event.runId,
      status: event.status,
      endedAt: event.endedAt,
      failure: event.failure ? JSON.stringify(event.failure) : null,
      usage: event.usage ? JSON.stringify(event.usage) : null,
    })
  }

  return {
    apply(log, event) {
      switch (event.type) {
        case 'text-delta':
        case 'reasoning-delta': {
          const parts = partsByMessage.get(event.messageId)
          if (parts) partsByMessage.set(event.messageId, foldOrThrow(parts, event))
          return
        }
        case 'message-added': {
          const { id, parentId, role, parts, createdAt } = event.message
          const conversationId = parseLogName(log).id
          const row = { id, conversationId, parentId, role, createdAt, position: event.seq }
          insertMessage(database).run({ ...row, parts: JSON.stringify(parts) })
          return
        }
        case 'run-started': {
          const { messageId, parentId, runId, modelId, modelName, startedAt } = event
          const conversationId = parseLogName(log).id
          const message = { id: messageId, conversationId, parentId, role: 'assistant', parts: '[]' }
          insertMessage(database).run({ ...message, createdAt: startedAt, position: event.seq })
          const run = { id: runId, messageId, conversationId, modelId, modelName, startedAt }
          insertRun(database).run({ ...run, status: 'running', startSeq: event.seq })
          partsByMessage.set(messageId, [])
          return
        }
        case 'run-ended':
          return endRun(event)
        case 'conversation-created': {
          const { id, title, titleOrigin, createdAt, updatedAt } = event.conversation
          const ownerId = parseLogName(log).id
          orm.insert(conversations).values({ id, ownerId, title, titleOrigin, createdAt, updatedAt }).run()
          return
        }
        case 'conversation-renamed': {
          const { title, titleOrigin } = event
          orm.update(conversations).set({ title, titleOrigin }).where(eq(conversations.id, event.conversationId)).run()
          return
        }
        case 'conversation-updated': {
          const { updatedAt } = event
          touchConversation(database).run({ id: event.conversationId, updatedAt })
          return
        }
        case 'conversation-deleted':
          orm.update(conversations).set({ deletedAt: now() }).where(eq(conversations.id, event.conversationId)).run()
          return
        case 'conversation-restored':
          orm.update(conversations).set({ deletedAt: null }).where(eq(conversations.id, event.conversation.id)).run()
          return
      }
    },
    forget() {
      partsByMessage.clear()
    },
  }
}

const { placeholder } = sql
const insertMessage = prepared((orm) =>
  orm
    .insert(messages)
    .values({
      id: placeholder('id'),
      conversationId: placeholder('conversationId'),
      parentId: placeholder('parentId'),
      role: placeholder('role'),
      parts: placeholder('parts'),
      createdAt: placeholder('createdAt'),
      position: placeholder('position'),
    })
    .prepare(),
)
const insertRun = prepared((orm) =>
  orm
    .insert(runs)
    .values({
      id: placeholder('id'),
      messageId: placeholder('messageId'),
      conversationId: placeholder('conversationId'),
      modelId: placeholder('modelId'),
      modelName: placeholder('modelName'),
      status: placeholder('status'),
      startSeq: placeholder('startSeq'),
      startedAt: placeholder('startedAt'),
    })
    .prepare(),
)
const updateParts = prepared((orm) =>
  orm
    .update(messages)
    .set({ parts: sql`${placeholder('parts')}` })
    .where(eq(messages.id, placeholder('id')))
    .prepare(),
)
const updateRun = prepared((orm) =>
  orm
    .update(runs)
    .set({
      status: sql`${placeholder('status')}`,
      endedAt: sql`${placeholder('endedAt')}`,
      failure: sql`${placeholder('failure')}`,
      usage: sql`${placeholder('usage')}`,
    })
    .where(eq(runs.id, placeholder('id')))
    .prepare(),
)
const touchConversation = prepared((orm) =>
  orm
    .update(conversations)
    .set({ updatedAt: sql`${placeholder('updatedAt')}` })
    .where(eq(conversations.id, placeholder('id')))
    .prepare(),
)

/**
 * The parts of a run's reply, folded from its events on disk. A file that was damaged gives what comes before the
 * damage: a conversation that can be read is worth more than an error.
 */
export function foldRunFromDisk({ orm }: Pick<Database, 'orm'>, runId: string): Part[] {
  const run = orm.select().from(runs).where(eq(runs.id, runId)).get()
  if (!run) throw new Error(`run ${runId} is in a log but not in the table`)
  const rows = orm
    .select({ seq: events.seq, payload: events.payload })
    .from(events)
    .where(and(eq(events.logId, logIdOf(conversationLog(run.conversationId))), gt(events.seq, run.startSeq)))
    .orderBy(events.seq)
    .all()
  let parts: Part[] = []
  for (const row of rows) {
    const event = parseEvent(row.payload, row.seq)
    if (!isDelta(event) || event.messageId !== run.messageId) continue
    const next = foldDelta(parts, event)
    if (!next) break
    parts = next
  }
  return parts
}

function logIdOf(name: LogName) {
  return sql`(SELECT ${logs.id} FROM ${logs} WHERE ${logs.name} = ${name})`
}

function foldOrThrow(parts: readonly Part[], event: DeltaEvent): Part[] {
  const next = foldDelta(parts, event)
  if (!next) throw new Error(`the log has a hole before seq ${event.seq} of message ${event.messageId}`)
  return next
}
