import { chatErrorCodeSchema, type Language, languages } from '@livetype/protocol'
import { describe, expect, test } from 'vitest'
import { laterTexts } from '../texts/later/later-texts.ts'
import { texts } from '../texts/texts.ts'
import { catalogues } from './catalogues.ts'
import { languageTags } from './languages.ts'

type Say = (...values: unknown[]) => string
type Entry = string | Say

/** What may be the same as in English in any language: names, units, signs and keys as they are printed. */
const sameEverywhere = [
  /^(· )?Livetype$/,
  /^(Top P|Ctrl|Shift|Enter|Esc|Delete|OPENAI_\w+|\/\w+)$/,
  // What is typed behind a slash has small Latin letters.
  /^explain$/,
  /^[^\p{L}]*$/u,
  /^\d+ (kB|MB|s)$/,
  /^\d+ min \d+ s$/,
]

/** Words that happen to be the same as in English. */
const sameWords: Readonly<Record<string, readonly string[]>> = {
  de: ['Text', 'System', 'Name', 'Import', 'Export', 'Minimal', 'Code', 'Version', 'Tags', 'Tokens', 'Prompts', 'Link'],
  fr: [
    'Conversations',
    'Message',
    'Messages',
    'Assistant',
    'Image',
    'Images',
    'Minimal',
    'Notifications',
    'Version',
    'Code',
    'Actions',
    'Prompts',
    'prompts',
    'Robot',
  ],
  es: ['Tokens', 'tokens', 'tokens s', '≈ tokens s', 'Prompts', 'prompts', 'Robot'],
  zh: [],
  ja: [],
  ar: [],
}

/** The quotation marks of the others. */
const foreignQuotes: Readonly<Record<string, RegExp>> = {
  de: /["”«»「」]/,
  fr: /["“”„「」]/,
  es: /["“”„「」]/,
  zh: /["„«»「」]/,
  ja: /["“”„«»]/,
  ar: /["“”„「」]/,
}

const ownScript: Readonly<Record<string, RegExp>> = {
  zh: /\p{Script=Han}/u,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  ar: /\p{Script=Arabic}/u,
}

const marker = 'Ωmega'
/** Amounts that have each plural form in one language or another. */
const amounts = [0, 1, 2, 3, 11, 100, 1_000_000]

const isSay = (value: unknown): value is Say => typeof value === 'function'

/** All words by their path, such as `texts.sidebar.today`. */
function wordsBy(words: object, path = ''): Map<string, Entry> {
  const entries = Object.entries(words).flatMap(([name, word]: [string, unknown]): [string, Entry][] => {
    const place = path ? `${path}.${name}` : name
    if (typeof word === 'string' || isSay(word)) return [[place, word]]
    return typeof word === 'object' && word !== null ? [...wordsBy(word, place)] : []
  })
  return new Map(entries)
}

/** For each value of an entry whether it is a name, which stands in the words as it is, or an amount. */
function kindsOf(origin: Entry | undefined, word: Entry): ('name' | 'amount')[] {
  if (typeof origin !== 'function' || typeof word !== 'function') return []
  return Array.from({ length: origin.length }, (_, index) => {
    const values = Array.from({ length: origin.length }, (__, other) => (other === index ? marker : 17 + other))
    return [origin, word].every((say) => say(...values).includes(marker)) ? 'name' : 'amount'
  })
}

/** What is said of sample values: names that are easily found again, and amounts. */
function said(word: Entry, kinds: readonly string[], amount?: number): string {
  if (typeof word === 'string') return word
  return word(...kinds.map((kind, index) => (kind === 'name' ? `${marker}${index}` : (amount ?? 17 + index))))
}

const english = wordsBy({ texts, laterTexts })

describe.each(languages.filter((language): language is Exclude<Language, 'en'> => language !== 'en'))(
  '%s',
  (language) => {
    const read = async () => {
      const { failures, ...words } = await catalogues[language]()
      return { failures, words: wordsBy(words) }
    }

    test('[LANG1] has every word that English has, and no other', async () => {
      const { words } = await read()
      expect([...words.keys()].toSorted()).toEqual([...english.keys()].toSorted())
      for (const [path, word] of words) expect(typeof word, path).toBe(typeof english.get(path))
    })

    test('says something of every value', async () => {
      const { words } = await read()
      for (const [path, word] of words) {
        const origin = english.get(path)
        if (typeof word === 'string' || typeof origin !== 'function') {
          expect(word, path).toMatch(/\S/)
          continue
        }
        const kinds = kindsOf(origin, word)
        const sample = said(word, kinds)
        const samples = [sample, ...amounts.map((amount) => said(word, kinds, amount))]
        for (const one of samples) expect(one, path).toMatch(/^(?!.*(?:undefined|NaN|null)).*\S/)
        kinds.forEach((kind, index) => {
          const value = kind === 'name' ? `${marker}${index}` : `${17 + index}`
          if (said(origin, kinds).includes(value)) expect(sample, path).toContain(value)
        })
      }
    })

    test('is no English', async () => {
      const { words } = await read()
      const untranslated: string[] = []
      for (const [path, word] of words) {
        const origin = english.get(path)
        const kinds = kindsOf(origin, word)
        const strip = (text: string) =>
          text
            .replaceAll(/Ωmega\d/g, '')
            .replaceAll(/[\u2068\u2069]/g, '')
            .trim()
        const text = strip(said(word, kinds))
        const bare = text.replaceAll(/[\d\s:,：、()·/×"-]+/g, ' ').trim()
        if (sameEverywhere.some((pattern) => pattern.test(text)) || sameWords[language]?.includes(bare)) continue
        const isEnglish = origin !== undefined && text === strip(said(origin, kinds))
        if (isEnglish || !(ownScript[language] ?? /./).test(text)) untranslated.push(`${path}: ${text}`)
      }
      expect(untranslated).toEqual([])
    })

    test('has its own quotation marks, and spaces where it wants them', async () => {
      const { words } = await read()
      for (const [path, word] of words) {
        const origin = english.get(path)
        const text = said(word, kindsOf(origin, word))
        if (!path.includes('.syntax.')) expect(text, path).not.toMatch(foreignQuotes[language] ?? /^$/)
        expect(text, path).not.toMatch(/^\s|\s$|\.\.\./)
        if (language === 'fr') expect(text, path).not.toMatch(/ [;:!?»]|« |[\p{L}\d][;!?»]/u)
      }
    })

    test('[SUB5] says every failure in its own words', async () => {
      const { failures } = await read()
      expect(Object.keys(failures).toSorted()).toEqual(chatErrorCodeSchema.options.toSorted())
      for (const [code, sentence] of Object.entries(failures)) {
        const text = typeof sentence === 'function' ? sentence(marker) : sentence
        expect(text, code).toMatch(/[.。]$|Ωmega\u2069?$/)
        expect(text, code).toMatch(ownScript[language] ?? /\p{L}/u)
      }
    })

    test('is a language that the browser knows to count in', () => {
      expect(Intl.PluralRules.supportedLocalesOf(languageTags[language])).toHaveLength(1)
    })
  },
)
