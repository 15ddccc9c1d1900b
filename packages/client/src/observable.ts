/** A value that changes: what `useSyncExternalStore` and a Vue `shallowRef` both bind to. */
export interface Observable<Value> {
  /** The present value; the same reference until it changes. */
  get(): Value
  /** Calls `listener` after each change, until the returned function is called. */
  subscribe(listener: () => void): () => void
}
