/** A message that has all that was searched for. */
export interface FoundMessage {
  readonly searchId: number
  readonly messageId: string
  readonly conversationId: string
  readonly role: string
  readonly createdAt: number
}

/** A conversation whose title has all that was searched for. */
export interface FoundTitle {
  readonly conversationId: string
  readonly updatedAt: number
}

/** What was found in one conversation, its best messages first. */
export interface RankedGroup {
  readonly conversationId: string
  readonly messages: readonly FoundMessage[]
}

/** How much a title counts, beside a message that has what was searched for as well as any. */
const titleWeight = 1.5
/** What is this old counts three quarters of what is new; nothing counts less than half. */
const halfLifeMs = 30 * 24 * 60 * 60 * 1_000

/**
 * Groups what was found by conversation, the best first: by how well it fits (FTS5's bm25 in `ranks`, where smaller is
 * better; all fit alike where it is empty), how old it is, and whether the title has it. Pure.
 */
export function rankFound(found: {
  messages: readonly FoundMessage[]
  ranks: ReadonlyMap<number, number>
  titles: readonly FoundTitle[]
  now: number
}): RankedGroup[] {
  const { messages, ranks, titles, now } = found
  const best = Math.min(0, ...messages.map(({ searchId }) => ranks.get(searchId) ?? 0))
  const scores = new Map<string, number>()
  const groups = new Map<string, { message: FoundMessage; score: number }[]>()
  for (const message of messages) {
    const fit = best === 0 ? 1 : (ranks.get(message.searchId) ?? 0) / best
    const score = fit * freshness(now - message.createdAt)
    const group = groups.get(message.conversationId)
    if (group) group.push({ message, score })
    else groups.set(message.conversationId, [{ message, score }])
    scores.set(message.conversationId, Math.max(score, scores.get(message.conversationId) ?? 0))
  }
  for (const { conversationId, updatedAt } of titles) {
    const score = titleWeight * freshness(now - updatedAt)
    scores.set(conversationId, score + (scores.get(conversationId) ?? 0))
  }
  return [...scores]
    .sort(([, a], [, b]) => b - a)
    .map(([conversationId]) => ({
      conversationId,
      messages: (groups.get(conversationId) ?? []).sort((a, b) => b.score - a.score).map(({ message }) => message),
    }))
}

/** From 1 for what is new down to a half. */
function freshness(ageMs: number): number {
  return 0.5 + 0.5 * 2 ** (-Math.max(0, ageMs) / halfLifeMs)
}
