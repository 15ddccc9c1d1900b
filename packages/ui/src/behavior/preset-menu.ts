import { type LibraryChange, libraryLimits, type Preset, presetIcons } from '@livetype/protocol'
import type { IconName } from '../icons/icons.ts'
import { texts } from '../texts/texts.ts'
import { movedPosition, nextPosition, type Placed } from './item-order.ts'
import type { MenuItem } from './menu.ts'

/** What the menu of a preset or prompt offers, of all `items`; what would change nothing is left out. */
export function libraryMenu(items: readonly Placed[], id: string): MenuItem[] {
  const { edit, duplicate, moveUp, moveDown, delete: remove } = texts.presets
  const up: MenuItem = { value: 'move-up', label: moveUp, icon: 'arrow-up' }
  const down: MenuItem = { value: 'move-down', label: moveDown, icon: 'arrow-down' }
  return [
    { value: 'edit', label: edit, icon: 'pencil' },
    { value: 'duplicate', label: duplicate, icon: 'copy' },
    ...(movedPosition(items, id, -1) === undefined ? [] : [up]),
    ...(movedPosition(items, id, 1) === undefined ? [] : [down]),
    { value: 'delete', label: remove, icon: 'trash-2', isDangerous: true },
  ]
}

/** What choosing one of these does to the library. Undefined where there is nothing to do. */
export function presetChange(
  presets: readonly Preset[],
  preset: Preset,
  { chosen, makeId }: { chosen: string; makeId: () => string },
): LibraryChange | undefined {
  switch (chosen) {
    case 'duplicate': {
      const name = texts.presets.copyOf(preset.name).slice(0, libraryLimits.presetName)
      return { type: 'preset-saved', preset: { ...preset, id: makeId(), name, position: nextPosition(presets) } }
    }
    case 'move-up':
    case 'move-down': {
      const position = movedPosition(presets, preset.id, chosen === 'move-up' ? -1 : 1)
      return position === undefined ? undefined : { type: 'preset-saved', preset: { ...preset, position } }
    }
    case 'delete':
      return { type: 'preset-deleted', presetId: preset.id }
    default:
      return undefined
  }
}

/** What saving under a name does: the preset that has the name becomes another, else there is one more. */
export function savedPreset(
  presets: readonly Preset[],
  made: Pick<Preset, 'name' | 'configuration' | 'modelId'>,
  makeId: () => string,
): Preset {
  const name = made.name.trim()
  const known = presets.find((preset) => preset.name === name)
  const { id = makeId(), icon = presetIcons[0], position = nextPosition(presets) } = known ?? {}
  return { ...made, name, id, icon, position }
}

/** The icon that a preset is drawn with. */
export function presetIcon({ icon }: Pick<Preset, 'icon'>): IconName {
  return presetIcons.find((known) => known === icon) ?? presetIcons[0]
}
