import { type Language, languages, type Settings } from '@livetype/protocol'
import { catalogues } from './catalogues.ts'

/** The languages that there are words in. */
export const offeredLanguages: readonly Language[] = languages.filter((one) => one === 'en' || one in catalogues)

/** The languages, each in its own words: so that everyone finds theirs. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  zh: '简体中文',
  ja: '日本語',
  ar: 'العربية',
}

/** As `lang` of the page and for `Intl`. */
export const languageTags: Readonly<Record<Language, string>> = {
  en: 'en',
  de: 'de',
  fr: 'fr',
  es: 'es',
  zh: 'zh-Hans',
  ja: 'ja',
  ar: 'ar',
}

/** Where a line of the language begins. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr'
}

/**
 * The language to show: the one that was chosen, else the first of the browser's that there is, else English.
 * @param wanted the browser's language tags, the dearest first.
 */
export function languageFor(
  preference: Settings['language'],
  wanted: readonly string[],
  offered: readonly Language[] = offeredLanguages,
): Language {
  if (preference !== 'system') return offered.includes(preference) ? preference : 'en'
  const known = wanted.map((tag) => tag.toLowerCase().split('-')[0])
  return known.map((tag) => offered.find((language) => language === tag)).find((found) => found !== undefined) ?? 'en'
}
