import { practiseMarkdown } from '@livetype/client'
import { loadWhenIdle } from '@livetype/ui'
import { useEffect } from 'react'
import { useLocation, useMatch } from 'react-router'
import { trayPart } from './attachments/tray-part.ts'
import { menuLayer } from './controls/menu-button.tsx'
import { toastsPart } from './controls/toasts-part.ts'
import { Announcer } from './conversation/announcer.tsx'
import { ChatPage } from './conversation/chat-page.tsx'
import { NoSuchPage } from './conversation/no-such-page.tsx'
import { SkipLink } from './conversation/skip-link.tsx'
import { useNotices } from './conversation/use-notices.ts'
import { codePart } from './markdown/code-part.ts'
import { editPart } from './message/edit-part.ts'
import { Overlays } from './overlays/overlays.tsx'
import { useFrameActions } from './overlays/use-frame-actions.ts'
import { PrintLayer, printView } from './print/print-layer.tsx'
import { slashPart } from './prompts/slash-part.ts'
import { queuePart } from './queue/queue-part.ts'
import { useServices } from './services.ts'
import { selecting } from './sidebar/selecting-part.ts'
import { Sidebar } from './sidebar/sidebar.tsx'
import { useSidebar } from './sidebar/use-sidebar.ts'
import { InLanguage } from './texts/in-language.tsx'
import { useObservable } from './use-observable.ts'

/** The frame of the app: the sidebar and the page that the URL names. */
export function App() {
  const services = useServices()
  const { store, attachments } = services
  const { pathname } = useLocation()
  const conversationId = useMatch('/c/:conversationId')?.params.conversationId ?? null
  const sidebar = useSidebar()
  const toasts = useObservable(toastsPart)
  const language = useObservable(services.language)
  useFrameActions(sidebar)
  useNotices(conversationId)

  useEffect(() => store.open(conversationId), [store, conversationId])
  useEffect(
    () =>
      loadWhenIdle(
        [menuLayer, toastsPart, attachments, trayPart, editPart, selecting, queuePart, slashPart, printView, codePart],
        practiseMarkdown(),
      ),
    [attachments],
  )

  return (
    <InLanguage language={language}>
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
        {toasts && <toasts.Toasts toaster={toasts.toaster} />}
        <Overlays />
        <PrintLayer conversationId={conversationId} />
      </div>
    </InLanguage>
  )
}
