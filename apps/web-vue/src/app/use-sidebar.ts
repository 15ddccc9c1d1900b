import { computed, ref } from 'vue'
import { useObservable } from '../observable/use-observable.ts'
import { useServices } from '../services/services.ts'
import { useMedia } from './use-media.ts'

/** The sidebar: beside the page and remembered on a wide screen; a drawer that starts closed on a narrow one. */
export function useSidebar() {
  const { sidebarChoice } = useServices()
  const choice = useObservable(sidebarChoice)
  const isPhone = useMedia('(width < 48rem)')
  const isDrawerOpen = ref(false)
  const isOpen = computed(() => (isPhone.value ? isDrawerOpen.value : choice.value !== 'closed'))

  return {
    isOpen,
    /** Open as a drawer, the sidebar lies over the page. */
    coversPage: computed(() => isPhone.value && isDrawerOpen.value),
    set(next: boolean) {
      if (isPhone.value) isDrawerOpen.value = next
      else sidebarChoice.set(next ? 'open' : 'closed')
    },
    closeDrawer() {
      isDrawerOpen.value = false
    },
  }
}
