import type { ConversationView, Written } from '@livetype/client'
import { failureText, focusComposer, focusTranscript, listenForStopKey, sentenceOf, texts } from '@livetype/ui'
import { type ReactNode, useCallback, useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import { Composer } from '../composer/composer.tsx'
import { DemoBanner } from '../composer/demo-banner.tsx'
import { ConfigureButton } from '../configuration/configure-button.tsx'
import { useConfigurationDraft } from '../configuration/use-configuration-draft.ts'
import { useModels } from '../models/use-models.ts'
import { queuePart } from '../queue/queue-part.ts'
import { useServices } from '../services.ts'
import type { SidebarState } from '../sidebar/use-sidebar.ts'
import { useObservable } from '../use-observable.ts'
import { BlankState } from './blank-state.tsx'
import { ConnectionNote } from './connection-note.tsx'
import { Messages } from './messages.tsx'
import { KeepButton, TemporaryToggle } from './temporary-buttons.tsx'
import { TopBar } from './top-bar.tsx'
import { Transcript } from './transcript.tsx'
import { hasComposer, useConversation } from './use-conversation.ts'
import { useConversationActions } from './use-conversation-actions.ts'
import { useKeep, useKeepAction } from './use-keep.ts'
import { useNamedMessage } from './use-named-message.ts'
import { useTranscriptView } from './use-transcript.ts'
import { Welcome } from './welcome.tsx'

/** A conversation, or the one to come where `conversationId` is null. */
export function ChatPage(props: { conversationId: string | null; sidebar: SidebarState }) {
  const { conversationId, sidebar } = props
  const { store } = useServices()
  const view = useObservable(useConversation(conversationId))
  const draft = useConfigurationDraft()
  const Queue = useQueuePart(view)
  const input = useRef<HTMLTextAreaElement>(null)
  const transcript = useTranscriptView(conversationId)
  const send = useSend(conversationId, () => transcript?.scrollToLatest())
  const isStreaming = view.status === 'ready' && view.running.length > 0
  const stop = useStop(conversationId, isStreaming)
  useConversationActions({
    conversationId,
    conversation: view.status === 'ready' ? view.conversation : null,
    lastMessageId: view.status === 'ready' ? view.messageIds.at(-1) : undefined,
    isStreaming,
    stop,
    nextQueuedId: view.status === 'ready' ? view.queued[0]?.message.id : undefined,
  })
  const isTemporary = view.status === 'ready' && view.isTemporary
  const keep = useKeep(conversationId)
  useKeepAction(isTemporary, keep)
  const ownTitle = view.status === 'ready' ? (view.conversation?.title ?? null) : null
  const title = isTemporary ? texts.temporary.title : ownTitle

  const retry = () => {
    focusTranscript()
    store.open(conversationId)
  }

  useEffect(() => {
    document.title = texts.documentTitle(title)
  }, [title])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each conversation that is opened takes the focus
  useEffect(() => {
    // A touch keyboard that opens unasked covers half of what the person came to read.
    if (window.matchMedia('(hover: hover)').matches) input.current?.focus()
  }, [conversationId])
  // After that: a message that is named has it.
  useNamedMessage({ conversationId, view, transcript })

  return (
    <main id="main" className="main" data-view={viewName(conversationId, view)} inert={sidebar.isDrawerOpen}>
      <TopBar title={title} sidebar={sidebar} isTemporary={isTemporary}>
        {conversationId === null && <TemporaryToggle />}
        {isTemporary && view.status === 'ready' && view.conversation && <KeepButton onKeep={keep} />}
        {view.status === 'ready' && (
          <ConfigureButton
            conversationId={conversationId}
            configuration={conversationId === null ? draft : view.configuration}
          />
        )}
      </TopBar>
      <ConnectionNote />
      <Transcript key={conversationId} view={transcript}>
        {conversationId === null ? (
          <Welcome onSend={(text) => send({ text, attachments: [] })} />
        ) : (
          contentOf(conversationId, view, retry)
        )}
      </Transcript>
      {hasComposer(view) && (
        <div className="composer-dock">
          <DemoBanner />
          {Queue && conversationId !== null && view.status === 'ready' && (
            <Queue
              conversationId={conversationId}
              queued={view.queued}
              hold={view.queueHold}
              isStreaming={isStreaming}
            />
          )}
          <Composer
            conversationId={conversationId}
            isStreaming={isStreaming}
            inputRef={input}
            onSend={send}
            onStop={() => {
              focusComposer()
              stop()
            }}
          />
        </div>
      )}
    </main>
  )
}

function contentOf(conversationId: string, view: ConversationView, onRetry: () => void): ReactNode {
  switch (view.status) {
    case 'loading':
      return (
        <>
          <p className="visually-hidden">{texts.transcript.loading}</p>
          <div className="transcript-skeleton" aria-hidden="true">
            <div className="skeleton" />
            <div className="skeleton" />
            <div className="skeleton" />
          </div>
        </>
      )
    case 'not-found':
      return <BlankState title={texts.notFound.conversationTitle} body={texts.notFound.conversationBody} />
    case 'failed':
      return <BlankState title={texts.errors.conversationFailed} body={sentenceOf(view.failure)} onRetry={onRetry} />
    case 'ready':
      return <Messages conversationId={conversationId} messageIds={view.messageIds} compared={view.compared} />
  }
}

function viewName(conversationId: string | null, view: ConversationView): string {
  if (conversationId === null) return 'welcome'
  return view.status === 'not-found' || view.status === 'failed' ? view.status : 'conversation'
}

/** Sends to the open conversation, or begins one and goes there. */
function useSend(conversationId: string | null, onSent: () => void): (written: Written) => void {
  const { store, configurationDraft, temporaryDraft } = useServices()
  const { asked } = useModels()
  const draft = useConfigurationDraft()
  const navigate = useNavigate()
  return ({ text, attachments }) => {
    focusComposer()
    const sent = store.send({
      text,
      attachments,
      ...(conversationId === null ? { configuration: draft, isTemporary: temporaryDraft.get() } : { conversationId }),
      ...asked,
    })
    if (conversationId === null) {
      configurationDraft.set(null)
      temporaryDraft.set(false)
      void navigate(`/c/${sent.conversationId}`)
    } else onSent()
  }
}

/** The list of queued messages, once it is there: needed at once where there is one. */
function useQueuePart(view: ConversationView) {
  const hasQueued = view.status === 'ready' && view.queued.length > 0
  useEffect(() => {
    if (hasQueued) void queuePart.load()
  }, [hasQueued])
  return useObservable(queuePart)
}

/** Stops the replies of the conversation; Escape does so too while one is written. */
function useStop(conversationId: string | null, isStreaming: boolean): () => void {
  const { store, toaster } = useServices()
  const stop = useCallback(() => {
    if (conversationId === null) return
    store.stop(conversationId).catch((error: unknown) => {
      toaster.create({ title: failureText(texts.errors.stopFailed, error), type: 'error' })
    })
  }, [store, toaster, conversationId])
  useEffect(() => (isStreaming ? listenForStopKey(stop) : undefined), [isStreaming, stop])
  return stop
}
