import {
  conversationFromSnapshot,
  emptyConversation,
  foldConversation,
  isWorkspaceEvent,
  messagePath,
  type NewEvent,
  withMessages,
} from '@livetype/protocol'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { conversationLog } from './event-log/event-log.ts'
import { localOwnerId } from './repositories/users.ts'
import {
  begunConversation,
  conversationId,
  openTemporaryDatabase,
  questionId,
} from './test-support/temporary-database.ts'

const log = conversationLog(conversationId)
const idOf = (index: number) => (index === 0 ? questionId : `message-${index}`)

it('[TREE1] [PAGE1] a snapshot, whole or in part, has the path that its events have, whatever was added and chosen', {
  timeout: 60_000,
}, async () => {
  const step = fc.record({ adds: fc.boolean(), which: fc.nat() })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25, size: 'max' }), async (steps) => {
      await using temporary = openTemporaryDatabase()
      const { database } = temporary
      await database.log.append(begunConversation)
      let count = 1
      for (const { adds, which } of steps) {
        const other = which % (count + 1)
        const event: NewEvent = adds
          ? {
              type: 'message-added',
              message: {
                id: idOf(count),
                parentId: other === count ? null : idOf(other),
                role: 'user',
                parts: [],
                createdAt: 1,
              },
            }
          : { type: 'branch-chosen', messageId: idOf(which % count) }
        if (adds) count += 1
        await database.log.append([{ log, event }])
      }
      const events = (await database.log.read(log, 0, 1_000)).filter((event) => !isWorkspaceEvent(event))
      const folded = events.reduce(foldConversation, emptyConversation(conversationId))
      const snapshot = await database.conversationSnapshot(localOwnerId, conversationId)
      if (!snapshot) throw new Error('the conversation is gone')
      const state = conversationFromSnapshot(snapshot)
      expect(messagePath(state)).toEqual(messagePath(folded))
      expect(state.next).toEqual(folded.next)

      const inPart = await database.conversationSnapshot(localOwnerId, conversationId, { recent: 2 })
      if (!inPart) throw new Error('the conversation is gone')
      const part = conversationFromSnapshot(inPart)
      expect(inPart.messages.map(({ id }) => id)).toEqual(expect.arrayContaining(messagePath(folded).slice(-2)))
      expect(messagePath(part)).toEqual(messagePath(folded))
      const messageIds = [...part.outlined.keys()]
      const rest = await database.conversationMessages(localOwnerId, { conversationId, messageIds })
      expect(withMessages(part, rest ?? [])).toEqual(state)
      expect((await database.messages.pathEnd(localOwnerId, conversationId))?.id).toBe(messagePath(folded).at(-1))
    }),
    { numRuns: 40 },
  )
})
