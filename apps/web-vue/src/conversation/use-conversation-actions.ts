import { type ConversationSummary, type Feedback, isOpen, textOf } from '@livetype/protocol'
import {
  copyConversation,
  copyText,
  editLastQueued,
  failureText,
  focusSettled,
  nextRating,
  saveExport,
  texts,
} from '@livetype/ui'
import { useActions } from '../overlays/use-actions.ts'
import { printPart } from '../print/print-part.ts'
import { useServices } from '../services/services.ts'
import { useReplyCommands } from './use-reply-commands.ts'

/** What can be done in the open conversation, with its last reply. */
export function useConversationActions(page: {
  readonly conversationId: () => string | null
  /** As the server knows it. */
  readonly conversation: () => ConversationSummary | null
  readonly lastMessageId: () => string | undefined
  readonly isStreaming: () => boolean
  readonly stop: () => void
  readonly nextQueuedId: () => string | undefined
}): void {
  const { store, toaster, tagging, overlay } = useServices()
  const { regenerate } = useReplyCommands({
    get conversationId() {
      return page.conversationId() ?? ''
    },
    get messageId() {
      return page.lastMessageId() ?? ''
    },
  })
  const lastReply = () => {
    const conversationId = page.conversationId()
    const messageId = page.lastMessageId()
    if (conversationId === null || messageId === undefined) return undefined
    const message = store.message(conversationId, messageId).get()?.message
    return message?.role === 'assistant' && !isOpen(message.reply) ? message : undefined
  }
  /** As the server knows it, where it is one that is kept. A temporary one is in no export, and has no tags. */
  const kept = () => {
    const conversation = page.conversation()
    return conversation?.isTemporary ? null : conversation
  }
  const hasMessages = () => kept() !== null && page.lastMessageId() !== undefined
  const save = (format: 'json' | 'markdown') => saveExport({ format, conversationId: page.conversationId() ?? '' })
  const copy = async (copying: Promise<boolean>) => {
    if (await copying) toaster.create({ title: texts.actions.copied, type: 'info' })
    else toaster.error({ title: texts.actions.copyFailed })
  }
  const rate = (pressed: Feedback['rating']) => {
    const conversationId = page.conversationId()
    const reply = lastReply()
    if (conversationId === null || !reply) return
    store.rate(conversationId, reply.id, nextRating(reply.feedback, pressed)).catch((error: unknown) => {
      toaster.error({ title: failureText(texts.errors.ratingFailed, error) })
    })
  }
  const print = async () => {
    try {
      // Of a long conversation only a part is there.
      await Promise.all([printPart.load(), store.readPath(page.conversationId() ?? '')])
      window.print()
    } catch (error) {
      toaster.error({ title: failureText(texts.errors.conversationFailed, error) })
    }
  }
  useActions([
    { id: 'stop', isAvailable: page.isStreaming, run: page.stop },
    {
      id: 'sendQueued',
      isAvailable: () => page.nextQueuedId() !== undefined,
      run: () =>
        void store.sendQueuedNow(page.conversationId() ?? '', page.nextQueuedId() ?? '').catch((error: unknown) => {
          toaster.error({ title: failureText(texts.errors.sendQueuedFailed, error) })
        }),
    },
    {
      id: 'editQueued',
      isAvailable: () => page.nextQueuedId() !== undefined,
      run: () => focusSettled(() => void editLastQueued()),
    },
    { id: 'regenerate', isAvailable: () => lastReply() !== undefined, run: regenerate },
    {
      id: 'copyReply',
      isAvailable: () => lastReply() !== undefined,
      run: () => void copy(copyText(textOf(lastReply() ?? { parts: [] }))),
    },
    {
      id: 'copyConversation',
      isAvailable: hasMessages,
      run: () => void copy(copyConversation(page.conversationId() ?? '')),
    },
    { id: 'exportMarkdown', isAvailable: hasMessages, run: () => save('markdown') },
    { id: 'exportJson', isAvailable: hasMessages, run: () => save('json') },
    {
      id: 'tagConversation',
      isAvailable: () => kept() !== null,
      run() {
        const conversation = page.conversation()
        tagging.open(conversation ? [conversation] : [])
      },
    },
    { id: 'rateGood', isAvailable: () => lastReply() !== undefined, run: () => rate('up') },
    { id: 'rateBad', isAvailable: () => lastReply() !== undefined, run: () => rate('down') },
    { id: 'share', isAvailable: hasMessages, run: () => overlay.show('share', page.conversationId() ?? '') },
    { id: 'print', isAvailable: hasMessages, run: () => void print() },
  ])
}
