import { purgeTheseFiles } from './purge-files.ts'
import { removeForGood } from './remove-for-good.ts'
import type { UpkeepContext } from './run-upkeep.ts'

/**
 * Removes for good the temporary conversations that nobody uses any more, with the files that only they have; returns
 * how many. What is deleted is overwritten in the database file, and copied out of its WAL, so that no word of them is
 * left in either. @see SPEC.md TEMP1
 */
export async function purgeTemporary(context: UpkeepContext): Promise<number> {
  const { client } = context.database
  // One whose reply is still being written is in use.
  const doomed = client
    .prepare<[], { id: string; updatedAt: number }>(
      `SELECT id, updated_at AS updatedAt FROM conversations WHERE is_temporary = 1 AND NOT EXISTS (
         SELECT 1 FROM runs WHERE runs.conversation_id = conversations.id AND runs.ended_at IS NULL)`,
    )
    .all()
    .filter(({ id, updatedAt }) => !context.isTemporaryInUse(id, updatedAt))
    .map(({ id }) => id)
  if (doomed.length === 0) return 0
  const selectFiles = client
    .prepare<[string], string>(
      `SELECT DISTINCT file_id FROM message_files JOIN messages ON messages.id = message_id
       WHERE conversation_id = ?`,
    )
    .pluck()
  const fileIds = doomed.flatMap((id) => selectFiles.all(id))
  const total = await removeForGood(context, doomed)
  await purgeTheseFiles(context, fileIds)
  // A reader may keep a part of it from being copied; the next commits do it then.
  client.pragma('wal_checkpoint(TRUNCATE)')
  return total
}
