import { storageFailed } from '../event-log/storage-failure.ts'
import { createWriteTransaction } from '../event-log/write-transaction.ts'
import type { UpkeepContext } from './run-upkeep.ts'

/** How long an upload that no message has is kept for the one who is writing, in milliseconds. */
const unsentMs = 24 * 60 * 60 * 1_000
/** Rows looked at in one go. */
const maxRowsAtOnce = 500

/**
 * Removes the uploads that no message has any more, or never had; returns how many. The row goes first, then the bytes
 * if no other row has them: a server that ends in between leaves bytes without a row, never a row without its bytes.
 * @see SPEC.md FILE2
 */
export async function purgeFiles(context: UpkeepContext): Promise<number> {
  const { fileFolder, now, makeWay } = context
  const steps = prepareSteps(context)
  let total = 0
  for (;;) {
    const doomed = steps.select(now() - unsentMs)
    for (const { id, hash } of doomed) {
      if (!steps.removeRow(id)) continue
      total += 1
      if (!steps.isUsed(hash)) await fileFolder.remove(hash)
      if (!(await makeWay())) return total
    }
    if (doomed.length < maxRowsAtOnce) return total
  }
}

/** Removes those of these uploads that no message has any more, however new they are. */
export async function purgeTheseFiles(context: UpkeepContext, fileIds: readonly string[]): Promise<void> {
  const { fileFolder, makeWay } = context
  const steps = prepareSteps(context)
  for (const id of fileIds) {
    const hash = steps.hashOf(id)
    if (hash === undefined || !steps.removeRow(id)) continue
    if (!steps.isUsed(hash)) await fileFolder.remove(hash)
    if (!(await makeWay())) return
  }
}

/** Removes bytes that no row has: what a server that ended at a bad moment has left. */
export async function sweepFiles(context: UpkeepContext): Promise<void> {
  const { fileFolder, assertWriter, makeWay } = context
  const { isUsed } = prepareSteps(context)
  for await (const hashes of fileFolder.hashes()) {
    for (const hash of hashes) {
      if (isUsed(hash)) continue
      // Another server that has taken over may just have begun to use them.
      assertWriter()
      await fileFolder.remove(hash)
    }
    if (!(await makeWay())) return
  }
}

function prepareSteps({ database: { client }, assertWriter }: UpkeepContext) {
  const transact = createWriteTransaction(client)
  const isUnused = `NOT EXISTS (SELECT 1 FROM message_files WHERE file_id = files.id)
    AND NOT EXISTS (SELECT 1 FROM queued_message_files WHERE file_id = files.id)`
  const select = client.prepare<[number], { id: string; hash: string }>(
    `SELECT id, hash FROM files WHERE created_at < ? AND ${isUnused} LIMIT ${maxRowsAtOnce}`,
  )
  const deleteRow = client.prepare<[string]>(`DELETE FROM files WHERE id = ? AND ${isUnused}`)
  const selectHash = client.prepare<[string], string>('SELECT hash FROM files WHERE id = ?').pluck()
  const selectUse = client.prepare<[string], number>('SELECT 1 FROM files WHERE hash = ? LIMIT 1').pluck()
  return {
    hashOf: (id: string) => selectHash.get(id),
    select: (addedBefore: number) => select.all(addedBefore),
    removeRow(id: string): boolean {
      try {
        return transact(() => {
          assertWriter()
          return deleteRow.run(id).changes > 0
        })
      } catch (error) {
        throw storageFailed(error)
      }
    },
    isUsed: (hash: string) => selectUse.get(hash) !== undefined,
  }
}
