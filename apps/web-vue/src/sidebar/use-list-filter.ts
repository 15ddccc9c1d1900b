import type { ListFilter } from '@livetype/protocol'
import { type ComputedRef, computed } from 'vue'
import { useObservable } from '../observable/use-observable.ts'
import { useServices } from '../services/services.ts'

const none: ListFilter = {}

/** Which conversations the list shows. Others are not selected with them. */
export function useListFilter(): { filter: ComputedRef<ListFilter>; show: (filter: ListFilter) => void } {
  const { store, selection } = useServices()
  const list = useObservable(store.list)
  return {
    filter: computed(() => (list.value.status === 'ready' ? list.value.filter : none)),
    show(next) {
      selection.end()
      store.filterList(next)
    },
  }
}
