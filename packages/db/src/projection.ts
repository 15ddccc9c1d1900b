import { type DeltaEvent, foldDelta, isDelta, type LoggedEvent, type Part } from '@livetype/protocol'
import { and, eq, gt, sql } from 'drizzle-orm'
import type { LogName } from './event-log/event-log.ts'
import { conversationLog, parseLogName } from './event-log/event-log.ts'
import { type Projection, parseEvent } from './event-log/sqlite-event-log.ts'
import type { Database } from './open-database.ts'
import { conversations, events, logs, messages, runs } from './schema.ts'

/** Keeps the tables what the logs say. Runs inside the log's transaction. @see SPEC.md LOG4 */
export function createProjection({ orm }: Database, now: () => number): Projection {
  /** What the running replies have so far. Only a shortcut: what is missing here is folded from the events. */
  const partsByMessage = new Map<string, Part[]>()

  const endRun = (event: Extract<LoggedEvent, { type: 'run-ended' }>) => {
    const parts = partsByMessage.get(event.messageId) ?? foldRunFromDisk({ orm }, event.runId)
    partsByMessage.delete(event.messageId)
    orm
      .update(messages)
      .set({ parts: JSON.stringify(parts) })
      .where(eq(messages.id, event.messageId))
      .run()
    orm
      .update(runs)
      .set({
        status: event.status,
        endedAt: event.endedAt,
        failure: event.failure ? JSON.stringify(event.failure) : null,
        usage: event.usage ? JSON.stringify(event.usage) : null,
      })
      .where(eq(runs.id, event.runId))
      .run()
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
          orm
            .insert(messages)
            .values({
              id,
              conversationId,
              parentId,
              role,
              parts: JSON.stringify(parts),
              createdAt,
              position: event.seq,
            })
            .run()
          return
        }
        case 'run-started': {
          const { messageId, parentId, runId, modelId, modelName, startedAt } = event
          const conversationId = parseLogName(log).id
          const message = { id: messageId, conversationId, parentId, role: 'assistant', parts: '[]' }
          orm
            .insert(messages)
            .values({ ...message, createdAt: startedAt, position: event.seq })
            .run()
          const run = { id: runId, messageId, conversationId, modelId, modelName, startedAt }
          orm
            .insert(runs)
            .values({ ...run, status: 'running', startSeq: event.seq })
            .run()
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
          orm.update(conversations).set({ updatedAt }).where(eq(conversations.id, event.conversationId)).run()
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

/** The parts of a run's reply, folded from its events on disk. */
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
    if (isDelta(event) && event.messageId === run.messageId) parts = foldOrThrow(parts, event)
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
