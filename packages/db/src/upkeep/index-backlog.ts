import { storageFailed } from '../event-log/storage-failure.ts'
import { createWriteTransaction } from '../event-log/write-transaction.ts'
import { textFromRow } from '../rows.ts'
import { createSearchIndex } from '../search/search-index.ts'
import type { UpkeepContext } from './run-upkeep.ts'

/** How much one transaction indexes: some milliseconds' work. */
const maxMessagesAtOnce = 50
const maxLengthAtOnce = 100_000
const maxTitlesAtOnce = 100

/**
 * Indexes what was there before it could be searched, the newest first; returns how many messages. What was indexed
 * meanwhile, because it changed, is indexed once more to the same.
 */
export async function indexBacklog(context: UpkeepContext): Promise<number> {
  const steps = prepareSteps(context)
  while (steps.indexTitles()) if (!(await context.makeWay())) return 0
  let total = 0
  for (;;) {
    const count = steps.indexMessages()
    total += count
    if (count === 0 || !(await context.makeWay())) return total
  }
}

function prepareSteps({ database, assertWriter }: UpkeepContext) {
  const { client } = database
  const index = createSearchIndex(database)
  const transact = createWriteTransaction(client)
  const selectTitles = client
    .prepare<[], string>(
      `SELECT id FROM conversations WHERE search_id IS NULL AND is_temporary = 0 LIMIT ${maxTitlesAtOnce}`,
    )
    .pluck()
  const selectBacklog = client.prepare<[], number>('SELECT search_backlog FROM database_state').pluck()
  const selectMessages = client.prepare<[number], BacklogRow>(
    `SELECT id, search_id AS searchId, role, parts FROM messages WHERE search_id <= ?
     ORDER BY search_id DESC LIMIT ${maxMessagesAtOnce}`,
  )
  const updateBacklog = client.prepare<[number]>('UPDATE database_state SET search_backlog = ?')
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
    /** Says whether there may be more. */
    indexTitles(): boolean {
      const ids = selectTitles.all()
      if (ids.length > 0) {
        write(() => {
          for (const id of ids) index.setTitle(id)
        })
      }
      return ids.length === maxTitlesAtOnce
    },
    /** Returns how many it has indexed: none where all are. */
    indexMessages(): number {
      const backlog = selectBacklog.get() ?? 0
      if (backlog === 0) return 0
      const rows = nextMessages(selectMessages.iterate(backlog))
      write(() => {
        for (const row of rows) index.setMessage(row.id, readableText(row))
        updateBacklog.run((rows.at(-1)?.searchId ?? 1) - 1)
      })
      return rows.length
    },
  }
}

interface BacklogRow {
  readonly id: string
  readonly searchId: number
  readonly role: string
  readonly parts: string
}

/** So many as are not too much for one transaction. */
function nextMessages(found: Iterable<BacklogRow>): BacklogRow[] {
  const rows: BacklogRow[] = []
  let length = 0
  for (const row of found) {
    rows.push(row)
    length += row.parts.length
    if (length > maxLengthAtOnce) break
  }
  return rows
}

/** A damaged message is not found; the others are. */
function readableText(row: BacklogRow): string {
  try {
    return textFromRow(row)
  } catch {
    return ''
  }
}
