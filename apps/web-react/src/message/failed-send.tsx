import { focusComposer, texts } from '@livetype/ui'
import { useServices } from '../services.ts'
import { Failure } from './failure.tsx'

/** A message the server did not take. Discarding gives it back to the composer, its text to an empty one. */
export function FailedSend(props: { conversationId: string; messageId: string; isNews: boolean; reason: string }) {
  const { conversationId, messageId } = props
  const { store, drafts, attachments } = useServices()
  const retry = () => {
    focusComposer()
    store.retrySend(conversationId, messageId)
  }
  const discard = () => {
    focusComposer()
    const written = store.discard(conversationId, messageId)
    if (drafts.get(conversationId).trim() === '') drafts.set(conversationId, written.text)
    void attachments.load().then(() => attachments.get()?.put(conversationId, written.attachments))
  }
  return (
    <Failure isNews={props.isNews} text={texts.errors.withReason(texts.delivery.failed, props.reason)}>
      <button type="button" className="button" onClick={retry}>
        {texts.actions.retry}
      </button>
      <button type="button" className="button" onClick={discard}>
        {texts.actions.discard}
      </button>
    </Failure>
  )
}
