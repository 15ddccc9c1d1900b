/**
 * Lets the commands on one conversation take turns, so that what one has read is still so when it writes: none
 * overlooks another's. Commands on different conversations do not wait for each other.
 */
export interface ConversationTurns {
  /** Does the work when all that was asked before has been done, well or not; its outcome is the work's. */
  take<Result>(conversationId: string, work: () => Promise<Result>): Promise<Result>
  /** As `take`, when it is the work's turn in all of these. */
  takeAll<Result>(conversationIds: readonly string[], work: () => Promise<Result>): Promise<Result>
}

/** @see ConversationTurns */
export function createConversationTurns(): ConversationTurns {
  const last = new Map<string, Promise<unknown>>()
  const turns: ConversationTurns = {
    async take(conversationId, work) {
      const before = last.get(conversationId)
      // Whoever waits wants its turn, not the other's outcome.
      const turn = before ? before.then(work, work) : work()
      last.set(conversationId, turn)
      try {
        return await turn
      } finally {
        if (last.get(conversationId) === turn) last.delete(conversationId)
      }
    },
    takeAll(conversationIds, work) {
      // Whoever wants several takes them in one order: no two wait for each other.
      const inOrder = [...new Set(conversationIds)].sort()
      return inOrder.reduceRight((inner, id) => () => turns.take(id, inner), work)()
    },
  }
  return turns
}
