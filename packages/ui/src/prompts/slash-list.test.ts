import type { Prompt } from '@livetype/protocol'
import { describe, expect, it } from 'vitest'
import { createSlashList, type SlashList } from './slash-list.ts'
import { slashQuery } from './slash-query.ts'

const prompt = (name: string, title: string, position: number): Prompt => ({
  id: `prompt-${name}`,
  name,
  title,
  body: `The text of ${name}.`,
  position,
})

/** A field with a list, as a person uses it. */
function setup(prompts = [prompt('review', 'Code review', 1), prompt('translate', '', 2)]) {
  const attributes = new Map<string, string>()
  const field = Object.assign(new EventTarget(), {
    value: '',
    selectionStart: 0,
    setAttribute: (name: string, value: string) => void attributes.set(name, value),
    removeAttribute: (name: string) => void attributes.delete(name),
  })
  const chosen: string[] = []
  const shelf = { prompts }
  const list: SlashList = createSlashList({
    field,
    prompts: () => shelf.prompts,
    onChoose: (entry, typed) => void chosen.push(`${typed} ${entry.id}`),
  })
  const names = () => list.get()?.entries.map((entry) => (entry.kind === 'prompt' ? entry.prompt.name : '…')) ?? []
  return {
    list,
    field,
    shelf,
    chosen,
    names,
    attributes,
    type(text: string, caret = text.length) {
      field.value = text
      field.selectionStart = caret
      field.dispatchEvent(new Event('input'))
      return names()
    },
    /** Whether the list took the key. */
    press(key: string, more: object = {}) {
      const event = Object.assign(new Event('keydown', { cancelable: true }), {
        key,
        isComposing: false,
        keyCode: 0,
        ...more,
      })
      field.dispatchEvent(event)
      return event.defaultPrevented
    },
  }
}

describe('the list behind a slash', () => {
  it('opens at the beginning of a message alone, and finds by name or title', () => {
    const { type } = setup()
    expect(type('/')).toEqual(['review', 'translate', '…'])
    expect(type('/tr')).toEqual(['translate', '…'])
    expect(type('/code')).toEqual(['review', '…'])
    expect(type('/code rev')).toEqual(['review', '…'])
    expect(type('/CODE and its text', 5)).toEqual(['review', '…'])
    for (const text of ['', 'a /tr', '/ tr', '/tr\nmore', '/tmp/x is gone', '/rvw']) {
      expect(type(text), text).toEqual([])
    }
    expect(slashQuery('/tr', 0)).toBeUndefined()
    // Where there is nothing yet, the way to make something.
    expect(setup([]).type('/')).toEqual(['…'])
    expect(setup([]).type('/x')).toEqual([])
  })

  it('is walked by arrows and chosen from by Enter or Tab, with what was typed', () => {
    const { type, press, chosen, list } = setup()
    type('/')
    expect(press('ArrowDown')).toBe(true)
    expect(press('Enter')).toBe(true)
    expect(list.get()).toBeNull()
    type('')
    type('/rev')
    expect(press('Tab')).toBe(true)
    expect(chosen).toEqual(['/ slash-prompt-translate', '/rev slash-prompt-review'])
  })

  it('takes no key that is an input method’s, is held with another, or comes while it is closed', () => {
    const { type, press } = setup()
    expect(press('Enter')).toBe(false)
    type('/')
    expect(press('Enter', { isComposing: true })).toBe(false)
    expect(press('Enter', { shiftKey: true })).toBe(false)
    expect(press('x')).toBe(false)
  })

  it('stays closed by Escape and by leaving the field, until there is another slash', () => {
    for (const close of [(page: ReturnType<typeof setup>) => page.press('Escape'), blur]) {
      const page = setup()
      page.type('/')
      close(page)
      expect(page.type('/r')).toEqual([])
      expect(page.press('Enter')).toBe(false)
      page.type('')
      expect(page.type('/r')).toEqual(['review', 'translate', '…'])
    }
  })

  it('tells which entry is the present one, by attributes of the field', () => {
    const { type, press, attributes } = setup()
    expect(attributes.size).toBe(0)
    type('/')
    expect(attributes.get('aria-controls')).toBe('slash-list')
    expect(attributes.get('aria-activedescendant')).toBe('slash-prompt-review')
    press('ArrowUp')
    expect(attributes.get('aria-activedescendant')).toBe('slash-manage')
    press('Escape')
    expect(attributes.size).toBe(0)
  })

  it('follows the prompts, and goes with the text', () => {
    const { type, press, shelf, list, names, field } = setup()
    type('/')
    press('ArrowDown')
    shelf.prompts = [prompt('added', '', 0), ...shelf.prompts]
    list.update()
    expect(list.get()?.index).toBe(2)
    field.value = ''
    list.update()
    expect(names()).toEqual([])
  })
})

function blur({ field }: { field: EventTarget }): void {
  field.dispatchEvent(new Event('blur'))
}
