import type { Action } from '@livetype/ui'
import { onBeforeUnmount } from 'vue'
import { useServices } from '../services/services.ts'

/** Offers actions in the palette and by their shortcuts, for as long as the component is there. */
export function useActions(actions: readonly Action[]): void {
  onBeforeUnmount(useServices().actions.add(actions))
}
