import type { Page } from '@playwright/test'

/** Puts a tab out of sight and back. A browser without a screen shows all of its tabs at once. */
export interface Visibility {
  hide(): Promise<void>
  show(): Promise<void>
}

/** To be called before the page is opened. */
export async function hideOnCommand(page: Page): Promise<Visibility> {
  await page.addInitScript(() => {
    let state = 'visible'
    Object.defineProperty(document, 'visibilityState', { get: () => state })
    addEventListener('test:visibility', (event) => {
      if (!(event instanceof CustomEvent)) return
      state = event.detail
      document.dispatchEvent(new Event('visibilitychange'))
    })
  })
  const set = (state: 'visible' | 'hidden') =>
    page.evaluate((detail) => void dispatchEvent(new CustomEvent('test:visibility', { detail })), state)
  return { hide: () => set('hidden'), show: () => set('visible') }
}
