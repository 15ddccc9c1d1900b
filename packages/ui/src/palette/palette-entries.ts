import type { ChangeSettings, ConversationSummary, Preset, Settings } from '@livetype/protocol'
import type { Action, ActionId } from '../actions/action-registry.ts'
import { shortcuts } from '../actions/shortcuts.ts'
import { shortcutKeys } from '../behavior/key-names.ts'
import { presetIcon } from '../behavior/preset-menu.ts'
import type { IconName } from '../icons/icons.ts'
import { languageNames, offeredLanguages } from '../languages/languages.ts'
import { laterTexts } from '../texts/later/later-texts.ts'
import { texts } from '../texts/texts.ts'
import { themePreferences } from '../theme/theme-preference.ts'
import { matchScore } from './match-score.ts'

/** What the palette offers: something to do, or a conversation to go to. */
export interface PaletteEntry {
  /** Unique among the entries. */
  readonly id: string
  readonly group: 'commands' | 'conversations'
  readonly icon: IconName
  readonly label: string
  /** The keys of its shortcut, as they are printed. */
  readonly keys: readonly string[]
  readonly run: () => void
}

/** What the palette's entries are made of. */
export interface PaletteSource {
  readonly actions: readonly Action[]
  readonly conversations: readonly ConversationSummary[]
  readonly settings: Settings
  /** Those that can be used for the conversation in front. */
  readonly presets: readonly Preset[]
  usePreset(preset: Preset): void
  openConversation(conversationId: string): void
  changeSettings(changes: ChangeSettings): void
}

/** The icon of each action; its name is in laterTexts.palette.actions. */
const actionIcons: Readonly<Record<ActionId, IconName>> = {
  newChat: 'square-pen',
  toggleSidebar: 'panel-left',
  settings: 'settings',
  prompts: 'text-quote',
  presets: 'library',
  palette: 'command',
  search: 'search',
  usage: 'chart-column',
  shortcuts: 'keyboard',
  focusComposer: 'pencil',
  stop: 'square',
  sendQueued: 'arrow-up',
  editQueued: 'pencil',
  regenerate: 'refresh-cw',
  copyReply: 'copy',
  copyConversation: 'copy',
  exportMarkdown: 'file-down',
  exportJson: 'file-down',
  share: 'share-2',
  print: 'printer',
  data: 'download',
  temporaryChat: 'message-circle-dashed',
  keepChat: 'bookmark',
  selectConversations: 'list-checks',
  tagConversation: 'tag',
  rateGood: 'thumbs-up',
  rateBad: 'thumbs-down',
  find: 'text-search',
}

const themeIcons = { light: 'sun', dark: 'moon', system: 'monitor' } as const

/** So many conversations are offered before anything was typed. */
const recentCount = 6
const maxEntries = 60
/** So many presets. */
const firstPresets = 3

/** What is offered for what was typed, the best first, commands before conversations that fit as well. */
export function paletteEntries(source: PaletteSource, query: string): readonly PaletteEntry[] {
  const commands = [...actionEntries(source), ...themeEntries(source)]
  const conversations = source.conversations.map(({ id, title }) => conversationEntry(source, { id, title }))
  const presets = presetEntries(source)
  if (query.trim() === '')
    return [...commands, ...presets.slice(0, firstPresets), ...conversations.slice(0, recentCount)]
  return [...commands, ...presets, ...languageEntries(source), ...conversations]
    .map((entry) => ({ entry, score: matchScore(entry.label, query) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, maxEntries)
    .map(({ entry }) => entry)
}

function actionEntries({ actions }: PaletteSource): PaletteEntry[] {
  return actions
    .filter(({ id, isAvailable }) => id !== 'palette' && (isAvailable?.() ?? true))
    .map(({ id, run }) => ({
      id: `action-${id}`,
      group: 'commands',
      icon: actionIcons[id],
      label: laterTexts.palette.actions[id],
      keys: shortcutKeys(shortcuts[id]?.[0] ?? '').filter(Boolean),
      run,
    }))
}

/** The themes that are not chosen yet. */
function themeEntries(source: PaletteSource): PaletteEntry[] {
  return themePreferences
    .filter((theme) => theme !== source.settings.theme)
    .map((theme) => ({
      id: `theme-${theme}`,
      group: 'commands',
      icon: themeIcons[theme],
      label: texts.theme.current(texts.theme[theme]),
      keys: [],
      run: () => source.changeSettings({ theme }),
    }))
}

/** The languages that are not chosen yet: found by their own names, whatever is shown, and offered to those who type. */
function languageEntries(source: PaletteSource): PaletteEntry[] {
  return offeredLanguages
    .filter((language) => language !== source.settings.language)
    .map((language) => ({
      id: `language-${language}`,
      group: 'commands',
      icon: 'languages',
      label: laterTexts.palette.language(languageNames[language]),
      keys: [],
      run: () => source.changeSettings({ language }),
    }))
}

function presetEntries(source: PaletteSource): PaletteEntry[] {
  return source.presets.map((preset) => ({
    id: `preset-${preset.id}`,
    group: 'commands',
    icon: presetIcon(preset),
    label: laterTexts.palette.usePreset(preset.name),
    keys: [],
    run: () => source.usePreset(preset),
  }))
}

function conversationEntry(source: PaletteSource, { id, title }: { id: string; title: string }): PaletteEntry {
  return {
    id: `conversation-${id}`,
    group: 'conversations',
    icon: 'message-circle',
    label: title || texts.sidebar.untitled,
    keys: [],
    run: () => source.openConversation(id),
  }
}

/** The entry that a key leads to from the one at `index`; undefined for keys that mean something else. */
export function paletteStep(key: string, { index, count }: { index: number; count: number }): number | undefined {
  if (count === 0) return undefined
  if (key === 'ArrowDown') return (index + 1) % count
  return key === 'ArrowUp' ? (index + count - 1) % count : undefined
}
