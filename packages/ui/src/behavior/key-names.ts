import { texts } from '../texts/texts.ts'

/** A key with those held down with it, joined by plus signs. `Mod` is Cmd on a Mac and Ctrl elsewhere. */
export type Shortcut = string

const macSymbols: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩', Escape: 'esc' }

/** Whether the keyboard is Apple's. */
export function isMac(host: Pick<Navigator, 'platform'> = navigator): boolean {
  return /^(Mac|iP)/.test(host.platform)
}

/** What is printed on a key, such as "Ctrl" or "⌘". */
export function keyName(key: string, onMac = isMac()): string {
  if (onMac) return macSymbols[key] ?? key
  if (key === 'Mod') return texts.keys.control
  if (key === 'Shift') return texts.keys.shift
  if (key === 'Enter') return texts.keys.enter
  return key === 'Escape' ? texts.keys.escape : key
}

/** The keys of a shortcut as they are printed, in the order in which they are said. */
export function shortcutKeys(shortcut: Shortcut, onMac = isMac()): string[] {
  return shortcut.split('+').map((key) => keyName(key, onMac))
}
