import { type ConversationSummary, defaultSettings } from '@livetype/protocol'
import { expect, test } from 'vitest'
import { createActionRegistry } from '../actions/action-registry.ts'
import { matchScore } from './match-score.ts'
import { paletteEntries, paletteStep } from './palette-entries.ts'
import { listShortcuts } from './shortcut-list.ts'

function titled(title: string, index: number): ConversationSummary {
  return { id: `id-${index}`, title, titleOrigin: 'user', createdAt: 0, updatedAt: 0, runningCount: 0 }
}

function setup(titles: string[] = [], presets: string[] = []) {
  const actions = createActionRegistry()
  const done: string[] = []
  actions.add([
    { id: 'newChat', run: () => done.push('new chat') },
    { id: 'stop', isAvailable: () => false, run: () => done.push('stop') },
    { id: 'palette', run: () => done.push('palette') },
  ])
  const source = {
    actions: actions.get(),
    conversations: titles.map((title, index) => titled(title, index)),
    settings: defaultSettings,
    presets: presets.map((name, position) => ({
      id: name,
      name,
      icon: 'scale',
      configuration: {},
      position,
    })),
    usePreset: ({ name }: { name: string }) => done.push(name),
    openConversation: (id: string) => done.push(id),
    changeSettings: (changes: object) => done.push(JSON.stringify(changes)),
  }
  return { source, done, actions }
}

test.each([
  ['New chat', 'new', 90],
  ['New chat', 'chat', 70],
  ['New chat', 'ew', 50],
  ['New chat', 'nch', 10],
  ['New chat', 'chat new', 70],
  ['New chat', 'x', 0],
  ['Übung macht den Meister', 'ubung', 90],
  ['日本語の文法', '文法', 50],
  ['anything', ' ', 1],
])('%s answers “%s” with %i', (text, query, score) => {
  expect(matchScore(text, query)).toBe(score)
})

test('before anything is typed there are the commands that make sense now, and a few conversations', () => {
  const { source } = setup(['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', ''])
  const entries = paletteEntries(source, '')
  expect(entries.filter(({ group }) => group === 'commands').map(({ label }) => label)).toEqual([
    'New chat',
    'Theme: Light',
    'Theme: Dark',
  ])
  expect(entries.filter(({ group }) => group === 'conversations').map(({ label }) => label)).toHaveLength(6)
})

test('what fits best comes first, and does what it says', () => {
  const { source, done } = setup(['A chat about cats', 'Chat', 'Darkness'])
  const [first, second, ...rest] = paletteEntries(source, 'chat')
  expect([first?.label, second?.label, rest.map(({ label }) => label)]).toEqual([
    'Chat',
    'New chat',
    ['A chat about cats'],
  ])
  first?.run()
  second?.run()
  paletteEntries(source, 'theme dark')[0]?.run()
  paletteEntries(source, 'deutsch')[0]?.run()
  expect(done).toEqual(['id-1', 'new chat', '{"theme":"dark"}', '{"language":"de"}'])
  expect(paletteEntries(source, 'zzz')).toEqual([])
})

test('arrow keys go around', () => {
  expect(paletteStep('ArrowDown', { index: 2, count: 3 })).toBe(0)
  expect(paletteStep('ArrowUp', { index: 0, count: 3 })).toBe(2)
  expect(paletteStep('ArrowUp', { index: 0, count: 0 })).toBeUndefined()
  expect(paletteStep('a', { index: 0, count: 3 })).toBeUndefined()
})

test('all shortcuts that there are are listed, those of the composer as they were chosen', () => {
  const { actions } = setup()
  const [anywhere, composer] = listShortcuts(actions.get(), 'ctrl-enter')
  expect(anywhere?.shortcuts.map(({ label }) => label)).toEqual(['New chat', 'Commands', 'Stop the reply'])
  expect(composer?.shortcuts.map(({ combinations }) => combinations)).toEqual([
    [['Ctrl', 'Enter']],
    [['Enter'], ['Shift', 'Enter']],
    [['↑']],
  ])
})

test('a few presets are offered at once, all of them when they are looked for', () => {
  const { source, done } = setup([], ['Terse', 'Pirate', 'Kind', 'Last'])
  const offered = paletteEntries(source, '').filter(({ id }) => id.startsWith('preset-'))
  expect(offered.map(({ id }) => id)).toEqual(['preset-Terse', 'preset-Pirate', 'preset-Kind'])
  const [last] = paletteEntries(source, 'use last')
  expect(last).toMatchObject({ id: 'preset-Last', icon: 'scale' })
  last?.run()
  expect(done).toEqual(['Last'])
})
