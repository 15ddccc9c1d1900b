import type { LivetypeClient } from '@livetype/client'
import { readShared, type SharedView } from '@livetype/client/share'
import { type SharedConversation, sharedPath } from '@livetype/protocol'
import { formatAbsoluteTime, texts } from '@livetype/ui'
import { laterTexts, sharedFilesAt } from '@livetype/ui/later'
import { useCallback, useEffect, useState } from 'react'
import { BrandMark } from '../controls/brand-mark.tsx'
import { VersionSwitch } from '../message/version-switch.tsx'
import { StillMessage } from '../still/still-message.tsx'

/** What a link shows, to whoever has it: nothing else of its owner is asked for, and no stream is opened. */
export function SharedPage({ client, token }: { client: LivetypeClient; token: string }) {
  const [view, setView] = useState<SharedView>({ status: 'loading' })
  const load = useCallback(() => {
    setView({ status: 'loading' })
    void readShared(client, token).then(setView)
  }, [client, token])
  useEffect(load, [load])
  const title = view.status === 'ready' ? view.conversation.title : null
  useEffect(() => {
    document.title = texts.documentTitle(title)
  }, [title])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to be able to scroll it
    <main className="shared" data-view={view.status} tabIndex={0}>
      <div className="shared-content">{contentOf(view, token, load)}</div>
    </main>
  )
}

function contentOf(view: SharedView, token: string, onRetry: () => void) {
  const words = laterTexts.share.page
  switch (view.status) {
    case 'loading':
      return <p className="shared-note">{words.loading}</p>
    case 'missing':
      return (
        <section className="blank-state">
          <h1>{words.missingTitle}</h1>
          <p>{words.missingBody}</p>
        </section>
      )
    case 'failed':
      return (
        <section className="blank-state" role="alert">
          <h1>{words.failedTitle}</h1>
          <p>{view.message}</p>
          <button type="button" className="button" onClick={onRetry}>
            {words.retry}
          </button>
        </section>
      )
    case 'ready':
      return <Shared conversation={view.conversation} token={token} />
  }
}

function Shared({ conversation, token }: { conversation: SharedConversation; token: string }) {
  const [chosen, setChosen] = useState<ReadonlyMap<string | null, string>>(new Map())
  const words = laterTexts.share.page
  const { title, sharedAt, systemPrompt } = conversation
  return (
    <>
      <header className="shared-header">
        <p className="shared-brand">
          <BrandMark />
          <span>{texts.app.name}</span>
        </p>
        <h1 className="shared-title" dir="auto">
          {title || texts.sidebar.untitled}
        </h1>
        <p className="shared-note">{words.note(formatAbsoluteTime(sharedAt))}</p>
      </header>
      {systemPrompt !== undefined && (
        <section className="shared-prompt" aria-labelledby="shared-prompt">
          <h2 id="shared-prompt">{words.systemPrompt}</h2>
          <p dir="auto">{systemPrompt}</p>
        </section>
      )}
      <section className="messages" aria-label={words.messages}>
        {sharedPath(conversation, chosen).map(({ message, versionIds }) => (
          // By what it follows: another version takes its place, and the focus stays on what was pressed.
          <StillMessage key={message.parentId} message={message} filesAt={sharedFilesAt(token)}>
            <VersionSwitch
              ids={versionIds}
              messageId={message.id}
              onChoose={(id) => setChosen(new Map(chosen).set(message.parentId, id))}
            />
          </StillMessage>
        ))}
      </section>
    </>
  )
}
