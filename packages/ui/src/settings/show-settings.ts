import type { Settings } from '@livetype/protocol'
import type { LanguageChoice } from '../languages/language.ts'
import type { Theme } from '../theme/theme.ts'
import { keepSettings } from './kept-settings.ts'

/** What settings are shown by. */
export interface SettingsPage {
  readonly theme: Pick<Theme, 'set'>
  readonly language: Pick<LanguageChoice, 'set'>
  readonly root: { setAttribute(name: string, value: string): void }
  readonly storage: Pick<Storage, 'setItem'> | null
  /** The words of the language that was chosen could not be fetched. */
  onLanguageFailed(): void
}

/** A page that has no words yet shows itself in English rather than stay empty for longer. */
const patienceMs = 3_000

/**
 * Keeps the looks of the page, and what this device begins with the next time, in step with the settings. Resolves when
 * the page first speaks its language, or can't, or is late in doing so.
 */
export function showSettings(
  source: { get(): Settings; subscribe(listener: () => void): () => void },
  page: SettingsPage,
  wait: (ms: number) => Promise<void> = waitFor,
): Promise<void> {
  const show = () => {
    const settings = source.get()
    page.theme.set(settings.theme)
    page.root.setAttribute('data-density', settings.density)
    page.root.setAttribute('data-line-numbers', settings.lineNumbers)
    keepSettings(page.storage, settings)
    return page.language.set(settings.language).catch(() => page.onLanguageFailed())
  }
  source.subscribe(() => void show())
  return Promise.race([show(), wait(patienceMs)])
}

function waitFor(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
