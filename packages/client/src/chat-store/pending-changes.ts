/** A change that a person made and that the log has not told of yet. */
export interface PendingChange<Value> {
  readonly value: Value
  /** The server has taken it. */
  isAccepted: boolean
}

/** The changes that are shown over what the log has told, in the order in which they were made. */
export interface PendingChanges<Value> {
  /** The same reference until it changes. */
  readonly values: readonly Value[]
  add(value: Value): PendingChange<Value>
  /** Sends a change that was added; it is taken back where that fails. */
  deliver(change: PendingChange<Value>, send: (value: Value) => Promise<void>): Promise<void>
  /** The log has told of a change. */
  hear(value: Value): void
  /** A snapshot has what the server had taken before it was read. */
  outdate(): void
  /** The server has taken the last of them, in the place of all. */
  acceptLast(): void
}

/**
 * @see PendingChanges
 * `isSame` compares two changes; `isTold` says whether what the log has told is as a change makes it.
 */
export function createPendingChanges<Value>(options: {
  isSame(a: Value, b: Value): boolean
  isTold(value: Value): boolean
}): PendingChanges<Value> {
  let changes: readonly PendingChange<Value>[] = []
  let values: readonly Value[] = []
  let snapshots = 0

  function keep(next: readonly PendingChange<Value>[]): void {
    if (next.length === changes.length) return
    changes = next
    values = next.map(({ value }) => value)
  }
  const drop = (change: PendingChange<Value>) => keep(changes.filter((one) => one !== change))

  return {
    get values() {
      return values
    },
    add(value) {
      const change = { value, isAccepted: false }
      keep([...changes, change])
      return change
    },
    async deliver(change, send) {
      const snapshotsBefore = snapshots
      try {
        await send(change.value)
      } catch (error) {
        drop(change)
        throw error
      }
      change.isAccepted = true
      // What was the case already is no event; nor is one to come of what a snapshot had.
      if (options.isTold(change.value) || snapshots !== snapshotsBefore) drop(change)
    },
    hear(value) {
      const told = changes.findIndex((one) => options.isSame(one.value, value))
      // What was taken before it the log has told of before it.
      if (told !== -1) keep(changes.filter((one, index) => index > told || (index < told && !one.isAccepted)))
    },
    outdate() {
      snapshots += 1
      keep(changes.filter((one) => !one.isAccepted))
    },
    acceptLast() {
      const last = changes.at(-1)
      if (last) last.isAccepted = true
      keep(last && !options.isTold(last.value) ? [last] : [])
    },
  }
}
