import type { Database } from '../open-database.ts'

/** Reads what an export walks through. Every call takes the owner (DOOR1). */
export interface Exports {
  /** The ids of the owner's conversations that are kept, the first one begun first: an order that use does not change. */
  conversationIds(ownerId: string): Promise<string[]>
  /** The ids of the files that their messages have, in an order that stays: of one conversation, or of all of these. */
  fileIds(ownerId: string, conversationId?: string): Promise<string[]>
}

/** @see Exports */
export function createExports({ client }: Pick<Database, 'client'>): Exports {
  const selectIds = client
    .prepare<[string], string>(
      'SELECT id FROM conversations WHERE owner_id = ? AND deleted_at IS NULL AND is_temporary = 0 ORDER BY created_at, id',
    )
    .pluck()
  const ofMessages =
    'SELECT DISTINCT file_id FROM message_files JOIN messages ON messages.id = message_id JOIN conversations ON conversations.id = conversation_id WHERE owner_id = ? AND deleted_at IS NULL AND is_temporary = 0'
  const selectAllFiles = client.prepare<[string], string>(`${ofMessages} ORDER BY file_id`).pluck()
  const selectFiles = client
    .prepare<[string, string], string>(`${ofMessages} AND conversations.id = ? ORDER BY file_id`)
    .pluck()
  return {
    async fileIds(ownerId, conversationId) {
      return conversationId === undefined ? selectAllFiles.all(ownerId) : selectFiles.all(ownerId, conversationId)
    },
    async conversationIds(ownerId) {
      return selectIds.all(ownerId)
    },
  }
}
