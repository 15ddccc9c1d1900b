import type { Database } from '../open-database.ts'
import { type MessageRow, textFromRow } from '../rows.ts'
import { scopeWords } from './search-terms.ts'
import { searchWords } from './search-words.ts'

/**
 * Brings the index in step with the tables: called inside the transaction that changes them. What is removed from the
 * tables leaves the index by triggers. The texts themselves are not stored again, only where which word is. Of what is
 * temporary it never knows a word (TEMP1).
 * @see SPEC.md FIND1
 */
export interface SearchIndex {
  /** Says what the text of a message is now; it is in the table. */
  setMessage(messageId: string, text: string): void
  /** Takes over the title that a conversation has in the table. */
  setTitle(conversationId: string): void
  /** A conversation that was temporary is kept: it is found from now on. */
  addKept(conversationId: string): void
}

interface MessagePlace {
  readonly searchId: number
  readonly role: string
  readonly conversationId: string
  readonly ownerId: string
  readonly isTemporary: number
}

/** @see SearchIndex */
export function createSearchIndex({ client }: Pick<Database, 'client'>): SearchIndex {
  const selectMessage = client.prepare<[string], MessagePlace>(
    `SELECT messages.search_id AS searchId, role, conversation_id AS conversationId, owner_id AS ownerId,
       is_temporary AS isTemporary
     FROM messages JOIN conversations ON conversations.id = conversation_id WHERE messages.id = ?`,
  )
  const insertMessage = client.prepare<[number, string, string]>(
    'INSERT OR REPLACE INTO message_search (rowid, words, scope) VALUES (?, ?, ?)',
  )
  const claimTitle = client.prepare<[string], { searchId: number; title: string; ownerId: string }>(
    `UPDATE conversations
     SET search_id = coalesce(search_id, (SELECT coalesce(max(search_id), 0) + 1 FROM conversations))
     WHERE id = ? AND is_temporary = 0 RETURNING search_id AS searchId, title, owner_id AS ownerId`,
  )
  const insertTitle = client.prepare<[number, string, string]>(
    'INSERT OR REPLACE INTO title_search (rowid, words, scope) VALUES (?, ?, ?)',
  )
  const selectMessages = client.prepare<[string], Pick<MessageRow, 'id' | 'role' | 'parts'>>(
    'SELECT id, role, parts FROM messages WHERE conversation_id = ?',
  )
  const index: SearchIndex = {
    setMessage(messageId, text) {
      const place = selectMessage.get(messageId)
      if (!place) throw new Error(`there is no message ${messageId} to index`)
      if (place.isTemporary) return
      insertMessage.run(place.searchId, wordsOf(text), scopeWords(place).join(' '))
    },
    setTitle(conversationId) {
      const row = claimTitle.get(conversationId)
      if (!row) return
      insertTitle.run(row.searchId, wordsOf(row.title), scopeWords({ ownerId: row.ownerId, conversationId }).join(' '))
    },
    addKept(conversationId) {
      index.setTitle(conversationId)
      for (const row of selectMessages.all(conversationId)) index.setMessage(row.id, textFromRow(row))
    },
  }
  return index
}

/** What the index is given: the words as they are compared, so that its own tokenizer only splits at spaces. */
function wordsOf(text: string): string {
  return Array.from(searchWords(text), ({ word }) => word).join(' ')
}
