import type { SearchGroup, SearchHit, SearchQuery, SearchResults, TextSegment } from '@livetype/protocol'
import type { Database } from '../open-database.ts'
import { textFromRow } from '../rows.ts'
import { excerptOf, markedText } from '../search/excerpt.ts'
import { type FoundMessage, type FoundTitle, rankFound } from '../search/rank-found.ts'
import { matchExpression, parseSearchTerms, type SearchTerm } from '../search/search-terms.ts'

/** Finds messages and titles by their words. Every call takes the owner; another's are not there (DOOR1). */
export interface Search {
  /** What the owner's conversations have now, the deleted ones left out. @see SPEC.md FIND1 */
  find(ownerId: string, query: SearchQuery): Promise<SearchResults>
}

/**
 * How many of the messages that were found are ranked: the newest. More than that has a word that nearly everything
 * has, and to look at all of it would take longer the more there is.
 */
const maxRanked = 500
const maxRankedTitles = 200
const defaultLimit = 20
/** Messages told of a conversation among others, and of the one that is searched in. */
const hitsOfMany = 3
const hitsOfOne = 100
/** Text that is looked through for the excerpts of one answer, in UTF-16 units; what comes after has its beginning shown. */
const maxExcerptText = 1_000_000

const nothing: SearchResults = { groups: [], hitCount: 0, isLimited: false, nextOffset: null }

/** @see Search */
export function createSearch({ client }: Pick<Database, 'client'>, now: () => number): Search {
  // The index first, and from its end: what is newest is found without looking at the rest.
  const selectMessages = client.prepare<[string, string, number], FoundMessage>(
    `SELECT messages.search_id AS searchId, messages.id AS messageId, conversation_id AS conversationId,
       role, messages.created_at AS createdAt
     FROM message_search
     CROSS JOIN messages ON messages.search_id = message_search.rowid
     CROSS JOIN conversations ON conversations.id = messages.conversation_id
     WHERE message_search MATCH ? AND owner_id = ? AND deleted_at IS NULL AND is_temporary = 0
     ORDER BY message_search.rowid DESC LIMIT ?`,
  )
  const selectRanks = client.prepare<[string], { searchId: number; rank: number }>(
    'SELECT rowid AS searchId, bm25(message_search, 1.0, 0.0) AS rank FROM message_search WHERE message_search MATCH ?',
  )
  const selectTitles = client.prepare<[string, string, number], FoundTitle>(
    `SELECT conversations.id AS conversationId, updated_at AS updatedAt
     FROM title_search
     CROSS JOIN conversations ON conversations.search_id = title_search.rowid
     WHERE title_search MATCH ? AND owner_id = ? AND deleted_at IS NULL AND is_temporary = 0
     ORDER BY updated_at DESC LIMIT ?`,
  )
  const selectConversation = client.prepare<[string], { title: string; updatedAt: number }>(
    'SELECT title, updated_at AS updatedAt FROM conversations WHERE id = ?',
  )
  const selectParts = client.prepare<[string], { role: string; parts: string }>(
    'SELECT role, parts FROM messages WHERE id = ?',
  )

  const findMessages = (ownerId: string, match: string) => {
    const found = selectMessages.all(match, ownerId, maxRanked + 1)
    const isLimited = found.length > maxRanked
    if (isLimited) return { found: found.slice(0, maxRanked), isLimited, ranks: new Map<number, number>() }
    const ranks = new Map(selectRanks.all(match).map(({ searchId, rank }) => [searchId, rank]))
    return { found, isLimited, ranks }
  }

  return {
    async find(ownerId, { text, conversationId, role, offset = 0, limit = defaultLimit }) {
      const terms = parseSearchTerms(text)
      if (terms.length === 0) return nothing
      const match = matchExpression(terms, { ownerId, conversationId, role })
      const { found, isLimited, ranks } = findMessages(ownerId, match)
      const titles = role === undefined ? selectTitles.all(match, ownerId, maxRankedTitles) : []
      const groups = rankFound({ messages: found, ranks, titles, now: now() })
      const excerpts = createExcerpts(terms, (messageId) => selectParts.get(messageId))
      const maxHits = conversationId === undefined ? hitsOfMany : hitsOfOne
      const page = groups.slice(offset, offset + limit).flatMap((group): SearchGroup[] => {
        const conversation = selectConversation.get(group.conversationId)
        if (!conversation) return []
        const hits = group.messages.slice(0, maxHits).map((message): SearchHit => {
          const { messageId, createdAt } = message
          const excerpt = excerpts(messageId)
          return { messageId, role: message.role === 'user' ? 'user' : 'assistant', createdAt, excerpt }
        })
        const title = markedText(conversation.title, terms)
        const { updatedAt } = conversation
        return [{ conversationId: group.conversationId, title, updatedAt, hits, hitCount: group.messages.length }]
      })
      const nextOffset = offset + limit < groups.length ? offset + limit : null
      return { groups: page, hitCount: found.length, isLimited, nextOffset }
    },
  }
}

/** What makes the excerpts of one answer: in bounded time, however long the messages are. */
function createExcerpts(
  terms: readonly SearchTerm[],
  read: (messageId: string) => { role: string; parts: string } | undefined,
): (messageId: string) => TextSegment[] {
  let left = maxExcerptText
  return (messageId) => {
    const row = read(messageId)
    const text = row ? textFromRow(row) : ''
    left -= text.length
    return excerptOf(text, left > 0 ? terms : [])
  }
}
