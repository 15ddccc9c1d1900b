import type { Database } from '../open-database.ts'

/** Reads what an export walks through. Every call takes the owner (DOOR1). */
export interface Exports {
  /** The ids of the owner's conversations that are kept, the first one begun first: an order that use does not change. */
  conversationIds(ownerId: string): Promise<string[]>
}

/** @see Exports */
export function createExports({ client }: Pick<Database, 'client'>): Exports {
  const selectIds = client
    .prepare<[string], string>(
      'SELECT id FROM conversations WHERE owner_id = ? AND deleted_at IS NULL AND is_temporary = 0 ORDER BY created_at, id',
    )
    .pluck()
  return {
    async conversationIds(ownerId) {
      return selectIds.all(ownerId)
    },
  }
}
