import { expect, it } from 'vitest'
import { branchesOf, chooseBranch, messagePath } from './branches.ts'
import { type ConversationState, emptyConversation } from './conversation-state.ts'
import type { ConversationEvent } from './events.ts'
import { conversationFromSnapshot, foldConversation } from './fold-conversation.ts'
import type { UserMessage } from './message.ts'

const messages = [
  ['question-1', null],
  ['answer-1', 'question-1'],
  ['answer-2', 'question-1'],
  ['question-2', 'answer-2'],
  ['question-1b', null],
  ['answer-1b', 'question-1b'],
].map(([id, parentId]): UserMessage => {
  return { id: id ?? '', parentId: parentId ?? null, role: 'user', parts: [], createdAt: 0 }
})

function fold(state: ConversationState, ...events: ConversationEvent[]): ConversationState {
  return events.reduce(foldConversation, state)
}

const added = (count: number) =>
  fold(
    emptyConversation('conversation-1'),
    ...messages.slice(0, count).map((message, index) => ({ type: 'message-added' as const, seq: index + 1, message })),
  )
const chosen = (seq: number, messageId: string) => ({ type: 'branch-chosen' as const, seq, messageId })

it('[TREE1] the path follows the sibling that was added last', () => {
  expect(messagePath(added(4))).toEqual(['question-1', 'answer-2', 'question-2'])
  expect(messagePath(added(6))).toEqual(['question-1b', 'answer-1b'])
})

it('[TREE1] a chosen message is on the path with all before it, and what was last below it', () => {
  const state = fold(added(6), chosen(7, 'answer-2'))
  expect(messagePath(state)).toEqual(['question-1', 'answer-2', 'question-2'])
  expect(messagePath(fold(state, chosen(8, 'answer-1')))).toEqual(['question-1', 'answer-1'])
  expect(messagePath(fold(state, chosen(8, 'question-1b')))).toEqual(['question-1b', 'answer-1b'])
})

it('[TREE1] what is added later is on the path again', () => {
  const state = fold(added(3), chosen(4, 'answer-1'))
  const message: UserMessage = { id: 'answer-3', parentId: 'question-1', role: 'user', parts: [], createdAt: 0 }
  expect(messagePath(fold(state, { type: 'message-added', seq: 5, message }))).toEqual(['question-1', 'answer-3'])
})

it('[TREE1] [STORE1] a choice among messages that are not known leaves the state behind', () => {
  expect(fold(added(2), chosen(3, 'answer-2')).isBehind).toBe(true)
})

it('[TREE1] a snapshot has the path that its events have', () => {
  const conversation = { id: 'conversation-1', title: '', titleOrigin: 'words', createdAt: 0, updatedAt: 0 } as const
  const snapshot = { conversation: { ...conversation, runningCount: 0 }, messages, cursor: '1:8', seq: 8 }
  expect(messagePath(conversationFromSnapshot(snapshot))).toEqual(messagePath(added(6)))
  const state = fold(added(6), chosen(7, 'answer-1'))
  expect(conversationFromSnapshot({ ...snapshot, chosenIds: ['question-1', 'answer-1'] }).next).toEqual(state.next)
})

it('the branches of a path are the siblings of its messages', () => {
  const state = chooseBranch(added(6), 'answer-2')
  expect([...branchesOf(state, messagePath(state))]).toEqual([
    ['question-1', ['question-1', 'question-1b']],
    ['answer-2', ['answer-1', 'answer-2']],
  ])
})
