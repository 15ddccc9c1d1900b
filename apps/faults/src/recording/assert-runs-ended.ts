import type { StoredChat } from '@livetype/db/test-support'
import type { TakenQuestion } from '../stage/ask-many.ts'
import type { History } from './history.ts'

/**
 * Asserts that every run on disk has ended, once, and that what the server said it had taken is there, once.
 * @throws {Violation}
 */
export function assertRunsEnded(
  stored: StoredChat,
  { taken, history }: { taken: readonly TakenQuestion[]; history: History },
): void {
  const endCounts = stored.endCounts()
  const runs = stored.runs()
  for (const { id, conversationId, status } of runs) {
    const ends = endCounts.get(id) ?? 0
    if (status === 'running' || status === 'queued' || ends !== 1)
      throw history.violation(conversationId, `run ${id} is ${status}, ends: ${ends}`)
  }
  const runsById = new Map(runs.map((run) => [run.id, run]))
  for (const { runId, replyId, conversationId } of taken) {
    if (runsById.get(runId)?.messageId !== replyId) {
      throw history.violation(conversationId, `run ${runId} was begun and is not on disk`)
    }
  }
}
