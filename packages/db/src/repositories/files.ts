import { type Attachment, attachmentSchema } from '@livetype/protocol'
import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../open-database.ts'
import { prepared } from '../prepared.ts'
import { files } from '../schema.ts'

/** An upload as it was stored. */
export interface StoredFile {
  readonly attachment: Attachment
  /** SHA-256 of its bytes, by which they lie in the file folder. */
  readonly hash: string
}

/** Reads uploads. Every call takes the owner; another's are not there (DOOR1). */
export interface Files {
  find(ownerId: string, fileId: string): Promise<StoredFile | undefined>
  /** Whether any owner has a file with this id: such an id can't be taken. */
  isTaken(fileId: string): Promise<boolean>
}

/** @see Files */
export function createFiles(database: Database): Files {
  return {
    async find(ownerId, fileId) {
      const row = selectFile(database).get({ id: fileId, ownerId })
      return row && { attachment: attachmentSchema.parse(JSON.parse(row.attachment)), hash: row.hash }
    },
    async isTaken(fileId) {
      return selectId(database).get({ id: fileId }) !== undefined
    },
  }
}

const selectFile = prepared((orm) =>
  orm
    .select()
    .from(files)
    .where(and(eq(files.id, sql.placeholder('id')), eq(files.ownerId, sql.placeholder('ownerId'))))
    .prepare(),
)
const selectId = prepared((orm) =>
  orm
    .select({ id: files.id })
    .from(files)
    .where(eq(files.id, sql.placeholder('id')))
    .prepare(),
)
