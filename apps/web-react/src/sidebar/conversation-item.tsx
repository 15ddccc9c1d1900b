import type { ConversationSummary } from '@livetype/protocol'
import { focusIfLost, type MenuItem, saveExport, tagMark, texts } from '@livetype/ui'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { Icon } from '../controls/icon.tsx'
import { MenuButton } from '../controls/menu-button.tsx'
import { useServices } from '../services.ts'
import { memo } from '../texts/memo.ts'
import { useSelected } from '../use-observable.ts'
import { RenameForm } from './rename-form.tsx'
import { useListActions } from './use-list-actions.ts'

interface ItemProps {
  readonly conversation: ConversationSummary
  readonly isCurrent: boolean
  /** Its place in its group, from 0, and how many stand there. */
  readonly row: number
  readonly rowCount: number
  readonly onNavigate: () => void
}

/** A conversation of the list: a link, a dot while a reply is written, and a menu. */
export const ConversationItem = memo(function ConversationItem(props: ItemProps) {
  const { conversation, isCurrent, row, onNavigate } = props
  const [isRenaming, setRenaming] = useState(false)
  const link = useRef<HTMLAnchorElement>(null)
  const wasRenaming = useRef(false)
  const { selection } = useServices()
  /** Undefined while rows are opened rather than selected. */
  const isSelected = useSelected(selection, ({ isOn, ids }) => (isOn ? ids.has(conversation.id) : undefined))
  const isRunning = conversation.runningCount > 0
  const title = conversation.title || texts.sidebar.untitled

  useEffect(() => {
    // The field had the focus; where the person went elsewhere, it stays there.
    if (wasRenaming.current && !isRenaming) focusIfLost(link.current)
    wasRenaming.current = isRenaming
  }, [isRenaming])

  return (
    <li
      className="conversation"
      data-conversation-id={conversation.id}
      data-selected={isSelected ? '' : undefined}
      data-state={isRenaming ? 'renaming' : isRunning ? 'running' : 'idle'}
      aria-posinset={row + 1}
      aria-setsize={props.rowCount}
      style={{ insetBlockStart: `calc(${row} * var(--size-row))` }}
    >
      {isRenaming ? (
        <RenameForm conversation={conversation} onDone={() => setRenaming(false)} />
      ) : isSelected !== undefined ? (
        <label className="conversation-pick">
          <input
            type="checkbox"
            className="conversation-check"
            checked={isSelected}
            onChange={() => selection.toggle(conversation.id)}
          />
          <ItemTitle conversation={conversation} title={title} />
        </label>
      ) : (
        <>
          <Link
            ref={link}
            className="conversation-link"
            to={`/c/${conversation.id}`}
            aria-current={isCurrent ? 'page' : undefined}
            onClick={onNavigate}
          >
            <ItemTitle conversation={conversation} title={title} />
          </Link>
          <ItemMenu conversation={conversation} title={title} onRename={() => setRenaming(true)} />
        </>
      )}
    </li>
  )
})

/** What a row says: the title, quietly its tags, and a dot while a reply is written. */
function ItemTitle({ conversation, title }: { conversation: ConversationSummary; title: string }) {
  const { tags = [], runningCount } = conversation
  const mark = tagMark(tags)
  return (
    <>
      <span className="conversation-title" dir="auto" title={title}>
        {title}
      </span>
      {mark && (
        <span className="conversation-tag" title={tags.join(', ')}>
          <span className="visually-hidden">{texts.sidebar.tags(tags.join(', '))}</span>
          <span aria-hidden="true">
            <bdi>{mark.name}</bdi> {mark.others}
          </span>
        </span>
      )}
      {runningCount > 0 && <span className="live-dot" role="img" aria-label={texts.sidebar.running} />}
    </>
  )
}

function ItemMenu(props: {
  readonly conversation: ConversationSummary
  readonly title: string
  readonly onRename: () => void
}) {
  const { conversation } = props
  const { tagging } = useServices()
  const actions = useListActions()
  const { overlay } = useServices()
  const choose: Record<string, () => void> = {
    rename: props.onRename,
    pin: () => actions.file([conversation.id], { isPinned: !conversation.isPinned }),
    tags: () => tagging.open([conversation]),
    archive: () => actions.archive([conversation], !conversation.isArchived),
    share: () => overlay.show('share', conversation.id),
    copyMarkdown: () => actions.copyMarkdown(conversation.id),
    exportMarkdown: () => saveExport({ format: 'markdown', conversationId: conversation.id }),
    exportJson: () => saveExport({ format: 'json', conversationId: conversation.id }),
    delete: () => actions.remove([conversation]),
  }
  return (
    <MenuButton
      label={texts.sidebar.actionsFor(props.title)}
      triggerClass="conversation-menu icon-button"
      placement="bottom-end"
      items={itemsFor(conversation)}
      onChoose={(value) => choose[value]?.()}
    >
      <Icon name="ellipsis" />
    </MenuButton>
  )
}

function itemsFor({ isPinned, isArchived }: ConversationSummary): MenuItem[] {
  return [
    { value: 'rename', label: texts.sidebar.rename, icon: 'pencil' },
    isPinned
      ? { value: 'pin', label: texts.sidebar.unpin, icon: 'pin-off' }
      : { value: 'pin', label: texts.sidebar.pin, icon: 'pin' },
    { value: 'tags', label: texts.sidebar.editTags, icon: 'tag' },
    isArchived
      ? { value: 'archive', label: texts.sidebar.unarchive, icon: 'archive-restore' }
      : { value: 'archive', label: texts.sidebar.archive, icon: 'archive' },
    { value: 'share', label: texts.sidebar.share, icon: 'share-2' },
    { value: 'copyMarkdown', label: texts.sidebar.copyMarkdown, icon: 'copy' },
    { value: 'exportMarkdown', label: texts.sidebar.exportMarkdown, icon: 'file-down' },
    { value: 'exportJson', label: texts.sidebar.exportJson, icon: 'file-down' },
    { value: 'delete', label: texts.sidebar.delete, icon: 'trash-2', isDangerous: true },
  ]
}
