import type { ConversationSummary } from '@livetype/protocol'
import { ageGroup, focusNewChat, texts } from '@livetype/ui'
import { memo } from 'react'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'
import { ConversationItem } from './conversation-item.tsx'

interface ListProps {
  readonly conversationId: string | null
  readonly onNavigate: () => void
}

/** The conversations, the last used first, under the days on which they were used. */
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
          <p>{list.failure.message}</p>
          <button type="button" className="button" onClick={retry}>
            {texts.actions.retry}
          </button>
        </div>
      )}
      {list.status === 'ready' && list.conversations.length === 0 && (
        <p className="sidebar-note">
          {texts.sidebar.empty}. {texts.sidebar.emptyHint}
        </p>
      )}
      {list.status === 'ready' &&
        groupsOf(list.conversations).map(([group, conversations]) => (
          <section key={group} className="conversation-group" aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`} className="conversation-group-label">
              {texts.sidebar[group]}
            </h2>
            <ul className="conversation-list">
              {conversations.map((conversation) => (
                <ConversationItem
                  key={conversation.id}
                  conversation={conversation}
                  isCurrent={conversation.id === props.conversationId}
                  onNavigate={props.onNavigate}
                />
              ))}
            </ul>
          </section>
        ))}
    </nav>
  )
})

function groupsOf(conversations: readonly ConversationSummary[]) {
  const now = Date.now()
  return [...Map.groupBy(conversations, (conversation) => ageGroup(conversation.updatedAt, now))]
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
