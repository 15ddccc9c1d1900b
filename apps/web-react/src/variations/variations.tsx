import { createFinishAnnouncer, laterTexts } from '@livetype/ui/later'
import { useEffect, useState } from 'react'
import { useServices } from '../services.ts'
import { Variation } from './variation.tsx'

/** The answers of several models to one message, side by side, until one is chosen. @see SPEC.md RUN11 */
export function Variations({ conversationId, messageIds }: { conversationId: string; messageIds: readonly string[] }) {
  const said = useFinished(conversationId, messageIds)
  const count = messageIds.length
  return (
    <section
      className="variations"
      aria-label={laterTexts.variations.label(count)}
      style={{ '--variation-count': count } as React.CSSProperties}
    >
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <div className="variations-row">
        {messageIds.map((messageId, index) => (
          <Variation
            key={messageId}
            conversationId={conversationId}
            messageId={messageId}
            number={index + 1}
            count={count}
          />
        ))}
      </div>
    </section>
  )
}

/** Which model has ended last, in words. Tokens do not render it. */
function useFinished(conversationId: string, messageIds: readonly string[]): string {
  const { store } = useServices()
  const [said, setSaid] = useState('')
  useEffect(() => {
    const see = createFinishAnnouncer(setSaid)
    const ends = messageIds.map((id) => {
      const source = store.message(conversationId, id)
      const look = () => {
        const message = source.get()?.message
        if (message?.role === 'assistant') see({ id, modelName: message.modelName, status: message.reply.status })
      }
      look()
      return source.subscribe(look)
    })
    return () => {
      for (const end of ends) end()
    }
  }, [store, conversationId, messageIds])
  return said
}
