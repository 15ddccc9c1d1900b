import type { MessageView, ReplyView } from '@livetype/client'
import { canContinue, isOpen, type AssistantMessage as Reply, textOf } from '@livetype/protocol'
import { texts } from '@livetype/ui'
import { useCallback } from 'react'
import { useSelected } from '../use-observable.ts'
import { Activity } from './activity.tsx'
import type { MessageProps, MessageSource } from './message.tsx'
import { ReplyBody } from './reply-body.tsx'
import { ReplyFooter } from './reply-footer.tsx'
import { useHasBeen } from './use-has-been.ts'
import { activityOf, hasText, useReplySource } from './use-reply-source.ts'
import { Versions } from './versions.tsx'

/** A reply: an indicator that turns into the text, then how it ended and what can be done with it. */
export function AssistantMessage(props: MessageProps & { source: MessageSource }) {
  const { conversationId, messageId, source } = props
  const replySource = useReplySource(conversationId, messageId)
  const activity = useSelected(replySource, activityOf)
  const isActivityShown = useSelected(replySource, showsActivity)
  const delivery = useSelected(source, deliveryOf)
  const modelName = useSelected(source, modelNameOf)
  const reply = useSelected(source, replyOf)
  const canBeContinued = useSelected(source, canContinueOf)
  const isContinued = useSelected(source, isContinuedOf)
  const readText = useCallback(() => {
    const view = source.get()
    return view ? textOf(view.message) : ''
  }, [source])
  const isRunning = activity !== 'ended'
  const isNews = useHasBeen(isRunning)
  // A reply to a message that was not taken: the message itself says so.
  if (!reply || delivery === undefined || delivery === 'failed') return null

  return (
    <article
      className="message"
      data-message-id={messageId}
      data-role="assistant"
      data-status={isRunning && !isOpen(reply) ? 'running' : reply.status}
      data-delivery={delivery}
    >
      <h2 className="visually-hidden">{modelName || texts.transcript.assistant}</h2>
      <ReplyBody source={replySource} modelName={modelName} />
      {isRunning || isOpen(reply) ? (
        <div className="message-footer">
          <Versions conversationId={conversationId} messageId={messageId} />
          {isActivityShown && <Activity activity={activity} modelName={modelName} hasCaret={false} />}
        </div>
      ) : (
        <ReplyFooter
          conversationId={conversationId}
          messageId={messageId}
          isLast={props.isLast}
          isNews={isNews}
          modelName={modelName}
          reply={reply}
          canContinue={canBeContinued}
          isContinued={isContinued}
          readText={readText}
        />
      )}
    </article>
  )
}

/** Reasoning that is open says itself that the model is thinking. */
function showsActivity(view: ReplyView): boolean {
  return hasText(view) && !(view.activity === 'thinking' && view.parts.at(-1)?.type === 'reasoning')
}

function deliveryOf(view: MessageView | undefined): MessageView['delivery'] | undefined {
  return view?.delivery
}

function modelNameOf(view: MessageView | undefined): string {
  return view?.message.role === 'assistant' ? view.message.modelName : ''
}

function replyOf(view: MessageView | undefined): Reply['reply'] | undefined {
  return view?.message.role === 'assistant' ? view.message.reply : undefined
}

function canContinueOf(view: MessageView | undefined): boolean {
  return view?.message.role === 'assistant' && canContinue(view.message)
}

function isContinuedOf(view: MessageView | undefined): boolean {
  return view?.message.role === 'assistant' && view.message.earlierRuns !== undefined
}
