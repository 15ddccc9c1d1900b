import type { ConversationView } from '@livetype/client'
import { addedText, isOpen, type Message } from '@livetype/protocol'
import { type AnnouncedReply, nextAnnouncement, noAnnouncement } from '@livetype/ui'
import { useEffect, useState } from 'react'
import { useServices } from '../services.ts'
import { useSelected } from '../use-observable.ts'
import { useConversation } from './use-conversation.ts'

/** The one region that speaks: that a reply is being generated, then the reply. Tokens do not render it. */
export function Announcer({ conversationId }: { conversationId: string | null }) {
  const { store } = useServices()
  const lastId = useSelected(useConversation(conversationId), lastMessageId)
  const [announcement, setAnnouncement] = useState(noAnnouncement)

  useEffect(() => {
    if (conversationId === null || lastId === undefined) {
      setAnnouncement(noAnnouncement)
      return
    }
    const source = store.message(conversationId, lastId)
    const listen = () => {
      const message = source.get()?.message
      const reply = message?.role === 'assistant' ? announced(conversationId, message) : undefined
      setAnnouncement((current) => nextAnnouncement(current, reply, store.settings.get().announcement))
    }
    listen()
    return source.subscribe(listen)
  }, [store, conversationId, lastId])

  return (
    <div id="announcer" className="visually-hidden" role="status">
      {announcement.text}
    </div>
  )
}

function lastMessageId(view: ConversationView): string | undefined {
  // Of several side by side, they say themselves which has ended.
  return view.status === 'ready' && view.compared.length === 0 ? view.messageIds.at(-1) : undefined
}

function announced(conversationId: string, message: Extract<Message, { role: 'assistant' }>): AnnouncedReply {
  const { status } = message.reply
  // Nobody hears a text that is still growing: joining it for every token would be for nothing.
  const text = isOpen(message.reply) ? '' : addedText(message)
  return { id: message.id, conversationId, status, text, runCount: 1 + (message.earlierRuns?.length ?? 0) }
}
