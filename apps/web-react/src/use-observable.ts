import type { Observable } from '@livetype/client'
import { useCallback, useSyncExternalStore } from 'react'

/** The present value of an observable; renders again when it changes. */
export function useObservable<Value>(observable: Observable<Value>): Value {
  return useSelected(observable, identity)
}

/**
 * What `select` picks of an observable; renders again only when that changes.
 * `select` returns the same reference for the same value.
 */
export function useSelected<Value, Selected>(
  observable: Observable<Value>,
  select: (value: Value) => Selected,
): Selected {
  const subscribe = useCallback((listener: () => void) => observable.subscribe(listener), [observable])
  const read = () => select(observable.get())
  return useSyncExternalStore(subscribe, read, read)
}

function identity<Value>(value: Value): Value {
  return value
}
