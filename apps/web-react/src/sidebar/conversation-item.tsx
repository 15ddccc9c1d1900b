import type { ConversationSummary } from '@livetype/protocol'
import { focusIfLost, texts } from '@livetype/ui'
import { memo, useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { Icon } from '../controls/icon.tsx'
import { MenuButton } from '../controls/menu-button.tsx'
import { RenameForm } from './rename-form.tsx'
import { useRemoveConversation } from './use-remove-conversation.ts'

interface ItemProps {
  readonly conversation: ConversationSummary
  readonly isCurrent: boolean
  readonly onNavigate: () => void
}

/** A conversation of the list: a link, a dot while a reply is written, and a menu. */
export const ConversationItem = memo(function ConversationItem({ conversation, isCurrent, onNavigate }: ItemProps) {
  const [isRenaming, setRenaming] = useState(false)
  const link = useRef<HTMLAnchorElement>(null)
  const wasRenaming = useRef(false)
  const isRunning = conversation.runningCount > 0
  const title = conversation.title || texts.sidebar.untitled

  useEffect(() => {
    // The field had the focus; where the person went elsewhere, it stays there.
    if (wasRenaming.current && !isRenaming) focusIfLost(link.current)
    wasRenaming.current = isRenaming
  }, [isRenaming])

  if (isRenaming) {
    return (
      <li className="conversation" data-conversation-id={conversation.id} data-state="renaming">
        <RenameForm conversation={conversation} onDone={() => setRenaming(false)} />
      </li>
    )
  }
  return (
    <li className="conversation" data-conversation-id={conversation.id} data-state={isRunning ? 'running' : 'idle'}>
      <Link
        ref={link}
        className="conversation-link"
        to={`/c/${conversation.id}`}
        aria-current={isCurrent ? 'page' : undefined}
        onClick={onNavigate}
      >
        <span className="conversation-title" dir="auto" title={title}>
          {title}
        </span>
        {isRunning && <span className="live-dot" role="img" aria-label={texts.sidebar.running} />}
      </Link>
      <ItemMenu conversation={conversation} title={title} isCurrent={isCurrent} onRename={() => setRenaming(true)} />
    </li>
  )
})

function ItemMenu(props: {
  readonly conversation: ConversationSummary
  readonly title: string
  readonly isCurrent: boolean
  readonly onRename: () => void
}) {
  const remove = useRemoveConversation()
  return (
    <MenuButton
      label={texts.sidebar.actionsFor(props.title)}
      triggerClass="conversation-menu icon-button"
      placement="bottom-end"
      items={[
        { value: 'rename', label: texts.sidebar.rename, icon: 'pencil' },
        { value: 'delete', label: texts.sidebar.delete, icon: 'trash-2', isDangerous: true },
      ]}
      onChoose={(value) => {
        if (value === 'rename') props.onRename()
        else remove({ id: props.conversation.id, title: props.title, isCurrent: props.isCurrent })
      }}
    >
      <Icon name="ellipsis" />
    </MenuButton>
  )
}
