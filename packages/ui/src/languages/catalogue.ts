import type { ChatErrorCode, Language } from '@livetype/protocol'
import type { LaterTexts } from '../texts/later/later-texts.ts'
import type { Texts } from '../texts/texts.ts'
import { languageTags } from './languages.ts'

/**
 * What is said of a failure; given what the server says of it in English, where its code leaves open what a person has
 * to know: a limit, a name, which of several reasons.
 */
type FailureSentence = string | ((said: string) => string)

/** A sentence for every failure. */
export type FailureSentences = Readonly<Record<ChatErrorCode, FailureSentence>>

/** All words in one language. */
export interface Catalogue {
  readonly texts: Texts
  readonly laterTexts: LaterTexts
  /** English has none: there the server's own sentences are shown. */
  readonly failures: FailureSentences
}

let language: Language = 'en'
/** Null: English, which is in the bundle. */
let catalogue: Catalogue | null = null
let noteReading = () => {}

/** Shows the words of a language from now on. Views have to be drawn again: `createLanguage` says when. */
export function showCatalogue(next: Language, words: Catalogue | null): void {
  language = next
  catalogue = words
}

/**
 * Lets a framework whose views know what they have read hear of every reading of a text, or of the language: so that
 * it can draw again what has words in it.
 */
export function onTextsRead(listener: () => void): void {
  noteReading = listener
}

/** The tag of the language that is shown, for `Intl` and for what is said of it in the page. */
export function languageTag(): string {
  noteReading()
  return languageTags[language]
}

/** What a person is told of a failure: by its code, in the language that is shown, or else as the server said it. */
export function sentenceOf({ code, message }: { readonly code: string; readonly message: string }): string {
  noteReading()
  const sentences: Readonly<Partial<Record<string, FailureSentence>>> = catalogue?.failures ?? {}
  const sentence = sentences[code]
  return typeof sentence === 'function' ? sentence(message) : (sentence ?? message)
}

/** A part of the catalogue that always speaks the language that is shown: `english` until another is. */
export function inShownLanguage<Part extends object>(english: Part, pick: (words: Catalogue) => Part): Part {
  return new Proxy(english, {
    get(target, key) {
      noteReading()
      return Reflect.get(catalogue ? pick(catalogue) : target, key)
    },
  })
}
