import { type ListGroup, selectedOf } from '@livetype/ui'
import { type RefObject, useEffect, useRef } from 'react'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'
import { selecting } from './selecting-part.ts'
import { useListActions } from './use-list-actions.ts'

/** Lets pointer and keys select in the list, in the order in which its groups show it. */
export function useSelecting(content: RefObject<HTMLElement | null>, groups: readonly ListGroup[]): void {
  const { store, selection } = useServices()
  const actions = useListActions()
  const part = useObservable(selecting)
  const latest = useRef({ groups, actions })
  useEffect(() => {
    latest.current = { groups, actions }
  })
  useEffect(() => {
    const list = content.current?.parentElement
    if (!part || !list) return
    return part.listenForSelecting(list, {
      selection,
      order: () => latest.current.groups.flatMap(({ conversations }) => conversations.map(({ id }) => id)),
      onDelete() {
        const view = store.list.get()
        const selected = selectedOf(view.status === 'ready' ? view.conversations : [], selection.get())
        if (selected.length === 0) return
        latest.current.actions.remove(selected)
        selection.end()
      },
    })
  }, [part, content, store, selection])
}
