import { texts } from '@livetype/ui'
import { Link } from 'react-router'
import { BrandMark } from '../controls/brand-mark.tsx'
import { Icon } from '../controls/icon.tsx'
import { useServices } from '../services.ts'
import { useObservable, useSelected } from '../use-observable.ts'
import { ConversationList } from './conversation-list.tsx'
import { ListFilterNote } from './list-filter-note.tsx'
import { ListMenu } from './list-menu.tsx'
import { selecting } from './selecting-part.ts'
import { ThemeMenu } from './theme-menu.tsx'

/** All conversations, and the way to a new one. On a phone a drawer. */
export function Sidebar(props: {
  readonly isOpen: boolean
  readonly conversationId: string | null
  readonly onClose: () => void
  readonly onNavigate: () => void
}) {
  const { overlay, selection } = useServices()
  const part = useObservable(selecting)
  const isSelecting = useSelected(selection, ({ isOn }) => isOn) && part !== undefined
  return (
    <aside id="sidebar" className="sidebar" aria-label={texts.sidebar.label} inert={!props.isOpen}>
      <div className="sidebar-header">
        <Link className="brand" to="/" onClick={props.onNavigate}>
          <BrandMark />
          <span>{texts.app.name}</span>
        </Link>
        <button
          type="button"
          className="icon-button"
          aria-label={texts.search.open}
          aria-haspopup="dialog"
          data-tooltip={texts.search.open}
          onClick={() => overlay.show('search')}
        >
          <Icon name="search" />
        </button>
        <button
          type="button"
          className="icon-button sidebar-close"
          aria-label={texts.sidebar.close}
          data-tooltip={texts.sidebar.close}
          onClick={props.onClose}
        >
          <Icon name="panel-left" />
        </button>
      </div>
      {isSelecting && <part.SelectionBar />}
      {/* Still there: the menu that was chosen from has to go in its own time. */}
      <div className="sidebar-actions" hidden={isSelecting}>
        <Link className="new-chat" to="/" onClick={props.onNavigate}>
          <Icon name="square-pen" />
          <span className="new-chat-label">{texts.sidebar.newConversation}</span>
        </Link>
        <ListMenu />
      </div>
      <ListFilterNote />
      <ConversationList conversationId={props.conversationId} onNavigate={props.onNavigate} />
      <div className="sidebar-footer">
        <ThemeMenu />
        <button
          type="button"
          className="icon-button"
          aria-label={texts.library.open}
          aria-haspopup="dialog"
          data-tooltip={texts.library.open}
          onClick={() => overlay.show('prompts')}
        >
          <Icon name="library" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={texts.settings.open}
          aria-haspopup="dialog"
          data-tooltip={texts.settings.open}
          onClick={() => overlay.show('settings')}
        >
          <Icon name="settings" />
        </button>
      </div>
    </aside>
  )
}
