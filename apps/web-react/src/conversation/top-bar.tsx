import { texts } from '@livetype/ui'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Icon } from '../controls/icon.tsx'
import type { SidebarState } from '../sidebar/use-sidebar.ts'

/** The page's title, and what the sidebar offers while it is closed. */
export function TopBar(props: {
  title: string | null
  sidebar: SidebarState
  isTemporary?: boolean
  children?: ReactNode
}) {
  const { title, sidebar, isTemporary } = props
  return (
    <header className="topbar" data-temporary={isTemporary ? '' : undefined}>
      <button
        type="button"
        className="icon-button topbar-menu"
        aria-label={texts.sidebar.open}
        data-tooltip={texts.sidebar.open}
        aria-expanded={sidebar.isOpen}
        aria-controls="sidebar"
        onClick={sidebar.open}
      >
        <Icon name="panel-left" />
      </button>
      <h1 className="topbar-title" dir="auto">
        {isTemporary ? (
          <span className="topbar-mark" title={texts.temporary.hint}>
            {texts.temporary.title}
          </span>
        ) : (
          title || <span className="visually-hidden">{texts.sidebar.newConversation}</span>
        )}
      </h1>
      {props.children}
      <Link
        className="icon-button topbar-new"
        to="/"
        aria-label={texts.sidebar.newConversation}
        data-tooltip={texts.sidebar.newConversation}
      >
        <Icon name="square-pen" />
      </Link>
    </header>
  )
}
