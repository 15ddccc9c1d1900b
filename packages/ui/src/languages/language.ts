import { type Language, languages, type Settings } from '@livetype/protocol'
import { type Catalogue, showCatalogue } from './catalogue.ts'
import { catalogues } from './catalogues.ts'
import { directionOf, languageFor, languageTags } from './languages.ts'

/** The language of the page. `get` and `subscribe` make it an observable of the one that is shown. */
export interface LanguageChoice {
  get(): Language
  subscribe(listener: () => void): () => void
  /**
   * Shows the language of a preference, as soon as its words are there; until then, the one before. The last call wins.
   * Rejects where the words can't be fetched: then the language stays as it was.
   */
  set(preference: Settings['language']): Promise<void>
}

/** What the choice of a language needs of a browser. */
export interface LanguageHost {
  readonly root: { lang: string; dir: string }
  /** The browser's languages, the dearest first. */
  readonly wanted: () => readonly string[]
  /** Fetches the words of each language but English. */
  readonly catalogues: Readonly<Partial<Record<Language, () => Promise<Catalogue>>>>
}

/** English until `set` is called. */
export function createLanguage(host: LanguageHost = browserHost()): LanguageChoice {
  const listeners = new Set<() => void>()
  let shown: Language = 'en'
  let asked = 0
  const offered = languages.filter((language) => language === 'en' || language in host.catalogues)

  return {
    get: () => shown,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async set(preference) {
      const next = languageFor(preference, host.wanted(), offered)
      asked += 1
      const ticket = asked
      let words: Catalogue | null
      try {
        words = (await host.catalogues[next]?.()) ?? null
      } catch (error) {
        if (ticket === asked) mark(host.root, shown)
        throw error
      }
      if (ticket !== asked) return
      // Whatever theme-boot.js took it for.
      mark(host.root, next)
      if (next === shown) return
      shown = next
      showCatalogue(next, words)
      for (const listener of listeners) listener()
    },
  }
}

function mark(root: LanguageHost['root'], language: Language): void {
  root.lang = languageTags[language]
  root.dir = directionOf(language)
}

function browserHost(): LanguageHost {
  return { root: document.documentElement, wanted: () => navigator.languages, catalogues }
}
