import type { Action } from '@livetype/ui'
import { useEffect } from 'react'
import { useServices } from '../services.ts'

/** Offers actions in the palette and by their shortcuts, for as long as the component is there. */
export function useActions(actions: readonly Action[]): void {
  const { actions: registry } = useServices()
  useEffect(() => registry.add(actions), [registry, actions])
}
