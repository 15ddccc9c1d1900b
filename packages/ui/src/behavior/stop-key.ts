import { isComposing } from './composer-keys.ts'

/** What Escape leaves first: one-line fields, forms within messages, the search and the selection in the list. */
const cancelling = 'input, .message-edit, .find-bar, .rating-form, .selection-bar'

/** The page while a drawer lies over it. */
const coveredPage = '#main[inert]'

const openLayers = ['dialog', 'alertdialog', 'menu', 'listbox']
  .map((role) => `[role="${role}"][data-state="open"]`)
  .join(', ')

/**
 * Calls `onStop` for Escape, wherever the focus is, unless the key has another meaning: to an input method, to a
 * field that cancels by it, or to a menu, dialog or drawer that is open. Returns what ends it.
 */
export function listenForStopKey(onStop: () => void): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.repeat || isComposing(event)) return
    if (event.target instanceof Element && event.target.closest(cancelling)) return
    if (document.querySelector(openLayers)) return
    if (document.querySelector(coveredPage)) return
    onStop()
  }
  // In the capture phase a menu that this very key will close still counts as open.
  window.addEventListener('keydown', onKeyDown, { capture: true })
  return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
}
