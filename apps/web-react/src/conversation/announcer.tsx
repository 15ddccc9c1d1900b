import type { ConversationView } from '@livetype/client'
import { announcedReply, nextAnnouncement, noAnnouncement } from '@livetype/ui'
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
      const { announcement: length } = store.settings.get()
      const reply = message?.role === 'assistant' ? announcedReply(conversationId, message, length) : undefined
      setAnnouncement((current) => nextAnnouncement(current, reply, length))
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
