import { expect, test } from 'vitest'
import { shortcutKeys } from '../behavior/key-names.ts'
import { createActionRegistry } from './action-registry.ts'
import { createOverlay } from './overlay.ts'
import { isShortcut, listenForShortcuts } from './shortcuts.ts'

const press = {
  key: 'k',
  code: 'KeyK',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  keyCode: 0,
}

test('Mod is Cmd on a Mac and Ctrl elsewhere, alone', () => {
  expect(isShortcut({ ...press, ctrlKey: true }, 'Mod+K', false)).toBe(true)
  expect(isShortcut({ ...press, metaKey: true }, 'Mod+K', true)).toBe(true)
  expect(isShortcut({ ...press, ctrlKey: true }, 'Mod+K', true)).toBe(false)
  expect(isShortcut({ ...press, ctrlKey: true, shiftKey: true }, 'Mod+K', false)).toBe(false)
  expect(isShortcut({ ...press, ctrlKey: true, altKey: true }, 'Mod+K', false)).toBe(false)
  expect(isShortcut({ ...press, ctrlKey: true, isComposing: true }, 'Mod+K', false)).toBe(false)
})

test('letters are keys, whatever a layout puts there; other characters are characters', () => {
  expect(isShortcut({ ...press, ctrlKey: true, key: 'л' }, 'Mod+K', false)).toBe(true)
  expect(isShortcut({ ...press, ctrlKey: true, key: '/', code: 'Digit7', shiftKey: true }, 'Mod+/', false)).toBe(true)
  expect(isShortcut({ ...press, key: '?', shiftKey: true }, '?', false)).toBe(true)
})

test('keys are named as they are printed', () => {
  expect(shortcutKeys('Mod+Shift+O', true)).toEqual(['⌘', '⇧', 'O'])
  expect(shortcutKeys('Mod+Shift+O', false)).toEqual(['Ctrl', 'Shift', 'O'])
})

test('actions come and go with what offers them, and the later of two counts', () => {
  const registry = createActionRegistry()
  const done: string[] = []
  const take = registry.add([{ id: 'newChat', run: () => done.push('frame') }])
  const takeBack = registry.add([{ id: 'newChat', run: () => done.push('page') }])
  registry.find('newChat')?.run()
  takeBack()
  registry.find('newChat')?.run()
  take()
  expect([done, registry.get(), registry.find('newChat')]).toEqual([['page', 'frame'], [], undefined])
})

test('a shortcut runs its action where that makes sense now, and is otherwise the browser’s', () => {
  const registry = createActionRegistry()
  let isAvailable = false
  let runs = 0
  registry.add([{ id: 'newChat', isAvailable: () => isAvailable, run: () => runs++ }])
  const host = new EventTarget()
  // @ts-expect-error of a window only its events are needed
  const end = listenForShortcuts(registry, host)
  const pressKeys = () => {
    const keys = { ...press, code: 'KeyO', key: 'O', ctrlKey: true, shiftKey: true }
    const event = Object.assign(new Event('keydown', { cancelable: true }), keys)
    host.dispatchEvent(event)
    return event.defaultPrevented
  }
  expect([pressKeys(), runs]).toEqual([false, 0])
  isAvailable = true
  expect([pressKeys(), runs]).toEqual([true, 1])
  end()
  expect([pressKeys(), runs]).toEqual([false, 1])
})

test('one thing at a time lies over the page', () => {
  const overlay = createOverlay((task) => task())
  let calls = 0
  overlay.subscribe(() => calls++)
  overlay.show('settings')
  overlay.show('settings')
  overlay.show('palette')
  expect(overlay.get()).toBeNull()
  overlay.gone()
  expect([overlay.get(), calls]).toEqual(['palette', 3])
  overlay.show(null)
  overlay.gone()
  expect(overlay.get()).toBeNull()
})
