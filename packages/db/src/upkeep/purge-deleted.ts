import { removeForGood } from './remove-for-good.ts'
import type { UpkeepContext } from './run-upkeep.ts'

/** How long a deleted conversation can be restored, in milliseconds. */
const restorableMs = 24 * 60 * 60 * 1_000

/** Removes for good what was deleted long enough ago; returns how many conversations. */
export async function purgeDeleted(context: UpkeepContext): Promise<number> {
  const { database, now } = context
  // One whose run is still ending waits for a later round.
  const doomed = database.client
    .prepare<[number], string>(
      `SELECT id FROM conversations WHERE deleted_at < ? AND NOT EXISTS (
         SELECT 1 FROM runs WHERE runs.conversation_id = conversations.id AND runs.ended_at IS NULL)`,
    )
    .pluck()
    .all(now() - restorableMs)
  return removeForGood(context, doomed)
}
