import { describe, expect, it } from 'vitest'
import { maxMessageTextLength, messageTextSchema } from './asked-replies.ts'
import { sendMessageSchema } from './commands.ts'
import { idSchema, makeId } from './ids.ts'

describe('messageTextSchema', () => {
  it.each(['Hello', '200 kB: '.repeat(25_600), '👩‍👩‍👧‍👦', 'مرحبا', '<script>alert(1)</script>'])(
    'takes %#',
    (text) => {
      expect(messageTextSchema.safeParse(text).success).toBe(true)
    },
  )
  it.each(['', ' \n\t ', 'x'.repeat(maxMessageTextLength + 1)])('refuses %#', (text) => {
    expect(messageTextSchema.safeParse(text).success).toBe(false)
  })
})

describe('ids', () => {
  it('are made as the schema wants them, each different', () => {
    const ids = Array.from({ length: 100 }, makeId)
    expect(new Set(ids).size).toBe(100)
    for (const id of ids) expect(idSchema.parse(id)).toBe(id)
  })
  it.each(['short', 'has space in it', 'a/b/c/d/e', 'x'.repeat(65), 'line\nbreak1'])('%j is none', (id) => {
    expect(idSchema.safeParse(id).success).toBe(false)
  })
})

it('sending names every id it makes', () => {
  const input = { conversationId: makeId(), messageId: makeId(), parentId: null, text: 'Hi', replyId: makeId() }
  expect(sendMessageSchema.parse(input)).toEqual(input)
})
