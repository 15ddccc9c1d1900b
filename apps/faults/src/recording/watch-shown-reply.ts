import type { ChatStore } from '@livetype/client'
import { type AssistantMessage, textOf } from '@livetype/protocol'
import type { History } from './history.ts'

/**
 * Watches every state in which a store shows a reply, until its end: the text may only grow (STORE1), and a person
 * would see it. Sends again what the server could not take.
 * @returns the reply as it ended.
 * @throws {Violation}
 */
export function watchShownReply(
  store: ChatStore,
  ids: { readonly conversationId: string; readonly messageId: string; readonly replyId: string },
  history: History,
): Promise<AssistantMessage> {
  const { conversationId, messageId, replyId } = ids
  const question = store.message(conversationId, messageId)
  const reply = store.message(conversationId, replyId)
  return new Promise((resolve, reject) => {
    let before = ''
    const retryWhereFailed = () => {
      if (question.get()?.delivery === 'failed') store.retrySend(conversationId, messageId)
    }
    const look = () => {
      const message = reply.get()?.message
      if (message?.role !== 'assistant') return
      const text = textOf(message)
      if (!text.startsWith(before)) {
        finish(() => reject(history.violation(conversationId, `${before.length} units in sight became ${text.length}`)))
      } else if (message.reply.status !== 'running') {
        finish(() => resolve(message))
      }
      before = text
    }
    const finish = (settle: () => void) => {
      endQuestion()
      endReply()
      settle()
    }
    const endQuestion = question.subscribe(retryWhereFailed)
    const endReply = reply.subscribe(look)
    look()
  })
}
