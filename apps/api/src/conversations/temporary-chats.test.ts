import { expect, it } from 'vitest'
import { createTemporaryChats } from './temporary-chats.ts'

const hour = 60 * 60_000

it('[TEMP1] a temporary conversation is in use while it is open, and an hour after the last one left it', () => {
  let now = 0
  const chats = createTemporaryChats(() => now)
  const one = chats.hold('chat')
  chats.begin('chat')
  const other = chats.hold('chat')
  now = 10 * hour
  one[Symbol.dispose]()
  one[Symbol.dispose]()
  now = 20 * hour
  expect(chats.isInUse('chat', 0)).toBe(true)
  other[Symbol.dispose]()
  now += hour - 1
  expect(chats.isInUse('chat', 0)).toBe(true)
  now += 1
  // A reply that ended after the last one had left is something to come back to.
  expect(chats.isInUse('chat', now - 1)).toBe(true)
  expect(chats.isInUse('chat', 0)).toBe(false)
})

it('[TEMP1] what was not begun since the start of the server is nobody’s', () => {
  const chats = createTemporaryChats(() => 0)
  using _ = chats.hold('from-before')
  expect(chats.isInUse('from-before', 0)).toBe(false)
  chats.begin('kept')
  chats.forget('kept')
  expect(chats.isInUse('kept', 0)).toBe(false)
})
