import { type ConversationSummary, type Feedback, isOpen, textOf } from '@livetype/protocol'
import {
  type Action,
  copyConversation,
  copyText,
  editLastQueued,
  failureText,
  focusSettled,
  nextRating,
  saveExport,
  texts,
} from '@livetype/ui'
import { useMemo } from 'react'
import { useActions } from '../overlays/use-actions.ts'
import { printView } from '../print/print-layer.tsx'
import { useServices } from '../services.ts'
import { useReplyCommands } from './use-reply-commands.ts'

/** What can be done in the open conversation, with its last reply. */
export function useConversationActions(options: {
  readonly conversationId: string | null
  /** As the server knows it. */
  readonly conversation: ConversationSummary | null
  readonly lastMessageId: string | undefined
  readonly isStreaming: boolean
  readonly stop: () => void
  readonly nextQueuedId: string | undefined
}): void {
  const { conversationId, conversation, lastMessageId, isStreaming, stop, nextQueuedId } = options
  const { store, toaster, tagging, overlay } = useServices()
  const { regenerate } = useReplyCommands(conversationId ?? '', lastMessageId ?? '')
  useActions(
    useMemo((): Action[] => {
      const lastReply = () => {
        if (conversationId === null || lastMessageId === undefined) return undefined
        const message = store.message(conversationId, lastMessageId).get()?.message
        return message?.role === 'assistant' && !isOpen(message.reply) ? message : undefined
      }
      const copy = async (copying: Promise<boolean>) => {
        if (await copying) toaster.create({ title: texts.actions.copied, type: 'info' })
        else toaster.create({ title: texts.actions.copyFailed, type: 'error' })
      }
      const rate = (pressed: Feedback['rating']) => {
        const reply = lastReply()
        if (conversationId === null || !reply) return
        store.rate(conversationId, reply.id, nextRating(reply.feedback, pressed)).catch((error: unknown) => {
          toaster.create({ title: failureText(texts.errors.ratingFailed, error), type: 'error' })
        })
      }
      /** A temporary one is in no export. */
      const hasMessages = () => lastMessageId !== undefined && conversation !== null && !conversation.isTemporary
      const print = async () => {
        try {
          // Of a long conversation only a part is there.
          await Promise.all([printView.load(), store.readPath(conversationId ?? '')])
          window.print()
        } catch (error) {
          toaster.create({ title: failureText(texts.errors.conversationFailed, error), type: 'error' })
        }
      }
      return [
        { id: 'stop', isAvailable: () => isStreaming, run: stop },
        {
          id: 'sendQueued',
          isAvailable: () => nextQueuedId !== undefined,
          run: () =>
            void store.sendQueuedNow(conversationId ?? '', nextQueuedId ?? '').catch((error: unknown) => {
              toaster.create({ title: failureText(texts.errors.sendQueuedFailed, error), type: 'error' })
            }),
        },
        {
          id: 'editQueued',
          isAvailable: () => nextQueuedId !== undefined,
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
          run: () => void copy(copyConversation(conversationId ?? '')),
        },
        {
          id: 'exportMarkdown',
          isAvailable: hasMessages,
          run: () => saveExport({ format: 'markdown', conversationId: conversationId ?? '' }),
        },
        {
          id: 'exportJson',
          isAvailable: hasMessages,
          run: () => saveExport({ format: 'json', conversationId: conversationId ?? '' }),
        },
        {
          id: 'tagConversation',
          isAvailable: () => conversation !== null && !conversation.isTemporary,
          run: () => tagging.open(conversation ? [conversation] : []),
        },
        { id: 'rateGood', isAvailable: () => lastReply() !== undefined, run: () => rate('up') },
        { id: 'rateBad', isAvailable: () => lastReply() !== undefined, run: () => rate('down') },
        { id: 'share', isAvailable: hasMessages, run: () => overlay.show('share', conversationId ?? '') },
        { id: 'print', isAvailable: hasMessages, run: () => void print() },
      ]
    }, [
      store,
      toaster,
      tagging,
      overlay,
      conversationId,
      conversation,
      lastMessageId,
      isStreaming,
      stop,
      nextQueuedId,
      regenerate,
    ]),
  )
}
