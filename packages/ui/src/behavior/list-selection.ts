/** Which conversations of the list are selected, to do one thing to all of them. */
export interface SelectionState {
  /** True while rows are there to be selected rather than to be opened. */
  readonly isOn: boolean
  /** Also those whose rows are out of sight. Some may have left the list since: `selectedOf` leaves them out. */
  readonly ids: ReadonlySet<string>
}

/** The selection in the list of conversations. `get` and `subscribe` make it an observable. */
export interface ListSelection {
  get(): SelectionState
  subscribe(listener: () => void): () => void
  /** Begins to select, with one conversation or none yet. */
  begin(conversationId?: string): void
  /** Adds a conversation or takes it out; ranges begin there from now on. */
  toggle(conversationId: string): void
  /**
   * Selects all from where the range began to this one, and what of the range is beyond it no more.
   * @param besideId where a range begins that is not the one that grew last: by keys, the row that has the focus.
   */
  extendTo(conversationId: string, order: readonly string[], besideId?: string): void
  setAll(conversationIds: readonly string[]): void
  /** Nothing is selected, and rows are opened again. */
  end(): void
  /** The conversation that was selected or taken out last, while there is a selection. */
  readonly anchorId: string | null
}

const off: SelectionState = { isOn: false, ids: new Set() }

/** @see ListSelection */
export function createListSelection(): ListSelection {
  const listeners = new Set<() => void>()
  let state = off
  let anchorId: string | null = null
  /** What is selected besides the range that grows from the anchor. */
  let base: ReadonlySet<string> = new Set()
  /** Where the range ends. */
  let headId: string | null = null

  function select(ids: ReadonlySet<string>): void {
    state = { isOn: true, ids }
    for (const listener of [...listeners]) listener()
  }

  function anchor(id: string | null, ids: ReadonlySet<string>): void {
    anchorId = id
    headId = id
    base = ids
    select(ids)
  }

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    begin: (id) => anchor(id ?? null, new Set(id === undefined ? [] : [id])),
    toggle(id) {
      const ids = new Set(state.ids)
      if (!ids.delete(id)) ids.add(id)
      anchor(id, ids)
    },
    extendTo(id, order, besideId) {
      if (besideId !== undefined && besideId !== headId) anchor(besideId, new Set([...state.ids, besideId]))
      const from = anchorId === null ? -1 : order.indexOf(anchorId)
      const to = order.indexOf(id)
      if (from === -1 || to === -1) {
        anchor(id, new Set([...state.ids, id]))
        return
      }
      headId = id
      select(new Set([...base, ...order.slice(Math.min(from, to), Math.max(from, to) + 1)]))
    },
    setAll: (ids) => anchor(anchorId, new Set(ids)),
    end() {
      if (!state.isOn) return
      anchorId = null
      headId = null
      base = off.ids
      state = off
      for (const listener of [...listeners]) listener()
    },
    get anchorId() {
      return anchorId
    },
  }
}

/** Those of the list that are selected, in its order. */
export function selectedOf<Listed extends { readonly id: string }>(
  conversations: readonly Listed[],
  { ids }: SelectionState,
): readonly Listed[] {
  return ids.size === 0 ? [] : conversations.filter(({ id }) => ids.has(id))
}
