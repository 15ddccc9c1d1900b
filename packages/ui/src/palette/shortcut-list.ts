import type { Settings } from '@livetype/protocol'
import type { Action, ActionId } from '../actions/action-registry.ts'
import { shortcuts } from '../actions/shortcuts.ts'
import { isMac, keyName, shortcutKeys } from '../behavior/key-names.ts'
import { laterTexts } from '../texts/later/later-texts.ts'

/** A shortcut as it is listed: what it does, and each combination of keys that does it. */
export interface ListedShortcut {
  readonly label: string
  readonly combinations: readonly (readonly string[])[]
}

/** All shortcuts in the sections in which they are listed: those of actions there are, and those of the composer. */
export function listShortcuts(
  actions: readonly Action[],
  sendKey: Settings['sendKey'],
): readonly { readonly label: string; readonly shortcuts: readonly ListedShortcut[] }[] {
  const texts = laterTexts.palette
  const keysOf = (id: ActionId) => (shortcuts[id] ?? []).map((shortcut) => shortcutKeys(shortcut))
  const enter = [keyName('Enter')]
  const shiftEnter = [keyName('Shift'), ...enter]
  const modEnter = [keyName('Mod'), ...enter]
  return [
    {
      label: texts.anywhere,
      shortcuts: [
        ...actions
          .map(({ id }) => ({ label: texts.actions[id], combinations: keysOf(id) }))
          .filter(({ combinations }) => combinations.length > 0),
        { label: texts.stop, combinations: [[keyName('Escape', isMac())]] },
      ],
    },
    {
      label: texts.inComposer,
      shortcuts: [
        { label: texts.send, combinations: [sendKey === 'enter' ? enter : modEnter] },
        { label: texts.newLine, combinations: sendKey === 'enter' ? [shiftEnter] : [enter, shiftEnter] },
        { label: texts.actions.editQueued, combinations: [['↑']] },
      ],
    },
    {
      label: texts.inList,
      shortcuts: [
        { label: texts.select, combinations: [[texts.space]] },
        {
          label: texts.selectRange,
          combinations: [
            [keyName('Shift'), '↓'],
            [keyName('Shift'), '↑'],
          ],
        },
        { label: texts.selectAll, combinations: [[keyName('Mod'), 'A']] },
        { label: texts.deleteSelected, combinations: [[texts.deleteKey]] },
        { label: texts.stopSelecting, combinations: [[keyName('Escape', isMac())]] },
      ],
    },
  ]
}
