import { conversationLog } from '../event-log/event-log.ts'
import { storageFailed } from '../event-log/storage-failure.ts'
import { createWriteTransaction } from '../event-log/write-transaction.ts'
import type { UpkeepContext } from './run-upkeep.ts'

/** Events or messages removed in one transaction. */
const maxRowsAtOnce = 500

/**
 * Removes conversations with all that is theirs; returns how many. The log's row stays, without events: by it the id
 * stays taken and no seq of it comes again (LOG2). No run of theirs may be open.
 */
export async function removeForGood(context: UpkeepContext, conversationIds: readonly string[]): Promise<number> {
  const { log, makeWay } = context
  const steps = prepareSteps(context)
  let total = 0
  for (const id of conversationIds) {
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
