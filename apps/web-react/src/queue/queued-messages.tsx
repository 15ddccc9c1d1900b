import type { QueuedMessageView, Written } from '@livetype/client'
import { attachmentsOf, type QueueHold, textOf } from '@livetype/protocol'
import { failureText, focusComposer, focusQueuedEdit, texts } from '@livetype/ui'
import { laterTexts, queueAnnouncement, queuedName, queuedWords, queueNote } from '@livetype/ui/later'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Icon } from '../controls/icon.tsx'
import { EditForm } from '../message/edit-form.tsx'
import { useServices } from '../services.ts'

interface QueuedMessagesProps {
  readonly conversationId: string
  readonly queued: readonly QueuedMessageView[]
  readonly hold: QueueHold | null
  readonly isStreaming: boolean
}

/** The messages that wait until the reply is done, above the composer: to be changed, removed, or sent at once. */
export function QueuedMessages({ conversationId, queued, hold, isStreaming }: QueuedMessagesProps) {
  const { queue } = laterTexts
  const commands = useQueueCommands(conversationId)
  const [said, say] = useAnnouncements({ conversationId, queued, hold })
  const [editedId, setEditedId] = useEditedId(conversationId, queued)
  return (
    <>
      {queued.length > 0 && (
        <section className="queue" aria-label={queue.label} data-state={hold ? 'held' : 'waiting'}>
          <p className="queue-note">{queueNote(queued.length, hold)}</p>
          <ol className="queue-list">
            {queued.map((one) => (
              <li
                key={one.message.id}
                className="queued-message"
                data-queued-id={one.message.id}
                data-delivery={one.delivery}
              >
                {editedId === one.message.id ? (
                  <EditForm
                    messageId={one.message.id}
                    sentText={textOf(one.message)}
                    sentAttachments={attachmentsOf(one.message)}
                    label={queue.editLabel}
                    submitLabel={queue.save}
                    onSubmit={(written) => {
                      say(queue.news.changed(queuedName(one.message)))
                      void commands.edit(one.message.id, written)
                    }}
                    onCancel={() => focusQueuedEdit(one.message.id)}
                    onClose={() => setEditedId(null)}
                  />
                ) : (
                  <QueuedMessage
                    one={one}
                    isStreaming={isStreaming}
                    onEdit={() => setEditedId(one.message.id)}
                    onRetry={() => commands.retry(one.message.id)}
                    onSendNow={() => void commands.sendNow(one.message.id)}
                    onRemove={() => {
                      say(queue.news.removed(queuedName(one.message)))
                      void commands.remove(one)
                    }}
                  />
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
      <div className="queue-news visually-hidden" aria-live="polite">
        {said.map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
      </div>
    </>
  )
}

function QueuedMessage(props: {
  readonly one: QueuedMessageView
  readonly isStreaming: boolean
  readonly onEdit: () => void
  readonly onRetry: () => void
  readonly onSendNow: () => void
  readonly onRemove: () => void
}) {
  const { one, isStreaming } = props
  const { queue } = laterTexts
  const name = queuedName(one.message)
  const { text, note } = queuedWords(one)
  return (
    <>
      <div className="queued-body">
        <p className="queued-text" dir="auto">
          {text}
        </p>
        {note !== '' && <p className="queued-note">{note}</p>}
      </div>
      <div className="queued-actions">
        {one.delivery === 'failed' ? (
          <button type="button" className="icon-button" aria-label={queue.retry(name)} onClick={props.onRetry}>
            <Icon name="refresh-cw" />
          </button>
        ) : (
          <button
            type="button"
            className="queued-send"
            data-action="send-now"
            title={isStreaming ? queue.stopAndSend : queue.sendNow}
            aria-label={isStreaming ? queue.stopAndSendOf(name) : queue.sendNowOf(name)}
            onClick={props.onSendNow}
          >
            <Icon name="arrow-up" />
            <span className="queued-send-label">{queue.sendNow}</span>
          </button>
        )}
        <button
          type="button"
          className="icon-button"
          data-action="edit"
          title={texts.actions.edit}
          aria-label={queue.edit(name)}
          onClick={props.onEdit}
        >
          <Icon name="pencil" />
        </button>
        <button
          type="button"
          className="icon-button"
          data-action="remove"
          title={texts.actions.discard}
          aria-label={queue.remove(name)}
          onClick={props.onRemove}
        >
          <Icon name="x" />
        </button>
      </div>
    </>
  )
}

/** What is done with a queued message; what can't be done is said, and what was typed is kept. */
function useQueueCommands(conversationId: string) {
  const { store, toaster, drafts } = useServices()
  const { queue } = laterTexts
  const fail = (what: string) => (error: unknown) => {
    toaster.create({ title: failureText(what, error), type: 'error' })
  }
  return {
    edit: (messageId: string, written: Written) =>
      store.editQueued(conversationId, messageId, written).catch((error: unknown) => {
        drafts.add(conversationId, written.text)
        fail(queue.editFailed)(error)
      }),
    async remove({ delivery, message }: QueuedMessageView) {
      focusComposer()
      if (delivery === 'failed') store.discard(conversationId, message.id)
      else await store.removeQueued(conversationId, message.id).catch(fail(queue.removeFailed))
    },
    async sendNow(messageId: string) {
      focusComposer()
      await store.sendQueuedNow(conversationId, messageId).catch(fail(texts.errors.sendQueuedFailed))
    },
    retry(messageId: string) {
      focusComposer()
      store.retrySend(conversationId, messageId)
    },
  }
}

/** Which message is being edited. One that goes out meanwhile leaves what was being typed to the composer. */
function useEditedId(conversationId: string, queued: readonly QueuedMessageView[]) {
  const { toaster, drafts } = useServices()
  const [editedId, setEditedId] = useState<string | null>(null)
  const isGone = editedId !== null && !queued.some(({ message }) => message.id === editedId)
  useEffect(() => {
    if (!isGone) return
    setEditedId(null)
    focusComposer()
    const key = `edit:${editedId}`
    const text = drafts.get(key)
    if (text === '') return
    drafts.set(key, '')
    drafts.add(conversationId, text)
    toaster.create({ title: laterTexts.queue.goneTitle, description: laterTexts.queue.goneBody, type: 'info' })
  }, [isGone, editedId, conversationId, drafts, toaster])
  return [editedId, setEditedId] as const
}

/** What listeners hear of the queue, each once: what changes in it, not what it had. Returns also what says more. */
function useAnnouncements(props: Pick<QueuedMessagesProps, 'conversationId' | 'queued' | 'hold'>) {
  const { conversationId, queued, hold } = props
  const { store } = useServices()
  const before = useRef({ conversationId, queued, hold })
  const [said, setSaid] = useState<readonly { readonly id: number; readonly text: string }[]>([])
  const say = useCallback((text: string) => {
    if (text !== '') setSaid((earlier) => [...earlier.slice(-9), { id: (earlier.at(-1)?.id ?? 0) + 1, text }])
  }, [])
  useEffect(() => {
    const isSent = (id: string) => store.message(conversationId, id).get() !== undefined
    if (before.current.conversationId === conversationId) {
      say(queueAnnouncement(before.current, { queued, hold, isSent }))
    }
    before.current = { conversationId, queued, hold }
  }, [store, conversationId, queued, hold, say])
  return [said, say] as const
}
