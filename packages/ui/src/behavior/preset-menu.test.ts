import { foldLibrary, type LibraryChange, type Preset } from '@livetype/protocol'
import { describe, expect, it } from 'vitest'
import { libraryMenu, presetChange, presetIcon, savedPreset } from './preset-menu.ts'

const presets = [1, 2, 3].map(
  (position): Preset => ({ id: `preset-${position}`, name: `P${position}`, icon: 'x', configuration: {}, position }),
)
const [first, second, third] = presets
const makeId = () => 'made-id-1'

function namesAfter(preset: Preset | undefined, chosen: string): string[] {
  const change: LibraryChange | undefined = preset && presetChange(presets, preset, { chosen, makeId })
  if (!change) return []
  return foldLibrary({ presets, prompts: [] }, change).presets.map(({ name }) => name)
}

describe('the menu of a preset', () => {
  it('offers what would change something', () => {
    const offered = presets.map(({ id }) => libraryMenu(presets, id).map(({ value }) => value))
    expect(offered).toEqual([
      ['edit', 'duplicate', 'move-down', 'delete'],
      ['edit', 'duplicate', 'move-up', 'move-down', 'delete'],
      ['edit', 'duplicate', 'move-up', 'delete'],
    ])
  })

  it('duplicates, moves and deletes', () => {
    expect(namesAfter(first, 'move-down')).toEqual(['P2', 'P1', 'P3'])
    expect(namesAfter(third, 'move-up')).toEqual(['P1', 'P3', 'P2'])
    expect(namesAfter(second, 'delete')).toEqual(['P1', 'P3'])
    expect(namesAfter(second, 'duplicate')).toHaveLength(4)
    expect(namesAfter(first, 'move-up')).toEqual([])
  })

  it('draws an icon that is unknown as the first', () => {
    expect(presetIcon({ icon: 'scale' })).toBe('scale')
    expect(presetIcon({ icon: 'constructor' })).toBe('sparkles')
  })

  it('saves over the preset of the same name', () => {
    const made = { name: ' P2 ', configuration: { topP: 1 } }
    expect(savedPreset(presets, made, makeId)).toEqual({ ...second, configuration: { topP: 1 } })
    expect(savedPreset(presets, { ...made, name: 'new' }, makeId)).toMatchObject({ id: 'made-id-1', position: 4 })
  })
})
