import { focusSettled } from '../behavior/keep-focus.ts'

/** What can lie over the page, one at a time. */
export type OverlayName =
  | 'settings'
  | 'data'
  | 'share'
  | 'palette'
  | 'search'
  | 'usage'
  | 'shortcuts'
  | 'tags'
  | 'prompts'
  | 'presets'

/** What lies over the page. `get` and `subscribe` make it an observable. */
export interface Overlay {
  get(): OverlayName | null
  subscribe(listener: () => void): () => void
  /** Shows it, or nothing; once what lies there now is gone. `about`: the id of what it is to begin with. */
  show(name: OverlayName | null, about?: string): void
  /** What is shown was asked to begin with this. */
  about(): string | undefined
  /** What was shown is gone from the page. */
  gone(): void
}

/** Nothing lies over the page at first. `settle` calls its task once a dialog that is gone has given the focus back. */
export function createOverlay(settle: (task: () => void) => void = focusSettled): Overlay {
  const listeners = new Set<() => void>()
  let shown: OverlayName | null = null
  let next: OverlayName | null = null
  let begun: string | undefined

  const change = (name: OverlayName | null) => {
    if (name === shown) return
    shown = name
    for (const listener of [...listeners]) listener()
  }
  return {
    get: () => shown,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    about: () => begun,
    show(name, about) {
      if (name !== null) begun = about
      // Two at once would take the focus from each other.
      next = shown === null || name === shown ? null : name
      change(next === null ? name : null)
    },
    gone() {
      const name = next
      next = null
      if (name !== null) settle(() => change(name))
    },
  }
}
