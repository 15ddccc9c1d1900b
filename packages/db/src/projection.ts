import {
  attachmentsOf,
  type DeltaEvent,
  endParts,
  foldDelta,
  type LoggedEvent,
  type Part,
  textOf,
  undoRun,
} from '@livetype/protocol'
import { and, eq, sql } from 'drizzle-orm'
import { type LogName, parseLogName } from './event-log/event-log.ts'
import type { Projection } from './event-log/sqlite-event-log.ts'
import { foldRunFromDisk } from './fold-run-from-disk.ts'
import type { Database } from './open-database.ts'
import { prepared } from './prepared.ts'
import { createQueueProjection } from './project-queue.ts'
import { projectConfiguration } from './repositories/configurations.ts'
import { projectLibraryChange } from './repositories/library.ts'
import { messageFrom } from './repositories/message-from.ts'
import { removeShare, saveShare } from './repositories/shares.ts'
import { partsFromRow } from './rows.ts'
import { conversations, conversationTags, files, messageFiles, messages, runs, settings } from './schema.ts'
import { createSearchIndex } from './search/search-index.ts'

/** Keeps the tables what the logs say. Runs inside the log's transaction. @see SPEC.md LOG4 */
export function createProjection(database: Database, now: () => number): Projection {
  const { orm } = database
  const searchIndex = createSearchIndex(database)
  const queue = createQueueProjection(database)
  /** What the running replies have so far. Only a shortcut: what is missing here is folded from the events. */
  const partsByMessage = new Map<string, Part[]>()

  const setParts = (id: string, parts: readonly Part[]) => {
    updateParts(database).run({ id, parts: JSON.stringify(parts) })
    searchIndex.setMessage(id, textOf({ parts }))
  }

  const endRun = (event: Extract<LoggedEvent, { type: 'run-ended' }>) => {
    const parts = partsByMessage.get(event.messageId) ?? foldRunFromDisk(database, event.runId)
    partsByMessage.delete(event.messageId)
    setParts(event.messageId, endParts(parts, event))
    updateRun(database).run({
      id: event.runId,
      status: event.status,
      endedAt: event.endedAt,
      failure: event.failure ? JSON.stringify(event.failure) : null,
      usage: event.usage ? JSON.stringify(event.usage) : null,
      firstTokenMs: event.firstTokenMs ?? null,
    })
    orm.run(countUsage(event))
  }

  const beginRun = (log: LogName, event: Extract<LoggedEvent, { type: 'run-queued' | 'run-started' }>) => {
    const { messageId, parentId, runId, modelId, modelName } = event
    const isQueued = event.type === 'run-queued'
    const startedAt = isQueued ? event.queuedAt : event.startedAt
    if (!isQueued && startQueuedRun(database).run({ id: runId, startedAt }).changes > 0) return
    const conversationId = parseLogName(log).id
    const parts = event.continues ? storedParts(database, messageId) : []
    if (event.continues) updateMessageRun(database).run({ id: messageId, runId })
    else {
      const groupId = event.groupId ?? null
      const message = { id: messageId, conversationId, parentId, role: 'assistant', runId, groupId, parts: '[]' }
      insertMessage(database).run({ ...message, createdAt: startedAt, position: event.seq })
    }
    const run = { id: runId, messageId, conversationId, modelId, modelName, startedAt, startSeq: event.seq }
    const partLengths = event.continues ? JSON.stringify(parts.map((part) => part.text.length)) : null
    insertRun(database).run({ ...run, status: isQueued ? 'queued' : 'running', partLengths })
    partsByMessage.set(messageId, parts)
  }

  const undo = (event: Extract<LoggedEvent, { type: 'run-undone' }>) => {
    const row = selectReply(database).get({ id: event.messageId })
    const before = row && undoRun(messageFrom(database, row), event)
    if (!before) throw new Error(`the run ${event.runId} can't be taken back`)
    markUndone(database).run({ id: event.runId, undoneAt: now() })
    setParts(before.id, before.parts)
    updateMessageRun(database).run({ id: before.id, runId: before.runId })
  }

  const file = ({
    conversationId,
    isPinned,
    isArchived,
    tags,
  }: Extract<LoggedEvent, { type: 'conversation-filed' }>) => {
    const flags = { ...(isPinned !== undefined && { isPinned }), ...(isArchived !== undefined && { isArchived }) }
    if (Object.keys(flags).length > 0) {
      orm.update(conversations).set(flags).where(eq(conversations.id, conversationId)).run()
    }
    if (!tags) return
    orm.delete(conversationTags).where(eq(conversationTags.conversationId, conversationId)).run()
    for (const tag of tags) orm.insert(conversationTags).values({ conversationId, tag }).run()
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
          const row = { id, conversationId, parentId, role, runId: null, groupId: null, createdAt, position: event.seq }
          insertMessage(database).run({ ...row, parts: JSON.stringify(parts) })
          // A file that was removed since it was looked for is missed here, by its foreign key: nothing is added then.
          for (const { fileId } of attachmentsOf(event.message))
            orm.insert(messageFiles).values({ messageId: id, fileId }).run()
          searchIndex.setMessage(id, textOf(event.message))
          queue.messageAdded(conversationId, id)
          return
        }
        case 'message-queued':
        case 'queued-message-edited':
        case 'queued-message-removed':
        case 'queue-held':
          return queue.apply(parseLogName(log).id, event)
        case 'run-queued':
        case 'run-started':
          queue.runBegun(parseLogName(log).id)
          return beginRun(log, event)
        case 'run-ended':
          return endRun(event)
        case 'run-undone':
          return undo(event)
        case 'branch-chosen':
          orm.run(markChosen(event))
          return
        case 'conversation-configured':
          projectConfiguration(database, parseLogName(log).id, event.configuration)
          return
        case 'preset-saved':
        case 'preset-deleted':
        case 'prompt-saved':
        case 'prompt-deleted':
          projectLibraryChange(database, parseLogName(log).id, event)
          return
        case 'share-saved':
          saveShare(database, parseLogName(log).id, event.share)
          return
        case 'share-revoked':
          removeShare(database, parseLogName(log).id, event.shareId)
          return
        case 'feedback-given': {
          const feedback = event.feedback && JSON.stringify(event.feedback)
          orm.update(messages).set({ feedback }).where(eq(messages.id, event.messageId)).run()
          return
        }
        case 'conversation-created': {
          const { id, title, titleOrigin, createdAt, updatedAt, isTemporary = false } = event.conversation
          const row = { id, ownerId: parseLogName(log).id, title, titleOrigin, createdAt, updatedAt, isTemporary }
          orm.insert(conversations).values(row).run()
          searchIndex.setTitle(id)
          return
        }
        case 'conversation-kept': {
          const { id, title, titleOrigin } = event.conversation
          const kept = { title, titleOrigin, isTemporary: false }
          orm.update(conversations).set(kept).where(eq(conversations.id, id)).run()
          searchIndex.addKept(id)
          return
        }
        case 'conversation-renamed': {
          const { title, titleOrigin } = event
          orm.update(conversations).set({ title, titleOrigin }).where(eq(conversations.id, event.conversationId)).run()
          searchIndex.setTitle(event.conversationId)
          return
        }
        case 'conversation-updated': {
          const { updatedAt } = event
          touchConversation(database).run({ id: event.conversationId, updatedAt })
          return
        }
        case 'conversation-filed':
          return file(event)
        case 'settings-changed': {
          const choices = JSON.stringify(event.settings)
          const row = { ownerId: parseLogName(log).id, choices }
          orm.insert(settings).values(row).onConflictDoUpdate({ target: settings.ownerId, set: { choices } }).run()
          return
        }
        case 'conversation-deleted':
          orm.update(conversations).set({ deletedAt: now() }).where(eq(conversations.id, event.conversationId)).run()
          return
        case 'file-added': {
          const { attachment, hash, addedAt: createdAt } = event
          const row = { id: attachment.fileId, ownerId: parseLogName(log).id, hash, createdAt }
          orm
            .insert(files)
            .values({ ...row, attachment: JSON.stringify(attachment) })
            .run()
          return
        }
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

/** A message and all before it. */
const markChosen = ({ messageId, seq }: { messageId: string; seq: number }) => sql`
  WITH RECURSIVE chain(id, parent_id) AS (
    SELECT id, parent_id FROM messages WHERE id = ${messageId}
    UNION ALL
    SELECT messages.id, messages.parent_id FROM messages JOIN chain ON messages.id = chain.parent_id
  )
  UPDATE messages SET chosen_seq = ${seq} WHERE id IN (SELECT id FROM chain)`

/** A run that came back with an import is counted once. */
const countUsage = ({ runId, usage }: Extract<LoggedEvent, { type: 'run-ended' }>) => sql`
  INSERT OR IGNORE INTO run_usage
  SELECT runs.id, owner_id, conversation_id, model_id, model_name, started_at, max(0, ended_at - started_at),
    first_token_ms, ${usage?.inputTokens ?? null}, ${usage?.outputTokens ?? null}
  FROM runs JOIN conversations ON conversations.id = conversation_id WHERE runs.id = ${runId}`

const { placeholder } = sql
const insertMessage = prepared((orm) =>
  orm
    .insert(messages)
    .values({
      id: placeholder('id'),
      conversationId: placeholder('conversationId'),
      parentId: placeholder('parentId'),
      role: placeholder('role'),
      runId: placeholder('runId'),
      groupId: placeholder('groupId'),
      parts: placeholder('parts'),
      createdAt: placeholder('createdAt'),
      position: placeholder('position'),
      searchId: sql`(SELECT coalesce(max(search_id), 0) + 1 FROM messages)`,
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
      partLengths: placeholder('partLengths'),
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
      firstTokenMs: sql`${placeholder('firstTokenMs')}`,
    })
    .where(eq(runs.id, placeholder('id')))
    .prepare(),
)
const updateMessageRun = prepared((orm) =>
  orm
    .update(messages)
    .set({ runId: sql`${placeholder('runId')}` })
    .where(eq(messages.id, placeholder('id')))
    .prepare(),
)
const startQueuedRun = prepared((orm) =>
  orm
    .update(runs)
    .set({ status: 'running', startedAt: sql`${placeholder('startedAt')}` })
    .where(and(eq(runs.id, placeholder('id')), eq(runs.status, 'queued')))
    .prepare(),
)
const markUndone = prepared((orm) =>
  orm
    .update(runs)
    .set({ status: 'undone', endedAt: sql`${placeholder('undoneAt')}` })
    .where(eq(runs.id, placeholder('id')))
    .prepare(),
)
const selectReply = prepared((orm) =>
  orm
    .select()
    .from(messages)
    .innerJoin(runs, eq(runs.id, messages.runId))
    .where(eq(messages.id, placeholder('id')))
    .prepare(),
)
const touchConversation = prepared((orm) =>
  orm
    .update(conversations)
    .set({ updatedAt: sql`${placeholder('updatedAt')}` })
    .where(eq(conversations.id, placeholder('id')))
    .prepare(),
)

function foldOrThrow(parts: readonly Part[], event: DeltaEvent): Part[] {
  const next = foldDelta(parts, event)
  if (!next) throw new Error(`the log has a hole before seq ${event.seq} of message ${event.messageId}`)
  return next
}

/** What a message has that no run is open for: all of it is in the table. */
function storedParts(database: Database, messageId: string): Part[] {
  const row = selectReply(database).get({ id: messageId })
  if (!row) throw new Error(`there is no reply ${messageId} to go on from`)
  return partsFromRow(row.messages)
}
