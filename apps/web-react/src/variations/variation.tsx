import type { MessageView } from '@livetype/client'
import { isOpen, textOf } from '@livetype/protocol'
import { endingNote, failureText, focusComposer, replyMark, texts } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import { useCallback, useMemo } from 'react'
import { Icon } from '../controls/icon.tsx'
import { useReplyCommands } from '../conversation/use-reply-commands.ts'
import { Activity } from '../message/activity.tsx'
import { CopyAction } from '../message/copy-action.tsx'
import { Failure } from '../message/failure.tsx'
import type { MessageSource } from '../message/message.tsx'
import { RatingActions, RatingForm } from '../message/rating.tsx'
import { ReplyBody } from '../message/reply-body.tsx'
import { useHasBeen } from '../message/use-has-been.ts'
import { useRating } from '../message/use-rating.ts'
import { activityOf, hasText, useReplySource } from '../message/use-reply-source.ts'
import { useModels } from '../models/use-models.ts'
import { useServices } from '../services.ts'
import { useSelected } from '../use-observable.ts'
import { useRate } from './use-rate.ts'

interface VariationProps {
  readonly conversationId: string
  readonly messageId: string
  /** Its place in the row, from 1. The next message goes on from the first unless another is chosen. */
  readonly number: number
  readonly count: number
}

/** One of the answers side by side: a column with its model, its state, its own Stop, and the choice of it. */
export function Variation(props: VariationProps) {
  const { conversationId, messageId, number, count } = props
  const { store } = useServices()
  const source = useMemo(() => store.message(conversationId, messageId), [store, conversationId, messageId])
  const replySource = useReplySource(conversationId, messageId)
  const activity = useSelected(replySource, activityOf)
  const isBegun = useSelected(replySource, hasText)
  const delivery = useSelected(source, deliveryOf)
  const reply = useSelected(source, replyOf)
  const modelName = useModelName(source)
  const isRunning = activity !== 'ended'
  const isNews = useHasBeen(isRunning)
  if (!reply || delivery === undefined || delivery === 'failed') return null
  const words = laterTexts.variations
  return (
    <article
      className="message variation"
      data-message-id={messageId}
      data-role="assistant"
      data-status={isRunning && !isOpen(reply) ? 'running' : reply.status}
      data-delivery={delivery}
    >
      <header className="variation-header">
        <h2 className="variation-model" dir="auto">
          {modelName} <span className="visually-hidden">{words.number(number, count)}</span>
        </h2>
        <Rate source={source} isRunning={isOpen(reply)} />
        {isRunning && <StopVariation {...props} modelName={modelName} />}
      </header>
      <ReplyBody source={replySource} modelName={modelName} />
      {isRunning || isOpen(reply) ? (
        <div className="message-footer">
          {isBegun && <Activity activity={activity} modelName={modelName} hasCaret={false} />}
        </div>
      ) : (
        <EndedVariation {...props} source={source} reply={reply} modelName={modelName} isNews={isNews} />
      )}
      {number === 1 && <p className="variation-lead message-footer">{words.leads}</p>}
    </article>
  )
}

function Rate({ source, isRunning }: { source: MessageSource; isRunning: boolean }) {
  const rate = useRate(source, isRunning)
  if (!rate) return null
  return <span className="variation-rate">{laterTexts.variations.rate(rate.tokensPerSecond, rate.isEstimated)}</span>
}

function StopVariation({ conversationId, messageId, modelName }: VariationProps & { modelName: string }) {
  const { store, toaster } = useServices()
  const label = laterTexts.variations.stop(modelName)
  return (
    <button
      type="button"
      className="action"
      aria-label={label}
      data-tooltip={texts.composer.stop}
      onClick={() => {
        focusComposer()
        store.stopReply(conversationId, messageId).catch((error: unknown) => {
          toaster.create({ title: failureText(texts.errors.stopFailed, error), type: 'error' })
        })
      }}
    >
      <Icon name="square" />
    </button>
  )
}

function EndedVariation(
  props: VariationProps & {
    source: MessageSource
    reply: Parameters<typeof endingNote>[0]
    modelName: string
    isNews: boolean
  },
) {
  const { conversationId, messageId, number, source, reply, modelName } = props
  const { store, toaster } = useServices()
  const { continueReply } = useReplyCommands(conversationId, messageId)
  const rating = useRating(conversationId, messageId)
  const readText = useCallback(() => {
    const message = source.get()?.message
    return message ? textOf(message) : ''
  }, [source])
  const note = endingNote(reply)
  const hasText = readText() !== ''
  const { icon, label } = replyMark(reply.status)
  const use = () => {
    focusComposer()
    store.chooseBranch(conversationId, messageId).catch((error: unknown) => {
      toaster.create({ title: failureText(texts.errors.chooseBranchFailed, error), type: 'error' })
    })
  }
  return (
    <>
      {note && (
        <Failure isNews={props.isNews} kind={note.kind} text={note.text}>
          <button type="button" className="button" onClick={continueReply}>
            {hasText ? texts.actions.continue : texts.actions.retry}
          </button>
        </Failure>
      )}
      <div className="message-footer">
        <span className="ended-mark" data-status={reply.status}>
          <Icon name={icon} />
          <span className="ended-mark-label">{label}</span>
        </span>
        {hasText && (
          <div className="message-actions">
            <CopyAction read={readText} />
            <RatingActions rating={rating} />
          </div>
        )}
        <button
          type="button"
          className="button"
          aria-label={laterTexts.variations.useOf(modelName, number)}
          onClick={use}
        >
          {laterTexts.variations.use}
        </button>
        <RatingForm rating={rating} />
      </div>
    </>
  )
}

/** The model's name as the server knows it; until that has answered, as the list of models does. */
function useModelName(source: MessageSource): string {
  const { models } = useModels()
  const name = useSelected(source, modelNameOf)
  const modelId = useSelected(source, modelIdOf)
  return name || (models.find(({ id }) => id === modelId)?.name ?? texts.transcript.assistant)
}

function deliveryOf(view: MessageView | undefined) {
  return view?.delivery
}

function replyOf(view: MessageView | undefined) {
  return view?.message.role === 'assistant' ? view.message.reply : undefined
}

function modelNameOf(view: MessageView | undefined): string {
  return view?.message.role === 'assistant' ? view.message.modelName : ''
}

function modelIdOf(view: MessageView | undefined): string {
  return view?.message.role === 'assistant' ? view.message.modelId : ''
}
