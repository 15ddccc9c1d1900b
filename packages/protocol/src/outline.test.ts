import { expect, it } from 'vitest'
import { branchesOf, comparedReplies, messagePath } from './branches.ts'
import { messageById, nodeById } from './conversation-state.ts'
import type { ConversationEvent } from './events.ts'
import { conversationFromSnapshot, foldConversation, withMessages } from './fold-conversation.ts'
import type { AssistantMessage, Message, UserMessage } from './message.ts'
import { nodesOf, outlineOf, outlineSchema } from './outline.ts'

const question = (id: string, parentId: string | null): UserMessage => ({
  id,
  parentId,
  role: 'user',
  parts: [{ type: 'text', text: `text of ${id}` }],
  createdAt: 0,
})
const reply = (id: string, parentId: string, groupId?: string): AssistantMessage => ({
  id,
  parentId,
  role: 'assistant',
  parts: [{ type: 'text', text: `text of ${id}` }],
  createdAt: 0,
  runId: `run of ${id}`,
  modelId: 'fake',
  modelName: 'Fake',
  reply: { status: 'completed', startedAt: 0, endedAt: 1 },
  ...(groupId !== undefined && { groupId }),
})
const messages: Message[] = [
  question('question-1', null),
  {
    ...reply('answer-1', 'question-1'),
    earlierRuns: [
      {
        runId: 'run before',
        modelId: 'fake',
        modelName: 'Fake',
        reply: { status: 'stopped', startedAt: 0, endedAt: 1 },
        partLengths: [4],
      },
    ],
  },
  reply('answer-1b', 'question-1'),
  question('question-2', 'answer-1b'),
  reply('answer-2', 'question-2', 'answer-2'),
  reply('answer-2b', 'question-2', 'answer-2'),
]
const conversation = {
  id: 'conversation-1',
  title: '',
  titleOrigin: 'words',
  createdAt: 0,
  updatedAt: 0,
  runningCount: 0,
} as const
const snapshot = { conversation, messages, chosenIds: ['answer-1'], cursor: '1:8', seq: 8 }
const inPart = (...ids: string[]) =>
  conversationFromSnapshot({
    ...snapshot,
    messages: messages.filter(({ id }) => ids.includes(id)),
    outline: outlineOf(messages),
  })

it('[PAGE1] an outline has the tree, and passes its schema', () => {
  expect(nodesOf(outlineSchema.parse(outlineOf(messages)))).toEqual(
    messages.map((message) => ({
      id: message.id,
      parentId: message.parentId,
      role: message.role,
      ...(message.role === 'assistant' && message.groupId !== undefined && { groupId: message.groupId }),
    })),
  )
  expect(outlineSchema.safeParse({ ...outlineOf(messages), parents: [] }).success).toBe(false)
})

it('[PAGE1] [TREE1] what is read in part has the path, the branches and the compared of the whole', () => {
  const whole = conversationFromSnapshot(snapshot)
  const part = inPart('answer-2')
  const path = messagePath(whole)
  expect(messagePath(part)).toEqual(path)
  expect(branchesOf(part, path)).toEqual(branchesOf(whole, path))
  const later = ['question-1', 'answer-1b', 'question-2', 'answer-2']
  expect(comparedReplies(part, later)).toEqual(['answer-2', 'answer-2b'])
  expect(messageById(part, 'question-1')).toBeUndefined()
  expect(nodeById(part, 'question-1')).toMatchObject({ parentId: null, role: 'user' })
})

it('[PAGE1] messages that are read make it the whole', () => {
  const part = withMessages(inPart('answer-2'), messages)
  const { settled, outlined, ...rest } = part
  expect(outlined.size).toBe(0)
  expect(new Set(settled.keys())).toEqual(new Set(messages.map(({ id }) => id)))
  expect(rest).toMatchObject({ next: conversationFromSnapshot(snapshot).next, isBehind: false })
  expect(withMessages(part, messages)).toBe(part)
})

it.each<{ what: string; event: ConversationEvent }>([
  { what: 'a rating', event: { type: 'feedback-given', seq: 9, messageId: 'answer-1', feedback: null } },
  { what: 'a run taken back', event: { type: 'run-undone', seq: 9, messageId: 'answer-1', runId: 'run of answer-1' } },
  {
    what: 'a run that goes on',
    event: {
      type: 'run-started',
      seq: 9,
      runId: 'run-9',
      messageId: 'answer-1',
      parentId: 'question-1',
      modelId: 'fake',
      modelName: 'Fake',
      continues: true,
      startedAt: 2,
    },
  },
])('[PAGE1] [STORE1] $what of a message that is yet to be read leaves the state behind', ({ event }) => {
  expect(foldConversation(inPart('answer-2'), event)).toMatchObject({ isBehind: true })
  expect(foldConversation(inPart('answer-1'), event)).toMatchObject({ isBehind: false, seq: 9 })
})

it('[PAGE1] [TREE1] a branch can be chosen whose messages are yet to be read', () => {
  const state = foldConversation(inPart('answer-2'), { type: 'branch-chosen', seq: 9, messageId: 'question-2' })
  expect(messagePath(state)).toEqual(['question-1', 'answer-1b', 'question-2', 'answer-2'])
})
