import { sql } from 'drizzle-orm'
import {
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  sqliteView,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'

/** Who owns rows. Without accounts there is one: the local owner. @see SPEC.md DOOR1 */
export const users = sqliteTable('users', {
  id: text('id').primaryKey(),
  createdAt: integer('created_at').notNull(),
})

/** What an owner has chosen, as JSON; no row: nothing yet. */
export const settings = sqliteTable('settings', {
  ownerId: text('owner_id')
    .primaryKey()
    .references(() => users.id),
  choices: text('choices').notNull(),
})

/** A conversation. `deletedAt` hides it until it is restored or purged. Times are epoch milliseconds. */
export const conversations = sqliteTable(
  'conversations',
  {
    id: text('id').primaryKey(),
    ownerId: text('owner_id')
      .notNull()
      .references(() => users.id),
    title: text('title').notNull(),
    titleOrigin: text('title_origin').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    deletedAt: integer('deleted_at'),
    isPinned: integer('is_pinned', { mode: 'boolean' }).notNull().default(false),
    isArchived: integer('is_archived', { mode: 'boolean' }).notNull().default(false),
    /** In no list, and gone for good with its last reader. @see SPEC.md TEMP1 */
    isTemporary: integer('is_temporary', { mode: 'boolean' }).notNull().default(false),
    /** Its title's row in `title_search`; null until it is indexed. */
    searchId: integer('search_id'),
  },
  (table) => [
    index('conversations_by_place').on(table.ownerId, table.updatedAt, table.id),
    uniqueIndex('conversations_by_search_id').on(table.searchId),
    index('conversations_pinned').on(table.ownerId).where(sql`${table.isPinned} = 1`),
  ],
)

/** The tags of conversations, by name. */
export const conversationTags = sqliteTable(
  'conversation_tags',
  {
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    tag: text('tag').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.tag] }),
    index('conversation_tags_by_tag').on(table.tag),
  ],
)

/** A node of a conversation's tree. `parts` is JSON; a reply's is written when its run ends (LOG4). */
export const messages = sqliteTable(
  'messages',
  {
    id: text('id').primaryKey(),
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    parentId: text('parent_id'),
    /** The order in which messages were added: the seq of the event that added it. */
    position: integer('position').notNull(),
    role: text('role').notNull(),
    parts: text('parts').notNull(),
    /** Of a reply: the run that it stands for now, the last that was not undone. */
    runId: text('run_id'),
    createdAt: integer('created_at').notNull(),
    /** Of replies that were asked for together: the id of the first of them. @see SPEC.md RUN11 */
    groupId: text('group_id'),
    /** The seq of the event by which a person last chose it, or one below it. @see SPEC.md TREE1 */
    chosenSeq: integer('chosen_seq'),
    /** Of a reply: what a person thought of it last, as JSON. */
    feedback: text('feedback'),
    /** Its row in `message_search`; rises in the order in which messages were added to the whole database. */
    searchId: integer('search_id'),
  },
  (table) => [
    uniqueIndex('messages_by_conversation').on(table.conversationId, table.position),
    foreignKey({ columns: [table.parentId], foreignColumns: [table.id] }).onDelete('cascade'),
    index('messages_by_parent').on(table.parentId),
    // All that the outline of a conversation needs, so that no text is read for it.
    index('messages_outline').on(
      table.conversationId,
      table.position,
      table.id,
      table.parentId,
      table.role,
      table.groupId,
      table.chosenSeq,
    ),
    uniqueIndex('messages_by_search_id').on(table.searchId),
  ],
)

/**
 * One generation of one reply, or of a stretch of it: a run may go on from another. It is open until it has an end.
 * `failure`, `usage` and `partLengths` are JSON. One that was undone stays, so that its id is never taken again (RUN1).
 */
