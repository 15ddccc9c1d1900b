import { expect, test, vi } from 'vitest'
import { createComposerKeys, isSendKey } from './composer-keys.ts'

const enter = { key: 'Enter', shiftKey: false, altKey: false, isComposing: false, keyCode: 13 }

test('Enter sends and breaks no line', () => {
  const onSend = vi.fn()
  const preventDefault = vi.fn()
  createComposerKeys({ onSend })({ ...enter, preventDefault })
  expect(onSend).toHaveBeenCalledOnce()
  expect(preventDefault).toHaveBeenCalledOnce()
})

test('Shift+Enter is left to the text area', () => {
  const onSend = vi.fn()
  const preventDefault = vi.fn()
  createComposerKeys({ onSend })({ ...enter, shiftKey: true, preventDefault })
  expect(onSend).not.toHaveBeenCalled()
  expect(preventDefault).not.toHaveBeenCalled()
})

test('an Enter that confirms an input method’s choice sends nothing', () => {
  expect(isSendKey({ ...enter, isComposing: true })).toBe(false)
  expect(isSendKey({ ...enter, keyCode: 229 })).toBe(false)
})
