import { conversationLog } from '../event-log/event-log.ts'
import { storageFailed } from '../event-log/storage-failure.ts'
import { createWriteTransaction } from '../event-log/write-transaction.ts'
import type { UpkeepContext } from './run-upkeep.ts'

/** How long a deleted conversation can be restored, in milliseconds. */
const restorableMs = 24 * 60 * 60 * 1_000
/** Events or messages removed in one transaction. */
const maxRowsAtOnce = 500

/**
 * Removes for good what was deleted long enough ago; returns how many conversations. The log's row stays, without
 * events: by it the id stays taken and no seq of it comes again (LOG2).
 */
export async function purgeDeleted(context: UpkeepContext): Promise<number> {
  const { log, now, makeWay } = context
  const steps = prepareSteps(context)
  const doomed = steps.select(now() - restorableMs)
  let total = 0
  for (const id of doomed) {
    const name = conversationLog(id)
    let bounds = await log.bounds(name)
    while (bounds.floorSeq < bounds.headSeq) {
      bounds = await log.prune(name, bounds.headSeq, maxRowsAtOnce)
      if (!(await makeWay())) return total
    }
    while (steps.removeMessages(id)) if (!(await makeWay())) return total
    if (steps.removeConversation(id)) total += 1
    if (!(await makeWay())) return total
  }
  return total
}

function prepareSteps({ database: { client }, assertWriter }: UpkeepContext) {
  const transact = createWriteTransaction(client)
  // One whose run is still ending waits for a later round.
  const isDoomed = `deleted_at < ? AND NOT EXISTS (
    SELECT 1 FROM runs WHERE runs.conversation_id = conversations.id AND runs.ended_at IS NULL)`
  const select = client.prepare<[number], string>(`SELECT id FROM conversations WHERE ${isDoomed}`).pluck()
  // The last ones first, one by one: a message takes those below it along, and a long conversation is a deep cascade.
  const selectLast = client
    .prepare<[string], string>(
      `SELECT id FROM messages WHERE conversation_id = ? ORDER BY position DESC LIMIT ${maxRowsAtOnce}`,
    )
    .pluck()
  const deleteMessage = client.prepare<[string]>('DELETE FROM messages WHERE id = ?')
  const deleteConversation = client.prepare<[string]>('DELETE FROM conversations WHERE id = ?')
  const write = <Result>(work: () => Result): Result => {
    try {
      return transact(() => {
        assertWriter()
        return work()
      })
    } catch (error) {
      throw storageFailed(error)
    }
  }
  return {
    select: (deletedBefore: number) => select.all(deletedBefore),
    /** Removes the last messages of a conversation; says whether there may be more. */
    removeMessages: (id: string) =>
      write(() => {
        const ids = selectLast.all(id)
        for (const messageId of ids) deleteMessage.run(messageId)
        return ids.length === maxRowsAtOnce
      }),
    removeConversation: (id: string) => write(() => deleteConversation.run(id).changes > 0),
  }
}
