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

/** The item on which a menu that was opened by keyboard begins; null where a pointer opened it. */
export type MenuStart = 'first' | 'last' | null

/** Where a menu begins that is opened by a click of its button. */
export function menuStartOfClick(event: Pick<MouseEvent, 'detail'>): MenuStart {
  // The click that Enter, Space or a screen reader makes counts no presses.
  return event.detail === 0 ? 'first' : null
}

/** Where a menu begins that a key on its button opens besides Enter and Space; null for other keys. */
export function menuStartOfKey(event: Pick<KeyboardEvent, 'key'>): MenuStart {
  if (event.key === 'ArrowDown') return 'first'
  return event.key === 'ArrowUp' ? 'last' : null
}

/** The value of the item on which a menu begins. */
export function menuStartValue(items: readonly MenuItem[], start: MenuStart): string | undefined {
  if (start === null) return undefined
  return items.at(start === 'first' ? 0 : -1)?.value
}
