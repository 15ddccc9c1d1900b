import type { Database } from '../open-database.ts'
import { users } from '../schema.ts'

/** The one owner of everything while there are no accounts. */
export const localOwnerId = 'local-owner'

/** Makes sure that the local owner is there. */
export function ensureLocalOwner({ orm }: Database, now: () => number): void {
  orm.insert(users).values({ id: localOwnerId, createdAt: now() }).onConflictDoNothing().run()
}