export const runs = sqliteTable(
  'runs',
  {
    id: text('id').primaryKey(),
    messageId: text('message_id')
      .notNull()
      .references(() => messages.id, { onDelete: 'cascade' }),
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    modelId: text('model_id').notNull(),
    modelName: text('model_name').notNull(),
    status: text('status').notNull(),
    /** The seq of the event that began it, in the queue or at once: its deltas follow. */
    startSeq: integer('start_seq').notNull(),
    /** Of one that goes on from another: the lengths of the message's parts when it began. @see SPEC.md RUN10 */
    partLengths: text('part_lengths'),
    failure: text('failure'),
    usage: text('usage'),
    /** While it is queued: since when. */
    startedAt: integer('started_at').notNull(),
    /** Of one that was undone: when that was. Its events can be replayed for a while from then on (LOG5). */
    endedAt: integer('ended_at'),
    firstTokenMs: integer('first_token_ms'),
  },
  (table) => [
    index('runs_by_message').on(table.messageId, table.startSeq),
    index('runs_by_conversation').on(table.conversationId),
    index('runs_open').on(table.conversationId).where(sql`${table.endedAt} IS NULL`),
  ],
)

/**
 * An upload. Its bytes lie in the file folder by their hash, which several rows may share; a row is never there
 * without them. @see files/file-folder.ts, SPEC.md FILE2
 */
export const files = sqliteTable(
  'files',
  {
    id: text('id').primaryKey(),
    ownerId: text('owner_id')
      .notNull()
      .references(() => users.id),
    /** SHA-256 of the bytes, in hex. */
    hash: text('hash').notNull(),
    /** What a message that has it says of it, as JSON. */
    attachment: text('attachment').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('files_by_hash').on(table.hash), index('files_by_age').on(table.createdAt)],
)

/** Which messages have a file. A file that no message has is removed after a day. */
export const messageFiles = sqliteTable(
  'message_files',
  {
    messageId: text('message_id')
      .notNull()
      .references(() => messages.id, { onDelete: 'cascade' }),
    fileId: text('file_id')
      .notNull()
      .references(() => files.id),
  },
  (table) => [
    primaryKey({ columns: [table.messageId, table.fileId] }),
    index('message_files_by_file').on(table.fileId),
  ],
)

/**
 * A message that waits in its conversation's queue. `parts` and `replies` are JSON. One that goes out leaves for
 * `messages`; one that was removed stays, empty, so that its id is never taken again (RUN1).
 */
