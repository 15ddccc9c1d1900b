import { expect, it } from 'vitest'
import { emptyConversation, foldConversation } from './fold-conversation.ts'
import { messagePath } from './message-path.ts'

it('follows the sibling that was added last', () => {
  const state = [
    { id: 'question1', parentId: null },
    { id: 'answer-01', parentId: 'question1' },
    { id: 'answer-02', parentId: 'question1' },
    { id: 'question2', parentId: 'answer-02' },
  ].reduce(
    (before, { id, parentId }, index) =>
      foldConversation(before, {
        type: 'message-added',
        seq: index + 1,
        message: { id, parentId, role: 'user', parts: [], createdAt: 0 },
      }),
    emptyConversation('conversation-1'),
  )
  expect(messagePath(state)).toEqual(['question1', 'answer-02', 'question2'])
})
