import { expect, test } from 'vitest'
import {
  addTag,
  pressTagKey,
  removeTag,
  tagChanges,
  tagFormOf,
  tagSuggestions,
  typeTag,
  undoTagging,
} from './tag-form.ts'

const both = { id: 'both', tags: ['home', 'work'] }
const one = { id: 'one', tags: ['work'] }
const none = { id: 'none' }

test('of several conversations, what all have and what only some have is told apart', () => {
  expect(tagFormOf([both, one]).tags).toEqual([
    { name: 'home', isOnAll: false },
    { name: 'work', isOnAll: true },
  ])
})

test('a tag is added as it will be kept, once', () => {
  const form = addTag(typeTag(tagFormOf([none]), '  to   do '))
  expect(form).toMatchObject({ tags: [{ name: 'to do' }], text: '', error: null })
  expect(addTag(form, 'to do').tags).toHaveLength(1)
  expect(addTag(typeTag(form, '   '))).toMatchObject({ text: '', tags: [{ name: 'to do' }] })
})

test('a name that is too long, and a tag too many, stay in the field with what is wrong', () => {
  const long = addTag(typeTag(tagFormOf([none]), 'x'.repeat(41)))
  expect([long.tags, long.error === null, long.text.length]).toEqual([[], false, 41])
  let full = tagFormOf([none])
  for (let number = 0; number < 25; number += 1) full = addTag(full, `tag ${number}`)
  expect([full.tags.length, full.error === null]).toEqual([20, false])
})

test('what only some have stays so until it is added or removed', () => {
  const form = tagFormOf([both, one])
  expect(tagChanges([both, one], form)).toBeNull()
  expect(tagChanges([both, one], addTag(form, 'home'))).toEqual({ addTags: ['home'] })
  expect(tagChanges([both, one], removeTag(form, 'home'))).toEqual({ removeTags: ['home'] })
  expect(tagChanges([both, one], addTag(removeTag(form, 'work'), 'work'))).toBeNull()
})

test('Enter, a comma, Backspace and the arrows are the keys of the field', () => {
  const suggestions = ['home', 'work']
  const form = typeTag(tagFormOf([none]), 'wo')
  expect(pressTagKey(form, 'Enter', suggestions)?.tags[0]?.name).toBe('wo')
  expect(pressTagKey(form, ',', suggestions)?.tags[0]?.name).toBe('wo')
  const down = pressTagKey(form, 'ArrowDown', suggestions) ?? form
  const twice = pressTagKey(down, 'ArrowDown', suggestions) ?? form
  expect([down.index, twice.index, pressTagKey(down, 'ArrowUp', suggestions)?.index]).toEqual([0, 1, 1])
  expect(pressTagKey(twice, 'Enter', suggestions)?.tags[0]?.name).toBe('work')
  expect(pressTagKey(form, 'Backspace', suggestions)).toBeUndefined()
  expect(pressTagKey(tagFormOf([both]), 'Backspace', [])?.tags).toHaveLength(1)
  // An empty field: Enter saves, as in any form.
  expect(pressTagKey(tagFormOf([both]), 'Enter', [])).toBeUndefined()
  expect(pressTagKey(form, 'ArrowDown', [])).toBeUndefined()
})

test('tags in use are suggested, without those that all have', () => {
  const form = tagFormOf([both, one])
  expect(tagSuggestions(form, ['work', 'home', 'house'])).toEqual(['home', 'house'])
  expect(tagSuggestions(typeTag(form, 'hou'), ['work', 'home', 'house'])).toEqual(['house'])
})

test('[LIST2] undoing gives each conversation the tags that it had', () => {
  const changes = { addTags: ['home'], removeTags: ['work'] }
  expect(undoTagging([both, one, none, { id: 'other' }, { id: 'same', tags: ['home'] }], changes)).toEqual([
    { conversationIds: ['both'], changes: { addTags: ['work'], removeTags: [] } },
    { conversationIds: ['one'], changes: { addTags: ['work'], removeTags: ['home'] } },
    { conversationIds: ['none', 'other'], changes: { addTags: [], removeTags: ['home'] } },
  ])
})
