import type { LaterTexts } from '../texts/later/later-texts.ts'

/** What can be done from the palette or by a shortcut. Its name, words and icon are those of `later`. */
export type ActionId = keyof LaterTexts['palette']['actions']

/** Something that can be done now. */
export interface Action {
  readonly id: ActionId
  /** False where it makes no sense at the moment: the palette leaves it out, its shortcut does nothing. */
  readonly isAvailable?: () => boolean
  readonly run: () => void
}

/**
 * All that can be done at the moment. Whoever is on the page adds what it offers, and takes it back when it leaves; of
 * two with one id the later one counts. `get` and `subscribe` make it an observable.
 */
export interface ActionRegistry {
  get(): readonly Action[]
  subscribe(listener: () => void): () => void
  /** Returns what takes the actions back. */
  add(actions: readonly Action[]): () => void
  /** The action, where there is one and it makes sense now. */
  find(id: ActionId): Action | undefined
}

/** @see ActionRegistry */
export function createActionRegistry(): ActionRegistry {
  const groups = new Set<readonly Action[]>()
  const listeners = new Set<() => void>()
  let actions: readonly Action[] = []

  const change = () => {
    actions = [...new Map([...groups].flat().map((action) => [action.id, action])).values()]
    for (const listener of [...listeners]) listener()
  }
  return {
    get: () => actions,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add(group) {
      groups.add(group)
      change()
      return () => {
        groups.delete(group)
        change()
      }
    },
    find(id) {
      const action = actions.find((one) => one.id === id)
      return action && (action.isAvailable?.() ?? true) ? action : undefined
    },
  }
}
