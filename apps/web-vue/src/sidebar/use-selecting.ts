import { type ListGroup, selectedOf } from '@livetype/ui'
import { onWatcherCleanup, type ShallowRef, watch } from 'vue'
import { useObservable } from '../observable/use-observable.ts'
import { useServices } from '../services/services.ts'
import { selecting } from './selecting-part.ts'
import { useListActions } from './use-list-actions.ts'

/** Lets pointer and keys select in the list, in the order in which its groups show it. */
export function useSelecting(
  scroller: Readonly<ShallowRef<HTMLElement | null>>,
  groups: () => readonly ListGroup[],
): void {
  const { store, selection } = useServices()
  const actions = useListActions()
  const part = useObservable(selecting)

  function onDelete() {
    const view = store.list.get()
    const selected = selectedOf(view.status === 'ready' ? view.conversations : [], selection.get())
    if (selected.length === 0) return
    actions.remove(selected)
    selection.end()
  }

  watch([part, scroller], ([selectingPart, list]) => {
    if (!selectingPart || !list) return
    const order = () => groups().flatMap(({ conversations }) => conversations.map(({ id }) => id))
    onWatcherCleanup(selectingPart.listenForSelecting(list, { selection, order, onDelete }))
  })
}
