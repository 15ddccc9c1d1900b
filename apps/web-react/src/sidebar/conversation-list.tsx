import type { ListView } from '@livetype/client'
import type { ListFilter } from '@livetype/protocol'
import {
  createRowWindow,
  focusNewChat,
  groupConversations,
  groupLabel,
  type ListGroup,
  rowsToDraw,
  type ShownRows,
  sentenceOf,
  texts,
} from '@livetype/ui'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useServices } from '../services.ts'
import { memo } from '../texts/memo.ts'
import { useObservable } from '../use-observable.ts'
import { ConversationItem } from './conversation-item.tsx'
import { useSelecting } from './use-selecting.ts'

interface ListProps {
  readonly conversationId: string | null
  readonly onNavigate: () => void
}

/** The conversations, the last used first, under the days on which they were used; those in sight are drawn. */
export const ConversationList = memo(function ConversationList(props: ListProps) {
  const { store } = useServices()
  const list = useObservable(store.list)
  const retry = () => {
    focusNewChat()
    store.retryList()
  }
  return (
    <nav className="conversations" aria-label={texts.sidebar.label}>
      {list.status === 'loading' && <ListSkeleton />}
      {list.status === 'failed' && (
        <div className="sidebar-note" role="alert">
          <p>{texts.sidebar.failed}</p>
          <p>{sentenceOf(list.failure)}</p>
          <button type="button" className="button" onClick={retry}>
            {texts.actions.retry}
          </button>
        </div>
      )}
      {list.status === 'ready' && <ReadyList list={list} {...props} />}
    </nav>
  )
})

function ReadyList({ list, ...props }: ListProps & { readonly list: Extract<ListView, { status: 'ready' }> }) {
  const { filter, conversations, older } = list
  const { store, today } = useServices()
  const todayFrom = useObservable(today)
  const content = useRef<HTMLDivElement>(null)
  const rows = useMemo(
    () =>
      createRowWindow(() => {
        const now = store.list.get()
        if (now.status === 'ready' && now.older === 'more') store.loadOlder()
      }),
    [store],
  )
  const shown = useObservable(rows)
  const groups = useMemo(
    () => groupConversations(conversations, { todayFrom, hasPinned: isWhole(filter) }),
    [conversations, todayFrom, filter],
  )
  useEffect(() => {
    const scroller = content.current?.parentElement
    return scroller ? rows.attach(scroller) : undefined
  }, [rows])
  useSelecting(content, groups)
  // After every drawing: other rows, or the same elsewhere.
  useLayoutEffect(() => rows.lookSoon())

  return (
    <div ref={content}>
      {groups.map((group) => (
        <Group key={group.key} group={group} shown={shown} {...props} />
      ))}
      {conversations.length === 0 && older === 'none' && <p className="sidebar-note">{emptyText(filter)}</p>}
      {older === 'loading' && <p className="sidebar-note">{texts.sidebar.loadingOlder}</p>}
      {typeof older === 'object' && (
        <div className="sidebar-note" role="alert">
          <p>{texts.sidebar.olderFailed}</p>
          <button type="button" className="button" onClick={() => store.loadOlder()}>
            {texts.actions.retry}
          </button>
        </div>
      )}
    </div>
  )
}

function Group({ group, shown, ...props }: ListProps & { readonly group: ListGroup; readonly shown: ShownRows }) {
  const { key, conversations } = group
  const rowCount = conversations.length
  return (
    <section className="conversation-group" aria-labelledby={`group-${key}`}>
      <h2 id={`group-${key}`} className="conversation-group-label">
        {groupLabel(key)}
      </h2>
      <ul
        className="conversation-list"
        data-group={key}
        data-rows={rowCount}
        style={{ blockSize: `calc(${rowCount} * var(--size-row))` }}
      >
        {rowsToDraw(shown, group).map((row) => {
          const conversation = conversations[row]
          return (
            conversation && (
              <ConversationItem
                key={conversation.id}
                conversation={conversation}
                isCurrent={conversation.id === props.conversationId}
                row={row}
                rowCount={rowCount}
                onNavigate={props.onNavigate}
              />
            )
          )
        })}
      </ul>
    </section>
  )
}

function isWhole({ isArchived, tag }: ListFilter): boolean {
  return !isArchived && tag === undefined
}

function emptyText({ isArchived, tag }: ListFilter): string {
  if (isArchived) return texts.sidebar.emptyArchive
  if (tag !== undefined) return texts.sidebar.emptyTag
  return `${texts.sidebar.empty}. ${texts.sidebar.emptyHint}`
}

function ListSkeleton() {
  return (
    <>
      <p className="visually-hidden">{texts.sidebar.loading}</p>
      <ul className="skeleton-list" aria-hidden="true">
        {[1, 2, 3, 4, 5, 6].map((line) => (
          <li key={line} className="skeleton" />
        ))}
      </ul>
    </>
  )
}
