import { ChatError } from '@livetype/protocol'
import type { FakeServer } from './fake-server.ts'
import { createTestStore } from './test-store.ts'

/** The conversation that `oneTurn` makes. */
export const a = 'conversation-a'

/** A conversation with one question and its answer. */
export function oneTurn(server: FakeServer): void {
  server.addConversation(a)
  server.addTurn(a, { messageId: 'question-1', replyId: 'reply-of-1', parentId: null })
  server.write(a, 'reply-of-1', 'answer 1')
  server.end(a, 'reply-of-1')
}

/** A store that has opened it. */
export async function openedStore() {
  const test = createTestStore(oneTurn)
  test.store.open(a)
  await test.flow()
  return test
}

/** What a server says that takes nothing. */
export const refusal = () => new ChatError('storage-failed', 'The disk is full.')
