import type { Observable } from '@livetype/client'
import { type MaybeRefOrGetter, type ShallowRef, shallowRef, toValue, watch } from 'vue'

/**
 * Binds an observable to the component's life: a shallow ref of its present value. Given a getter, it moves over
 * to another observable as soon as the getter names one, so no view ever shows the value of the one before.
 */
export function useObservable<Value>(source: MaybeRefOrGetter<Observable<Value>>): Readonly<ShallowRef<Value>> {
  const value = shallowRef(toValue(source).get())
  watch(
    () => toValue(source),
    (observable, _, onCleanup) => {
      value.value = observable.get()
      onCleanup(
        observable.subscribe(() => {
          value.value = observable.get()
        }),
      )
    },
    { immediate: true, flush: 'sync' },
  )
  return value
}
