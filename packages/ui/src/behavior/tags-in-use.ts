/** The tags that conversations have, the most used first. `get` and `subscribe` make it an observable. */
export interface TagsInUse {
  get(): readonly string[]
  subscribe(listener: () => void): () => void
  /** Asks for them again; what was known is shown until they are here, and on where they can't be had. */
  look(): void
}

/** None are known before `look` is called. */
export function createTagsInUse(listTags: () => Promise<readonly string[]>): TagsInUse {
  const listeners = new Set<() => void>()
  let tags: readonly string[] = []
  return {
    get: () => tags,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    look() {
      listTags().then(
        (next) => {
          if (next.join('\n') === tags.join('\n')) return
          tags = next
          for (const listener of [...listeners]) listener()
        },
        () => undefined,
      )
    },
  }
}
