import { isComposing } from '../behavior/composer-keys.ts'

/** What a key in the field of the search means; undefined: something else. */
export function findStep(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'keyCode'>,
): 1 | -1 | 'close' | undefined {
  if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return undefined
  if (event.key === 'Escape') return 'close'
  if (event.key === 'ArrowDown') return 1
  if (event.key === 'ArrowUp') return -1
  if (event.key === 'Enter') return event.shiftKey ? -1 : 1
  return undefined
}
