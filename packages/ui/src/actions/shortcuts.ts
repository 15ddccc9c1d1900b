import { isComposing } from '../behavior/composer-keys.ts'
import { isMac, type Shortcut } from '../behavior/key-names.ts'
import type { ActionId, ActionRegistry } from './action-registry.ts'

/**
 * The keys of actions. None closes or opens anything in a browser, or is a screen reader's; Ctrl+K and Ctrl+B are bars
 * of browsers that chats and editors commonly take, and Ctrl+P prints as ever, once all that is to be printed is there.
 * A single character works outside of fields alone.
 */
export const shortcuts: Readonly<Partial<Record<ActionId, readonly Shortcut[]>>> = {
  newChat: ['Mod+Shift+O'],
  // Where it is open already, the key is the browser's.
  find: ['Mod+F'],
  palette: ['Mod+K'],
  search: ['Mod+Shift+F'],
  print: ['Mod+P'],
  settings: ['Mod+,'],
  shortcuts: ['Mod+/', '?'],
  toggleSidebar: ['Mod+B'],
}

type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing' | 'keyCode'
>

const fields = 'input, textarea, select, [contenteditable]'

/** Whether a key press is a shortcut. Letters are keys, wherever a layout puts them; other characters are characters. */
export function isShortcut(event: Press, shortcut: Shortcut, onMac = isMac()): boolean {
  const keys = shortcut.split('+')
  const key = keys.at(-1) ?? ''
  const isModified = keys.includes('Mod')
  if (isComposing(event) || event.altKey) return false
  const [modifier, other] = onMac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey]
  if (modifier !== isModified || other) return false
  if (/^[A-Z]$/.test(key)) return event.code === `Key${key}` && event.shiftKey === keys.includes('Shift')
  // Whether a character needs Shift is the layout's business.
  return event.key === key && (key.length === 1 || event.shiftKey === keys.includes('Shift'))
}

/** The action that a key press asks for, and that makes sense now. */
function actionOf(event: KeyboardEvent, registry: ActionRegistry) {
  const isAsked = (shortcut: Shortcut) =>
    isShortcut(event, shortcut) && (shortcut.length > 1 || !isInField(event.target))
  const action = registry.get().find(({ id }) => shortcuts[id]?.some(isAsked))
  return action && registry.find(action.id)
}

function isInField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(fields) !== null
}

/** Runs actions by their keys, wherever the focus is. Returns what ends it. */
export function listenForShortcuts(registry: ActionRegistry, host: Window = window): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat) return
    const action = actionOf(event, registry)
    if (!action) return
    event.preventDefault()
    action.run()
  }
  host.addEventListener('keydown', onKeyDown)
  return () => host.removeEventListener('keydown', onKeyDown)
}
