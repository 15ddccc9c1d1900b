import type { ChatStore } from '@livetype/client'
import { type AssistantMessage, isOpen, textOf } from '@livetype/protocol'
import type { History } from './history.ts'

/**
 * Watches every state in which a store shows a reply, until its end: the text may only grow (STORE1).
 * @param ids the reply, and the text that it has already, if any.
 * @returns the reply as it ended.
 * @throws {Violation}
 */
export function watchShownReply(
  store: ChatStore,
  ids: { readonly conversationId: string; readonly replyId: string; readonly text?: string },
  history: History,
): Promise<AssistantMessage> {
  const { conversationId, replyId } = ids
  const reply = store.message(conversationId, replyId)
  return new Promise((resolve, reject) => {
    let before = ids.text ?? ''
    const look = () => {
      const message = reply.get()?.message
      if (message?.role !== 'assistant') return
      const text = textOf(message)
      if (!text.startsWith(before)) {
        finish(() => reject(history.violation(conversationId, `${before.length} units in sight became ${text.length}`)))
      } else if (!isOpen(message.reply)) {
        finish(() => resolve(message))
      }
      before = text
    }
    const finish = (settle: () => void) => {
      end()
      settle()
    }
    const end = reply.subscribe(look)
    look()
  })
}
