import type { ListFilter } from '@livetype/protocol'
import { useServices } from '../services.ts'
import { useSelected } from '../use-observable.ts'

const none: ListFilter = {}

/** Which conversations the list shows. Others are not selected with them. */
export function useListFilter(): { filter: ListFilter; show: (filter: ListFilter) => void } {
  const { store, selection } = useServices()
  const filter = useSelected(store.list, (list) => (list.status === 'ready' ? list.filter : none))
  return {
    filter,
    show(next) {
      selection.end()
      store.filterList(next)
    },
  }
}
