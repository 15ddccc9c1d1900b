import { foldLibrary, isLibraryChange, type Library, type LibraryChange, type WorkspaceEvent } from '@livetype/protocol'
import type { ChatApi } from './chat-api.ts'
import { createPendingChanges } from './pending-changes.ts'
import type { Retry } from './retry.ts'

/** The library: what the log tells, and over it what a person has just changed. */
export interface LibraryKeeper {
  view(previous: Library | undefined): Library
  hear(event: WorkspaceEvent): void
  /** The workspace was read anew. */
  outdate(): void
  /** Shown at once; taken back and rejected with a `ChatError` where the server refuses. */
  change(change: LibraryChange): Promise<void>
}

/** @see LibraryKeeper. `told` is the library as the log tells it. */
export function createLibraryKeeper(options: {
  readonly api: Pick<ChatApi, 'changeLibrary'>
  readonly retry: Retry
  told(): Library
  onChange(): void
}): LibraryKeeper {
  const { api, retry } = options
  const told = () => options.told()
  const pending = createPendingChanges<LibraryChange>({
    isSame: isSameChange,
    isTold: (change) => isEqual(foldLibrary(told(), change), told()),
  })
  let last: Promise<unknown> = Promise.resolve()
  let shownOf: readonly unknown[] = []

  return {
    view(previous) {
      const [library, changes] = [told(), pending.values]
      if (previous && shownOf[0] === library && shownOf[1] === changes) return previous
      shownOf = [library, changes]
      return changes.reduce<Library>(foldLibrary, library)
    },
    hear(event) {
      if (!isLibraryChange(event)) return
      pending.hear(event)
    },
    outdate: () => pending.outdate(),
    async change(change) {
      const added = pending.add(change)
      options.onChange()
      const sent = last.then(() => pending.deliver(added, () => retry.run(() => api.changeLibrary(change))))
      last = sent.catch(() => undefined)
      try {
        await sent
      } finally {
        options.onChange()
      }
    },
  }
}

/** Whether two changes are the same, wherever they stand in the log. */
function isSameChange(a: LibraryChange, b: LibraryChange): boolean {
  return isEqual({ ...a, seq: 0 }, { ...b, seq: 0 })
}

/** Whether two values of JSON say the same, whatever the order of their fields and those that are undefined. */
function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [ofA, ofB] = [new Map<string, unknown>(Object.entries(a)), new Map<string, unknown>(Object.entries(b))]
  return [...new Set([...ofA.keys(), ...ofB.keys()])].every((key) => isEqual(ofA.get(key), ofB.get(key)))
}
