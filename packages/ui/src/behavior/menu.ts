import type { IconName } from '../icons/icons.ts'

/** What a menu offers. */
export interface MenuItem {
  readonly value: string
  readonly label: string
  /** A second line. */
  readonly description?: string
  readonly icon?: IconName
  readonly isDangerous?: boolean
  /** In a menu that holds one choice: something to do, which stands below the choices. */
  readonly isAction?: boolean
}

/** A menu as its button has it. */
export interface MenuState {
  readonly items: readonly MenuItem[]
  /** It was asked for; it may not be there yet. */
  readonly isOpen: boolean
  /** The value of the item on which it begins; undefined where a pointer opened it. */
  readonly start: string | undefined
}

/** What a key on a menu's button does; `stay`: nothing, not even what it does on other buttons. */
export type MenuKeyAction =
  | { readonly kind: 'open' | 'move'; readonly start: string }
  | { readonly kind: 'choose'; readonly value: string }
  | { readonly kind: 'close' | 'stay' }

const choosingKeys = ['Enter', ' ']

/** Whether a key is the one that opened the menu, held down: it shall choose nothing there. */
export function isHeldFromOpening({ key, repeat }: Pick<KeyboardEvent, 'key' | 'repeat'>): boolean {
  return repeat && choosingKeys.includes(key)
}

/** Where a menu begins that is opened by a click of its button. */
export function menuStartOfClick(event: Pick<MouseEvent, 'detail'>, items: readonly MenuItem[]): string | undefined {
  // The click that Enter, Space or a screen reader makes counts no presses.
  return event.detail === 0 ? startAfter('Home', items, undefined) : undefined
}

/**
 * What a key on a menu's button does; null: nothing of the menu's. The button gets the keys until the menu is there and
 * has taken the focus: until then arrows, Home, End, Enter, Space and Escape do what they would do in the menu.
 */
export function menuKeyAction(
  event: Pick<KeyboardEvent, 'key' | 'repeat'>,
  { items, isOpen, start }: MenuState,
): MenuKeyAction | null {
  const { key } = event
  if (isOpen && key === 'Escape') return { kind: 'close' }
  if (isOpen && choosingKeys.includes(key)) {
    return isHeldFromOpening(event) || start === undefined ? { kind: 'stay' } : { kind: 'choose', value: start }
  }
  if (!isOpen && key !== 'ArrowDown' && key !== 'ArrowUp') return null
  const next = startAfter(key, items, isOpen ? start : undefined)
  return next === undefined ? null : { kind: isOpen ? 'move' : 'open', start: next }
}

/** Moves as the open menu does, which does not go round; undefined for other keys. */
function startAfter(key: string, items: readonly MenuItem[], start: string | undefined): string | undefined {
  const drawn = [...items.filter(({ isAction }) => !isAction), ...items.filter(({ isAction }) => isAction)]
  const at = drawn.findIndex(({ value }) => value === start)
  const last = drawn.length - 1
  if (key === 'ArrowDown') return drawn[Math.min(at + 1, last)]?.value
  if (key === 'ArrowUp') return drawn[at < 0 ? last : Math.max(at - 1, 0)]?.value
  if (key === 'Home') return drawn[0]?.value
  return key === 'End' ? drawn[last]?.value : undefined
}
