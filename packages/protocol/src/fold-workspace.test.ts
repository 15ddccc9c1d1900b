import { describe, expect, it } from 'vitest'
import type { ConversationSummary } from './conversation.ts'
import type { WorkspaceEvent } from './events.ts'
import { emptyWorkspace, foldWorkspace, sortedConversations } from './fold-workspace.ts'

const summary = (id: string, updatedAt: number): ConversationSummary => ({
  id,
  title: id,
  titleOrigin: 'words',
  createdAt: 1,
  updatedAt,
  runningCount: 0,
})
const fold = (events: readonly WorkspaceEvent[]) => events.reduce(foldWorkspace, emptyWorkspace)

describe('foldWorkspace', () => {
  const created: WorkspaceEvent[] = [
    { type: 'conversation-created', seq: 1, conversation: summary('first-one', 10) },
    { type: 'conversation-created', seq: 2, conversation: summary('second-one', 20) },
  ]

  it('lists the last used conversation first', () => {
    const state = fold([
      ...created,
      { type: 'conversation-updated', seq: 3, conversationId: 'first-one', updatedAt: 30, runningCount: 1 },
    ])
    expect(sortedConversations(state).map((conversation) => conversation.id)).toEqual(['first-one', 'second-one'])
    expect(state.conversations.get('first-one')?.runningCount).toBe(1)
  })

  it('renames, deletes and restores', () => {
    const deleted = fold([
      ...created,
      { type: 'conversation-renamed', seq: 3, conversationId: 'first-one', title: 'New', titleOrigin: 'user' },
      { type: 'conversation-deleted', seq: 4, conversationId: 'second-one' },
    ])
    expect([...deleted.conversations.values()].map((conversation) => conversation.title)).toEqual(['New'])
    const restored = foldWorkspace(deleted, {
      type: 'conversation-restored',
      seq: 5,
      conversation: summary('second-one', 20),
    })
    expect(restored.conversations.size).toBe(2)
  })

  it('[STORE1] skips what it has and falls behind on a gap', () => {
    const state = fold(created)
    expect(fold([...created, ...created])).toEqual(state)
    expect(foldWorkspace(state, { type: 'conversation-deleted', seq: 4, conversationId: 'first-one' })).toEqual({
      ...state,
      isBehind: true,
    })
  })
})
