import type { AssistantMessage } from '@livetype/protocol'
import { formatAbsoluteTime, replyMark, texts } from '@livetype/ui'
import { Icon } from '../controls/icon.tsx'
import { useRegenerate } from '../conversation/use-regenerate.ts'
import { CopyAction } from './copy-action.tsx'
import { Failure } from './failure.tsx'

type EndedReply = Extract<AssistantMessage['reply'], { endedAt: number }>

/** How a reply ended, which model wrote it, and what can be done with it. */
export function ReplyFooter(props: {
  readonly conversationId: string
  readonly messageId: string
  /** Only the last reply can be asked for again: another one would hide all that followed. */
  readonly isLast: boolean
  /** It ended while the person was there. */
  readonly isNews: boolean
  readonly modelName: string
  readonly reply: EndedReply
  readonly readText: () => string
}) {
  const { reply } = props
  const regenerate = useRegenerate(props.conversationId, props.messageId)
  const text = props.readText()
  return (
    <>
      {reply.status === 'failed' && (
        <Failure isNews={props.isNews} text={reply.failure?.message ?? texts.marks.failedFallback}>
          {props.isLast && (
            <button type="button" className="button" onClick={regenerate}>
              {texts.actions.retry}
            </button>
          )}
        </Failure>
      )}
      {reply.status === 'interrupted' && (
        <Failure kind="interrupted" text={texts.marks.interruptedHint}>
          {props.isLast && (
            <button type="button" className="button" onClick={regenerate}>
              {texts.actions.regenerate}
            </button>
          )}
        </Failure>
      )}
      <div className="message-footer">
        <EndedMark status={reply.status} />
        <span className="message-meta">
          {props.modelName}
          {' · '}
          <time dateTime={new Date(reply.endedAt).toISOString()} title={formatAbsoluteTime(reply.endedAt)}>
            {clockTime.format(reply.endedAt)}
          </time>
        </span>
        <div className="message-actions">
          {text !== '' && <CopyAction read={props.readText} />}
          {props.isLast && reply.status !== 'failed' && reply.status !== 'interrupted' && (
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
        </div>
      </div>
    </>
  )
}

const clockTime = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' })

function EndedMark({ status }: { status: EndedReply['status'] }) {
  const { icon, label } = replyMark(status)
  return (
    <span className="ended-mark" data-status={status}>
      <Icon name={icon} />
      <span className="ended-mark-label">{label}</span>
    </span>
  )
}
