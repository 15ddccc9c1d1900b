import { type Library, type LibraryChange, libraryLimits, type Preset, type Prompt } from '@livetype/protocol'
import { movedPosition, nextPosition } from '../behavior/item-order.ts'
import { presetChange, presetIcon } from '../behavior/preset-menu.ts'
import type { IconName } from '../icons/icons.ts'
import { matchScore } from '../palette/match-score.ts'
import { promptDetail } from '../prompts/slash-entries.ts'
import { laterTexts } from '../texts/later/later-texts.ts'
import { texts } from '../texts/texts.ts'

/** The two kinds of things that a library keeps. */
export type LibraryKind = keyof Library

/** @see LibraryKind */
export const libraryKinds = ['prompts', 'presets'] as const satisfies readonly LibraryKind[]

/** A prompt or preset as its list shows it. */
export interface LibraryRow {
  readonly id: string
  readonly icon: IconName
  readonly name: string
  readonly detail: string
}

/** A list that is longer than this can be searched. */
const searchedFrom = 8

/** Whether a list is long enough to be searched. */
export function isSearched(items: readonly unknown[]): boolean {
  return items.length >= searchedFrom
}

/** The list of one kind, of what was searched. */
export function libraryRows(library: Library, kind: LibraryKind, query: string): readonly LibraryRow[] {
  const rows = kind === 'prompts' ? library.prompts.map(promptRow) : library.presets.map(presetRow)
  if (query.trim() === '') return rows
  return rows.filter(({ name, detail }) => Math.max(matchScore(name, query), matchScore(detail, query)) >= 50)
}

function promptRow(prompt: Prompt): LibraryRow {
  return { id: prompt.id, icon: 'text-quote', name: `/${prompt.name}`, detail: promptDetail(prompt) }
}

function presetRow(preset: Preset): LibraryRow {
  const detail = preset.configuration.systemPrompt ?? preset.modelId ?? ''
  return { id: preset.id, icon: presetIcon(preset), name: preset.name, detail }
}

/** What choosing from the menu of a row does to the library. Undefined where there is nothing to do. */
export function rowChange(
  library: Library,
  { kind, id }: { readonly kind: LibraryKind; readonly id: string },
  how: { readonly chosen: string; readonly makeId: () => string },
): LibraryChange | undefined {
  if (kind === 'presets') {
    const preset = library.presets.find((one) => one.id === id)
    return preset && presetChange(library.presets, preset, how)
  }
  const { prompts } = library
  const prompt = prompts.find((one) => one.id === id)
  return prompt && promptChange(prompts, prompt, how)
}

function promptChange(
  prompts: readonly Prompt[],
  prompt: Prompt,
  { chosen, makeId }: { readonly chosen: string; readonly makeId: () => string },
): LibraryChange | undefined {
  switch (chosen) {
    case 'duplicate':
      return {
        type: 'prompt-saved',
        prompt: {
          ...prompt,
          id: makeId(),
          name: freeName(prompts, prompt.name),
          title: prompt.title && texts.presets.copyOf(prompt.title).slice(0, libraryLimits.promptTitle),
          position: nextPosition(prompts),
        },
      }
    case 'move-up':
    case 'move-down': {
      const position = movedPosition(prompts, prompt.id, chosen === 'move-up' ? -1 : 1)
      return position === undefined ? undefined : { type: 'prompt-saved', prompt: { ...prompt, position } }
    }
    case 'delete':
      return { type: 'prompt-deleted', promptId: prompt.id }
    default:
      return undefined
  }
}

/** The first of name-2, name-3 … that no prompt has. */
function freeName(prompts: readonly Prompt[], name: string): string {
  const taken = new Set(prompts.map((prompt) => prompt.name))
  for (let number = 2; ; number += 1) {
    const ending = `-${number}`
    const free = name.slice(0, libraryLimits.promptName - ending.length) + ending
    if (!taken.has(free)) return free
  }
}

/** What brings back what a change is about to delete; undefined for other changes. */
export function undoOf(library: Library, change: LibraryChange): LibraryChange | undefined {
  if (change.type === 'prompt-deleted') {
    const prompt = library.prompts.find(({ id }) => id === change.promptId)
    return prompt && { type: 'prompt-saved', prompt }
  }
  if (change.type !== 'preset-deleted') return undefined
  const preset = library.presets.find(({ id }) => id === change.presetId)
  return preset && { type: 'preset-saved', preset }
}

/** The step that a key on a row asks for: Alt with an arrow moves it. */
export function rowMove({ key, altKey }: Pick<KeyboardEvent, 'key' | 'altKey'>): 'move-up' | 'move-down' | undefined {
  if (!altKey) return undefined
  if (key === 'ArrowUp') return 'move-up'
  return key === 'ArrowDown' ? 'move-down' : undefined
}

/**
 * What another tab has done to what is being edited, as a sentence; empty for nothing. `begun` and `known` are its form
 * as it was when the edit began, and as it would begin now.
 */
export function elsewhereNote(begun: object | undefined, known: object | undefined): string {
  if (begun === undefined) return ''
  if (known === undefined) return laterTexts.library.deletedElsewhere
  return JSON.stringify(begun) === JSON.stringify(known) ? '' : laterTexts.library.changedElsewhere
}
