/** Something that is on or off for as long as the page is there. `get` and `subscribe` make it an observable. */
export interface Flag {
  get(): boolean
  subscribe(listener: () => void): () => void
  set(isOn: boolean): void
}

/** Off at first. */
export function createFlag(): Flag {
  const listeners = new Set<() => void>()
  let isOn = false
  return {
    get: () => isOn,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set(next) {
      if (next === isOn) return
      isOn = next
      for (const listener of [...listeners]) listener()
    },
  }
}