export const queuedMessages = sqliteTable(
  'queued_messages',
  {
    id: text('id').primaryKey(),
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    /** The order in which they go out: the seq of the event that queued it. */
    position: integer('position').notNull(),
    parts: text('parts').notNull(),
    replies: text('replies').notNull(),
    queuedAt: integer('queued_at').notNull(),
    isRemoved: integer('is_removed', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    index('queued_messages_waiting').on(table.conversationId, table.position).where(sql`${table.isRemoved} = 0`),
    index('queued_messages_by_conversation').on(table.conversationId),
  ],
)

/** Which queued messages have a file. */
export const queuedMessageFiles = sqliteTable(
  'queued_message_files',
  {
    messageId: text('message_id')
      .notNull()
      .references(() => queuedMessages.id, { onDelete: 'cascade' }),
    fileId: text('file_id')
      .notNull()
      .references(() => files.id),
  },
  (table) => [
    primaryKey({ columns: [table.messageId, table.fileId] }),
    index('queued_message_files_by_file').on(table.fileId),
  ],
)

/** Why the queue of a conversation stays where it is, as JSON; no row where it does not. @see SPEC.md QUEUE3 */
export const queueHolds = sqliteTable('queue_holds', {
  conversationId: text('conversation_id')
    .primaryKey()
    .references(() => conversations.id, { onDelete: 'cascade' }),
  hold: text('hold').notNull(),
})

/**
 * Links to copies of conversations. What a link shows is copied when it is made, so that nothing said later is in it.
 * @see SPEC.md SHARE1
 */
export const shares = sqliteTable(
  'shares',
  {
    id: text('id').primaryKey(),
    ownerId: text('owner_id')
      .notNull()
      .references(() => users.id),
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    /** For its owner, who may want the link again. */
    token: text('token').notNull(),
    /** SHA-256 of the token, in hex: by it a link is found. */
    tokenHash: text('token_hash').notNull(),
    hasBranches: integer('has_branches', { mode: 'boolean' }).notNull(),
    hasSystemPrompt: integer('has_system_prompt', { mode: 'boolean' }).notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    /** What it shows, as JSON. */
    content: text('content').notNull(),
    /** The uploads that it shows, in the order of their names there, with spaces between. */
    fileIds: text('file_ids').notNull(),
  },
  (table) => [
    uniqueIndex('shares_by_token_hash').on(table.tokenHash),
    index('shares_by_conversation').on(table.conversationId),
  ],
)

/** What is set for the runs of a conversation, as JSON; no row where nothing is. @see SPEC.md CONFIG1 */
export const conversationConfigurations = sqliteTable('conversation_configurations', {
  conversationId: text('conversation_id')
    .primaryKey()
    .references(() => conversations.id, { onDelete: 'cascade' }),
  configuration: text('configuration').notNull(),
})

/** What owners keep to begin with. `kind` is `preset` or `prompt`, `payload` the item as JSON. */
export const libraryItems = sqliteTable(
  'library_items',
  {
    ownerId: text('owner_id')
      .notNull()
      .references(() => users.id),
    kind: text('kind').notNull(),
    id: text('id').notNull(),
    payload: text('payload').notNull(),
  },
  (table) => [primaryKey({ columns: [table.ownerId, table.kind, table.id] })],
)

/**
 * What each run that has ended used: numbers alone, kept also when its conversation is gone for good or the run is
 * taken back, since it was used all the same. No foreign keys, so that nothing removes it.
 */
export const runUsage = sqliteTable(
  'run_usage',
  {
    runId: text('run_id').primaryKey(),
    ownerId: text('owner_id').notNull(),
    conversationId: text('conversation_id').notNull(),
    modelId: text('model_id').notNull(),
    modelName: text('model_name').notNull(),
    startedAt: integer('started_at').notNull(),
    durationMs: integer('duration_ms').notNull(),
    firstTokenMs: integer('first_token_ms'),
    /** Null where the model's server did not say. */
    inputTokens: integer('input_tokens'),
    outputTokens: integer('output_tokens'),
  },
  (table) => [
    // All that is summed up by day, so that no row is looked up for it.
    index('run_usage_by_owner').on(
      table.ownerId,
      table.startedAt,
      table.modelId,
      table.modelName,
      table.durationMs,
      table.firstTokenMs,
      table.inputTokens,
      table.outputTokens,
    ),
    index('run_usage_by_conversation').on(table.conversationId),
  ],
)

/** The logs: one for each conversation, one for each owner's workspace. A row stays when its conversation is gone. */
export const logs = sqliteTable('logs', {
  id: integer('id').primaryKey(),
  name: text('name').notNull().unique(),
  /** The lowest seq that can still be replayed is the one after this (LOG5). */
  floorSeq: integer('floor_seq').notNull().default(0),
})

const eventColumns = {
  logId: integer('log_id').notNull(),
  seq: integer('seq').notNull(),
  /** The event as JSON, without its seq. */
  payload: text('payload').notNull(),
}

/**
 * The newest events of all logs in the order in which they came: what is committed together lies together. No foreign
 * key: this is the one table on the way of every token. @see event-log/event-rows.ts
 */
export const arrivedEvents = sqliteTable('arrived_events', {
  position: integer('position').primaryKey(),
  ...eventColumns,
})

/**
 * The older events, by log. Kept in the order of its key, without rowids. A log's own row is never
 * removed. Rows of log 0, which no log is, are what commit-probe.ts writes.
 */
export const settledEvents = sqliteTable('settled_events', eventColumns, (table) => [
  primaryKey({ columns: [table.logId, table.seq] }),
])

/** All events: for reading. */
export const events = sqliteView('events', eventColumns).as(
  sql`SELECT log_id, seq, payload FROM settled_events UNION ALL SELECT log_id, seq, payload FROM arrived_events`,
)

/** Facts about the database as a whole, in one row. */
export const databaseState = sqliteTable('database_state', {
  id: integer('id').primaryKey(),
  /** Raised whenever positions that clients hold may no longer be trusted. @see SPEC.md SUB2 */
  epoch: integer('epoch').notNull(),
  /** Which opening of the file may write: the latest. @see SPEC.md RUN6 */
  writer: integer('writer').notNull().default(0),
  /** The messages with a `searchId` up to this one are still to be indexed. @see upkeep/index-backlog.ts */
  searchBacklog: integer('search_backlog').notNull().default(0),
})
