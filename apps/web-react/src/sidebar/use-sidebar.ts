import { focusWhenShown } from '@livetype/ui'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { useLocation } from 'react-router'
import { useServices } from '../services.ts'

/** How the sidebar stands: beside the page on a wide screen, a drawer over it on a narrow one. */
export interface SidebarState {
  readonly isOpen: boolean
  /** True while it covers the page. */
  readonly isDrawerOpen: boolean
  readonly open: () => void
  readonly close: () => void
  /** Closes a drawer; leaves a sidebar beside the page as it is. */
  readonly closeDrawer: () => void
}

/** Must agree with the width in packages/ui/src/styles/sidebar.css. */
const narrow = '(width < 48rem)'

/** The sidebar's state. What a person chose on a wide screen is kept; a drawer starts closed. */
export function useSidebar(): SidebarState {
  const { sidebarChoice } = useServices()
  const isNarrow = useSyncExternalStore(subscribeNarrow, () => window.matchMedia(narrow).matches)
  const choice = useSyncExternalStore(sidebarChoice.subscribe, sidebarChoice.get)
  const { key: place } = useLocation()
  const [drawerPlace, setDrawerPlace] = useState<string | null>(null)
  // Whoever goes elsewhere is done with it.
  const isDrawer = drawerPlace === place

  const open = useCallback(() => {
    if (isNarrow) setDrawerPlace(place)
    else sidebarChoice.set('open')
    focusWhenShown('#sidebar .sidebar-close')
  }, [isNarrow, sidebarChoice, place])
  const close = useCallback(() => {
    if (isNarrow) setDrawerPlace(null)
    else sidebarChoice.set('closed')
    focusWhenShown('.topbar-menu')
  }, [isNarrow, sidebarChoice])
  const closeDrawer = useCallback(() => setDrawerPlace(null), [])

  const isDrawerOpen = isNarrow && isDrawer
  useEffect(() => {
    if (!isDrawerOpen) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !(event.target instanceof HTMLInputElement)) close()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [isDrawerOpen, close])

  return { isOpen: isNarrow ? isDrawer : choice !== 'closed', isDrawerOpen, open, close, closeDrawer }
}

function subscribeNarrow(listener: () => void): () => void {
  const media = window.matchMedia(narrow)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}
