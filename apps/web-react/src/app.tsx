import { createLatePart, focusComposerWhenShown, isNewChatKey, loadWhenIdle } from '@livetype/ui'
import { useCallback, useEffect } from 'react'
import { useLocation, useMatch, useNavigate } from 'react-router'
import { menuLayer } from './controls/menu-button.tsx'
import { Announcer } from './conversation/announcer.tsx'
import { ChatPage } from './conversation/chat-page.tsx'
import { NoSuchPage } from './conversation/no-such-page.tsx'
import { SkipLink } from './conversation/skip-link.tsx'
import { useServices } from './services.ts'
import { Sidebar } from './sidebar/sidebar.tsx'
import { useSidebar } from './sidebar/use-sidebar.ts'
import { useObservable } from './use-observable.ts'

const toasts = createLatePart(async () => (await import('./controls/toasts.tsx')).Toasts)

/** The frame of the app: the sidebar and the page that the URL names. */
export function App() {
  const { store } = useServices()
  const { pathname } = useLocation()
  const conversationId = useMatch('/c/:conversationId')?.params.conversationId ?? null
  const sidebar = useSidebar()
  const Toasts = useObservable(toasts)
  useNewChatKey(sidebar.closeDrawer)

  useEffect(() => store.open(conversationId), [store, conversationId])
  useEffect(() => loadWhenIdle([menuLayer, toasts]), [])

  return (
    <div className="app" data-sidebar={sidebar.isOpen ? 'open' : 'closed'}>
      <SkipLink conversationId={conversationId} />
      <Sidebar
        isOpen={sidebar.isOpen}
        conversationId={conversationId}
        onClose={sidebar.close}
        onNavigate={sidebar.closeDrawer}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the drawer also closes by its button and by Escape */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the drawer also closes by its button and by Escape */}
      <div className="sidebar-scrim" onClick={sidebar.close} />
      {conversationId === null && pathname !== '/' ? (
        <NoSuchPage sidebar={sidebar} />
      ) : (
        <ChatPage conversationId={conversationId} sidebar={sidebar} />
      )}
      <Announcer conversationId={conversationId} />
      {Toasts && <Toasts />}
    </div>
  )
}

/** Ctrl or Cmd, Shift and O begin a new chat. */
function useNewChatKey(closeDrawer: () => void): void {
  const navigate = useNavigate()
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (!isNewChatKey(event)) return
      event.preventDefault()
      closeDrawer()
      void navigate('/')
      focusComposerWhenShown()
    },
    [navigate, closeDrawer],
  )
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [onKeyDown])
}
