import { type StillMessage as Message, stillMessage } from '@livetype/protocol'
import { texts } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import { useConversation } from '../conversation/use-conversation.ts'
import { useServices } from '../services.ts'
import { StillMessage } from '../still/still-message.tsx'
import { useObservable } from '../use-observable.ts'

/** A conversation as it goes to paper: all messages of the path, and of replies that are compared each one. */
export function PrintView({ conversationId }: { conversationId: string }) {
  const { store } = useServices()
  const view = useObservable(useConversation(conversationId))
  if (view.status !== 'ready') return null
  const ids = [...view.messageIds, ...view.compared.slice(1)]
  const messages = ids.flatMap((id): Message[] => {
    const message = store.message(conversationId, id).get()?.message
    return message ? [stillMessage(message)] : []
  })
  return (
    <div className="print-view">
      <h1 className="print-title" dir="auto">
        {view.conversation?.title || texts.sidebar.untitled}
      </h1>
      {messages.length < ids.length && <p className="field-note">{laterTexts.data.printedInPart}</p>}
      {messages.map((message) => (
        <StillMessage key={message.id} message={message} filesAt="/files/" />
      ))}
    </div>
  )
}
