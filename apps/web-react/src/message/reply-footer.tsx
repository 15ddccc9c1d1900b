import type { EndedReply } from '@livetype/protocol'
import { endingNote, formatAbsoluteTime, formatClockTime, replyMark, texts } from '@livetype/ui'
import { Icon } from '../controls/icon.tsx'
import { useReplyCommands } from '../conversation/use-reply-commands.ts'
import { AgainWith } from './again-with.tsx'
import { CopyAction } from './copy-action.tsx'
import { DetailsAction, useDetails } from './details.tsx'
import { Failure } from './failure.tsx'
import { RatingActions, RatingForm } from './rating.tsx'
import { useRating } from './use-rating.ts'
import { Versions } from './versions.tsx'

/** How a reply ended, which model wrote it, and what can be done with it. */
export function ReplyFooter(props: {
  readonly conversationId: string
  readonly messageId: string
  /** Only the last reply can be continued or taken back: what followed was said to it as it is. */
  readonly isLast: boolean
  /** It ended while the person was there. */
  readonly isNews: boolean
  readonly modelName: string
  readonly reply: EndedReply
  readonly canContinue: boolean
  /** What it was continued with last can be taken back. */
  readonly isContinued: boolean
  readonly readText: () => string
}) {
  const { reply, isLast } = props
  const commands = useReplyCommands(props.conversationId, props.messageId)
  const { regenerate, continueReply, undoContinue } = commands
  const rating = useRating(props.conversationId, props.messageId)
  const details = useDetails(props.conversationId, props.messageId)
  const note = endingNote(reply)
  const text = props.readText()
  // What failed before its first word is made again rather than gone on with.
  const isContinueOffered = isLast && props.canContinue && (reply.status !== 'failed' || text !== '')
  const isRepeatOffered = isLast && (note?.kind === 'failed' || note?.kind === 'interrupted')
  return (
    <>
      {note && (
        <Failure isNews={props.isNews} kind={note.kind} text={note.text}>
          {isContinueOffered && (
            <button type="button" className="button" onClick={continueReply}>
              {texts.actions.continue}
            </button>
          )}
          {isRepeatOffered && (
            <button type="button" className="button" onClick={regenerate}>
              {note.kind === 'failed' ? texts.actions.retry : texts.actions.regenerate}
            </button>
          )}
        </Failure>
      )}
      <div className="message-footer">
        <Versions conversationId={props.conversationId} messageId={props.messageId} />
        <EndedMark status={reply.status} />
        <span className="message-meta">
          <bdi>{props.modelName}</bdi>
          {' · '}
          <time dateTime={new Date(reply.endedAt).toISOString()} title={formatAbsoluteTime(reply.endedAt)}>
            {formatClockTime(reply.endedAt)}
          </time>
        </span>
        <div className="message-actions">
          {isContinueOffered && !note && (
            <button type="button" className="action" data-labelled onClick={continueReply}>
              <Icon name="step-forward" />
              <span>{texts.actions.continue}</span>
            </button>
          )}
          {text !== '' && <CopyAction read={props.readText} />}
          {text !== '' && <RatingActions rating={rating} />}
          {isLast && props.isContinued && (
            <button
              type="button"
              className="action"
              data-tooltip={texts.actions.undoContinue}
              aria-label={texts.actions.undoContinue}
              onClick={undoContinue}
            >
              <Icon name="undo-2" />
            </button>
          )}
          {!isRepeatOffered && (
            <button
              type="button"
              className="action"
              data-tooltip={texts.actions.regenerate}
              aria-label={texts.actions.regenerate}
              onClick={regenerate}
            >
              <Icon name="refresh-cw" />
            </button>
          )}
          <AgainWith onChoose={commands.regenerateWith} />
          <DetailsAction details={details} />
        </div>
        <RatingForm rating={rating} />
        {details.part}
      </div>
    </>
  )
}

function EndedMark({ status }: { status: EndedReply['status'] }) {
  const { icon, label } = replyMark(status)
  return (
    <span className="ended-mark" data-status={status}>
      <Icon name={icon} />
      <span className="ended-mark-label">{label}</span>
    </span>
  )
}
