import type { Language } from '@livetype/protocol'
import type { Catalogue } from './catalogue.ts'

/** Fetches the words of each language that there is besides English. */
export const catalogues: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Catalogue>>> = {
  de: async () => (await import('./de/german.ts')).german,
  fr: async () => (await import('./fr/french.ts')).french,
  es: async () => (await import('./es/spanish.ts')).spanish,
  zh: async () => (await import('./zh/chinese.ts')).chinese,
  ja: async () => (await import('./ja/japanese.ts')).japanese,
  ar: async () => (await import('./ar/arabic.ts')).arabic,
}
