import { foldLibrary, type Library, libraryLimits, type Preset, type Prompt } from '@livetype/protocol'
import { describe, expect, it } from 'vitest'
import { laterTexts } from '../texts/later/later-texts.ts'
import { elsewhereNote, libraryRows, rowChange, rowMove, undoOf } from './library-list.ts'
import { formOfPreset, readPresetForm } from './preset-form.ts'
import { formOfPrompt, promptNameFrom, readPromptForm, variablesNote, writtenPrompt } from './prompt-form.ts'

const { wrong: words } = laterTexts.library

const prompt = (name: string, more: Partial<Prompt> = {}): Prompt => ({
  id: `prompt-${name}`,
  name,
  title: '',
  body: `Text of ${name}\nand more`,
  position: 1,
  ...more,
})
const preset = (name: string): Preset => ({
  id: `preset-${name}`,
  name,
  icon: 'scale',
  configuration: { temperature: 1 },
  position: 1,
})

describe('the form of a prompt', () => {
  it('makes the name of the title until a name is typed, and again where that was emptied', () => {
    const titled = writtenPrompt(formOfPrompt(), 'title', 'Code review, please!')
    expect(titled.name).toBe('code-review-please')
    const named = writtenPrompt(titled, 'name', 'review')
    expect(writtenPrompt(named, 'title', 'Other').name).toBe('review')
    expect(writtenPrompt(writtenPrompt(named, 'name', ''), 'title', 'Other').name).toBe('other')
    expect(writtenPrompt(formOfPrompt(prompt('kept')), 'title', 'Other').name).toBe('kept')
  })

  it('makes only names that can be saved', () => {
    for (const title of [
      'Größe & Gewicht',
      'Ünïcode',
      '日本語 テスト',
      '-- 1st --',
      'İstanbul',
      `${'word '.repeat(30)}`,
    ]) {
      const form = writtenPrompt(writtenPrompt(formOfPrompt(), 'title', title.trim()), 'body', 'x')
      expect(readPromptForm(form, []).wrong.get('name'), `${title} → ${form.name}`).toBeUndefined()
    }
    expect(promptNameFrom('!!!')).toBe('')
  })

  it('says what is wrong at the field where it is', () => {
    const wrongOf = (form: Partial<Prompt>) => [
      ...readPromptForm(formOfPrompt({ title: '', name: 'ok', body: 'x', ...form }), [prompt('taken')]).wrong.values(),
    ]
    expect(wrongOf({})).toEqual([])
    expect(wrongOf({ name: ' ', body: ' ' })).toEqual([words.nameMissing, words.bodyMissing])
    expect(wrongOf({ name: 'Two Words' })).toEqual([words.nameForm])
    expect(wrongOf({ name: 'taken' })).toEqual([words.nameTaken])
    expect(wrongOf({ name: 'x'.repeat(libraryLimits.promptName + 1) })).toEqual([words.nameTooLong])
    expect(wrongOf({ title: 'x'.repeat(libraryLimits.promptTitle + 1) })).toEqual([words.titleTooLong])
    expect(wrongOf({ body: 'x'.repeat(libraryLimits.promptBody + 1) })).toEqual([words.bodyTooLong])
  })

  it('tells which variables the text has', () => {
    expect(variablesNote('{{a}} {{b=c}}')).toBe('Asks for: a, b (c)')
    expect(variablesNote('none')).toBe(laterTexts.library.promptBodyHint)
  })
})

describe('the form of a preset', () => {
  it('reads back what it was made of', () => {
    const { id: _, position: __, ...said } = preset('P')
    expect(readPresetForm(formOfPreset(preset('P')))).toEqual({ said, wrongName: undefined, wrong: new Set() })
    const filled = { ...formOfPreset(), name: ' P ', modelId: 'm' }
    expect(readPresetForm(filled).said).toEqual({ name: 'P', icon: 'sparkles', modelId: 'm', configuration: {} })
    expect(readPresetForm(formOfPreset()).wrongName).toBe(words.nameMissing)
  })
})

describe('the lists of the library', () => {
  const library: Library = {
    prompts: [prompt('first'), prompt('second', { title: 'The second', position: 2 })],
    presets: [preset('P')],
  }
  const namesAfter = (chosen: string, name = 'second') => {
    const change = rowChange(library, { kind: 'prompts', id: `prompt-${name}` }, { chosen, makeId: () => 'made' })
    return (change ? foldLibrary(library, change) : library).prompts.map((one) => one.name)
  }

  it('show each with what it is, and can be searched', () => {
    expect(libraryRows(library, 'prompts', '')).toMatchObject([
      { name: '/first', detail: 'Text of first' },
      { name: '/second', detail: 'The second' },
    ])
    expect(libraryRows(library, 'prompts', 'SECOND').map(({ name }) => name)).toEqual(['/second'])
    expect(libraryRows(library, 'presets', '')).toMatchObject([{ name: 'P', icon: 'scale', detail: '' }])
  })

  it('duplicate under a free name, move and delete', () => {
    expect(namesAfter('duplicate')).toEqual(['first', 'second', 'second-2'])
    expect(namesAfter('move-up')).toEqual(['second', 'first'])
    expect(namesAfter('move-down', 'first')).toEqual(['second', 'first'])
    expect(namesAfter('move-down')).toEqual(['first', 'second'])
    expect(namesAfter('delete', 'first')).toEqual(['second'])
    expect(rowMove({ key: 'ArrowUp', altKey: true })).toBe('move-up')
    expect(rowMove({ key: 'ArrowUp', altKey: false })).toBeUndefined()
  })

  it('bring back what was deleted, as it was', () => {
    for (const change of [
      { type: 'prompt-deleted', promptId: 'prompt-first' } as const,
      { type: 'preset-deleted', presetId: 'preset-P' } as const,
    ]) {
      const undo = undoOf(library, change)
      expect(undo && foldLibrary(foldLibrary(library, change), undo)).toEqual(library)
    }
    expect(undoOf(library, { type: 'prompt-saved', prompt: prompt('x') })).toBeUndefined()
  })

  it('[PROMPT2] tell of what another tab has done to what is being edited', () => {
    const form = formOfPrompt(prompt('a'))
    expect(elsewhereNote(undefined, undefined)).toBe('')
    expect(elsewhereNote(form, formOfPrompt(prompt('a', { position: 9 })))).toBe('')
    expect(elsewhereNote(form, formOfPrompt(prompt('a', { title: 'x' })))).toBe(laterTexts.library.changedElsewhere)
    expect(elsewhereNote(form, undefined)).toBe(laterTexts.library.deletedElsewhere)
  })
})
