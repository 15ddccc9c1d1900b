import { expect, test, vi } from 'vitest'
import { composerHint, createComposerKeys, isSendKey } from './composer-keys.ts'

const enter = {
  key: 'Enter',
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  isComposing: false,
  keyCode: 13,
}

test('Enter sends and breaks no line', () => {
  const onSend = vi.fn()
  const preventDefault = vi.fn()
  createComposerKeys({ onSend, sendKey: () => 'enter' })({ ...enter, preventDefault })
  expect(onSend).toHaveBeenCalledOnce()
  expect(preventDefault).toHaveBeenCalledOnce()
})

test('Shift+Enter is left to the text area', () => {
  const onSend = vi.fn()
  const preventDefault = vi.fn()
  createComposerKeys({ onSend, sendKey: () => 'enter' })({ ...enter, shiftKey: true, preventDefault })
  expect(onSend).not.toHaveBeenCalled()
  expect(preventDefault).not.toHaveBeenCalled()
})

test('an Enter that confirms an input method’s choice sends nothing', () => {
  expect(isSendKey({ ...enter, isComposing: true })).toBe(false)
  expect(isSendKey({ ...enter, keyCode: 229 })).toBe(false)
})

test('where only Ctrl or Cmd with Enter sends, Enter alone is left to the text area', () => {
  expect(isSendKey(enter, 'ctrl-enter')).toBe(false)
  expect(isSendKey({ ...enter, ctrlKey: true }, 'ctrl-enter')).toBe(true)
  expect(isSendKey({ ...enter, metaKey: true }, 'ctrl-enter')).toBe(true)
  expect(isSendKey({ ...enter, ctrlKey: true, isComposing: true }, 'ctrl-enter')).toBe(false)
})

test('the hint says what the keys do', () => {
  expect(composerHint('enter')).toBe('Enter sends, Shift+Enter starts a new line')
  expect(composerHint('ctrl-enter')).toBe('Ctrl+Enter sends, Enter starts a new line')
  expect(composerHint('enter', true)).toMatch(/^Enter sends it after the reply,/)
  expect(composerHint('ctrl-enter', true)).toMatch(/^Ctrl\+Enter sends it after the reply,/)
})
