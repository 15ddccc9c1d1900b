import { expect, test } from 'vitest'
import { isNewChatKey } from './new-chat-key.ts'

const press = { code: 'KeyO', ctrlKey: true, metaKey: false, shiftKey: true }

test('Ctrl or Cmd with Shift and O begins a new chat, and nothing less does', () => {
  expect(isNewChatKey(press)).toBe(true)
  expect(isNewChatKey({ ...press, ctrlKey: false, metaKey: true })).toBe(true)
  expect(isNewChatKey({ ...press, shiftKey: false })).toBe(false)
  expect(isNewChatKey({ ...press, ctrlKey: false })).toBe(false)
  expect(isNewChatKey({ ...press, code: 'KeyP' })).toBe(false)
})
