import { expect, it } from 'vitest'
import { createConversationTurns } from './conversation-turns.ts'

it('works on one conversation take turns, whatever became of the one before', async () => {
  const turns = createConversationTurns()
  const gate = Promise.withResolvers<void>()
  const seen: string[] = []
  const first = turns.take('a', async () => {
    await gate.promise
    seen.push('first')
    throw new Error('refused')
  })
  const second = turns.take('a', async () => seen.push('second'))
  const other = turns.take('b', async () => seen.push('other'))
  await other
  expect(seen).toEqual(['other'])
  gate.resolve()
  await expect(first).rejects.toThrow('refused')
  await second
  expect(seen).toEqual(['other', 'first', 'second'])
})
