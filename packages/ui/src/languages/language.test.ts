import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { languages, type Settings } from '@livetype/protocol'
import { afterEach, expect, test } from 'vitest'
import { formatAbsoluteTime } from '../behavior/time.ts'
import { laterTexts } from '../texts/later/later-texts.ts'
import { texts } from '../texts/texts.ts'
import { type Catalogue, onTextsRead, showCatalogue } from './catalogue.ts'
import { german } from './de/german.ts'
import { createLanguage } from './language.ts'
import { directionOf, languageFor, languageTags } from './languages.ts'
import { numberIn, pluralIn } from './plural.ts'

afterEach(() => showCatalogue('en', null))

/** A made-up language: English, marked. */
const marked: Catalogue = {
  texts: { ...texts, code: { ...texts.code, plain: '«Text»' } },
  laterTexts: { ...laterTexts },
  failures: german.failures,
}

function setup(wanted: string[] = ['en']) {
  const root = { lang: 'en', dir: 'ltr' }
  const fetched: string[] = []
  const gates = new Map<string, PromiseWithResolvers<Catalogue>>()
  const fetchWords = (language: string) => () => {
    fetched.push(language)
    const gate = Promise.withResolvers<Catalogue>()
    gates.set(language, gate)
    return gate.promise
  }
  const others = languages.filter((language) => language !== 'en')
  const catalogues = Object.fromEntries(others.map((language) => [language, fetchWords(language)]))
  const choice = createLanguage({ root, wanted: () => wanted, catalogues })
  return { choice, root, fetched, gates }
}

test('a language is shown once its words are there, and told to those who draw', async () => {
  const { choice, root, gates } = setup()
  let calls = 0
  choice.subscribe(() => calls++)
  const set = choice.set('ar')
  expect([choice.get(), root.dir, texts.code.plain]).toEqual(['en', 'ltr', 'Text'])
  gates.get('ar')?.resolve(marked)
  await set
  expect([choice.get(), root, texts.code.plain, calls]).toEqual(['ar', { lang: 'ar', dir: 'rtl' }, '«Text»', 1])
  await choice.set('en')
  expect([root, texts.code.plain, calls]).toEqual([{ lang: 'en', dir: 'ltr' }, 'Text', 2])
})

test('English needs no fetching, and what is shown already is not told again', async () => {
  const { choice, fetched } = setup(['en-GB', 'de'])
  let calls = 0
  choice.subscribe(() => calls++)
  await choice.set('system')
  await choice.set('en')
  expect([fetched, calls]).toEqual([[], 0])
})

test('of two choices in a row the last is shown, whichever words come first', async () => {
  const { choice, gates } = setup()
  const first = choice.set('ja')
  const second = choice.set('de')
  gates.get('de')?.resolve(marked)
  await second
  gates.get('ja')?.resolve(marked)
  await first
  expect(choice.get()).toBe('de')
})

test('[LANG2] words that can’t be fetched leave the language as it was', async () => {
  const { choice, gates, root } = setup()
  const set = choice.set('fr')
  gates.get('fr')?.reject(new Error('offline'))
  // As the script before the first paint left it.
  root.lang = 'fr'
  await expect(set).rejects.toThrow('offline')
  expect([choice.get(), root.lang]).toEqual(['en', 'en'])
})

test.each([
  [['fr-CA', 'en'], 'fr'],
  [['pt', 'zh-TW'], 'zh'],
  [['tlh'], 'en'],
  [[], 'en'],
])('without a choice the browser’s languages decide: %j gives %s', (wanted, expected) => {
  expect(languageFor('system', wanted, languages)).toBe(expected)
  expect(languageFor('ja', wanted, languages)).toBe('ja')
  expect(languageFor('ja', wanted, ['en'])).toBe('en')
})

test.each<[Settings['language'] | 'nonsense' | null, string[]]>([
  [null, ['de-AT', 'en']],
  ['system', ['pt', 'ar-EG']],
  ['zh', ['fr']],
  ['en', ['ja']],
  ['nonsense', ['es']],
  [null, ['tlh']],
])('the script that runs before the first paint agrees: chosen %s, wanted %j', (chosen, wanted) => {
  const marks = new Map<string, string>()
  const stored = chosen && JSON.stringify({ language: chosen })
  runInNewContext(readFileSync(new URL('../theme-boot.js', import.meta.url), 'utf8'), {
    localStorage: { getItem: (key: string) => (key === 'livetype.settings' ? stored : null) },
    matchMedia: () => ({ matches: false }),
    navigator: { languages: wanted },
    document: { documentElement: { setAttribute: (name: string, value: string) => void marks.set(name, value) } },
  })
  const expected = languageFor(chosen === 'nonsense' || chosen === null ? 'system' : chosen, wanted, languages)
  expect([marks.get('lang'), marks.get('dir')]).toEqual([languageTags[expected], directionOf(expected)])
})

test('a framework can hear of every reading of words', () => {
  let readings = 0
  onTextsRead(() => readings++)
  void texts.code.plain
  formatAbsoluteTime(0)
  onTextsRead(() => {})
  expect(readings).toBe(2)
})

test('dates are written in the language that is shown', () => {
  expect(formatAbsoluteTime(0)).toContain('January')
  showCatalogue('de', marked)
  expect(formatAbsoluteTime(0)).toContain('Januar ')
})

test('numbers and the forms of words follow the rules of a language', () => {
  expect(numberIn('de')(12_345)).toBe('12.345')
  const days = { zero: '0', one: '1', two: '2', few: 'few', many: 'many', other: 'other' }
  expect([0, 1, 2, 3, 11, 100].map((count) => pluralIn('ar')(count, days))).toEqual([
    '0',
    '1',
    '2',
    'few',
    'many',
    'other',
  ])
  expect(pluralIn('ja')(1, { other: '日' })).toBe('日')
})
