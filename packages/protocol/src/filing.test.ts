import { describe, expect, it } from 'vitest'
import type { ConversationSummary } from './conversation.ts'
import { filingOf, withFiling } from './filing.ts'
import { addConversations, emptyWorkspace, foldWorkspace } from './fold-workspace.ts'
import { tagSchema } from './tags.ts'

const conversation: ConversationSummary = {
  id: 'conversation-1',
  title: 'One',
  titleOrigin: 'words',
  createdAt: 1,
  updatedAt: 1,
  runningCount: 0,
}

describe('filing', () => {
  it('changes what it names, and nothing where all is so already', () => {
    const filed = withFiling(conversation, filingOf(conversation, { isPinned: true, addTags: ['b', 'a', 'b'] }))
    expect(filed).toEqual({ ...conversation, isPinned: true, tags: ['a', 'b'] })
    expect(withFiling(filed, filingOf(filed, { isPinned: true, addTags: ['a'] }))).toBe(filed)
    expect(withFiling(filed, filingOf(filed, { removeTags: ['a', 'b'], isPinned: false }))).toEqual(conversation)
  })

  it('takes names of tags that look alike for one', () => {
    expect(tagSchema.parse('  Café\n plans ')).toBe(tagSchema.parse('Cafe\u0301 plans'))
    for (const name of ['', ' \t', 'x'.repeat(41)]) expect(tagSchema.safeParse(name).success).toBe(false)
  })
})

describe('[LIST1] a list of which a part is known', () => {
  const used = { type: 'conversation-updated', conversationId: conversation.id, updatedAt: 9, runningCount: 1 } as const

  it('asks for what comes to the top, and for nothing else', () => {
    const renamed = foldWorkspace(emptyWorkspace, {
      type: 'conversation-renamed',
      seq: 1,
      conversationId: conversation.id,
      title: 'Two',
      titleOrigin: 'user',
    })
    expect(renamed.unknownIds.size).toBe(0)
    const asked = foldWorkspace(renamed, { ...used, seq: 2 })
    expect([...asked.unknownIds]).toEqual([conversation.id])
    const deleted = foldWorkspace(asked, { type: 'conversation-deleted', seq: 3, conversationId: conversation.id })
    expect(deleted.unknownIds.size).toBe(0)
  })

  it('tells what was read of what has happened since', () => {
    const since = [{ ...used, seq: 5 }]
    const page = { conversations: [conversation], seq: 4 }
    const { conversations } = addConversations({ ...emptyWorkspace, seq: 5 }, page, { since })
    expect(conversations.get(conversation.id)).toMatchObject({ updatedAt: 9, runningCount: 1 })
    const gone = [{ type: 'conversation-deleted', seq: 5, conversationId: conversation.id }] as const
    expect(addConversations({ ...emptyWorkspace, seq: 5 }, page, { since: gone }).conversations.size).toBe(0)
    expect(addConversations(emptyWorkspace, { ...page, seq: 5 }, { since: gone }).conversations.size).toBe(1)
  })
})
