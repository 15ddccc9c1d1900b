import type { TabSignals } from '../chat-store/tab-signals.ts'

/** What is needed of a browser's `window`. */
export interface Page extends EventTarget {
  readonly document: EventTarget & { readonly visibilityState: string }
}

// The package is typed without the DOM, so that nothing else in it can lean on one.
declare const window: Page

/**
 * The signals of a browser's tab. `pageshow` is there for pages that come back from the back-forward cache; a page that
 * was opened in the background hears it too.
 */
export function browserTabSignals(page: Page = window): TabSignals {
  function whenIn(state: 'visible' | 'hidden', listener: () => void): () => void {
    return () => {
      if (page.document.visibilityState === state) listener()
    }
  }

  function onVisibility(state: 'visible' | 'hidden', listener: () => void): () => void {
    const { document } = page
    const check = whenIn(state, listener)
    document.addEventListener('visibilitychange', check)
    return () => document.removeEventListener('visibilitychange', check)
  }

  function onPage(type: 'online' | 'pageshow' | 'pagehide', listener: () => void): () => void {
    page.addEventListener(type, listener)
    return () => page.removeEventListener(type, listener)
  }

  return {
    onOnline: (listener) => onPage('online', listener),
    onVisible: (listener) => both(onVisibility('visible', listener), onPage('pageshow', whenIn('visible', listener))),
    onHidden: (listener) => onVisibility('hidden', listener),
    // A phone may end a page that is out of sight without another word.
    onLeave: (listener) => both(onVisibility('hidden', listener), onPage('pagehide', listener)),
  }
}

function both(...ends: readonly (() => void)[]): () => void {
  return () => {
    for (const end of ends) end()
  }
}
