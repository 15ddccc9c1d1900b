import { isComposing, type KeyPress } from './composer-keys.ts'
import { focusWhenShown } from './focus-when-shown.ts'

const editButtons = '.queued-message [data-action="edit"]'

/** Begins the edit of the message that was queued last; false where there is none. */
export function editLastQueued(): boolean {
  const last = [...document.querySelectorAll<HTMLElement>(editButtons)].at(-1)
  last?.click()
  return last !== undefined
}

/** Whether a key press in the composer, which has `text`, asks for the message that was queued last: Up in an empty one. */
export function isEditLastKey(event: KeyPress, text: string): boolean {
  if (event.key !== 'ArrowUp' || text !== '' || isComposing(event)) return false
  return !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey
}

/** Gives the focus back to "Edit" of a queued message, once that is there again. */
export function focusQueuedEdit(messageId: string): void {
  focusWhenShown(`[data-queued-id="${CSS.escape(messageId)}"] [data-action="edit"]`)
}
