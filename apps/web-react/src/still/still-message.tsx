import { type PartView, parseMarkdown } from '@livetype/client'
import { attachmentsOf, type StillMessage as Message, textOf } from '@livetype/protocol'
import { replyMark, texts } from '@livetype/ui'
import { type ReactNode, useMemo } from 'react'
import { Icon } from '../controls/icon.tsx'
import { Prose } from '../markdown/prose.tsx'
import { Reasoning } from '../message/reasoning.tsx'
import { StillAttachments } from './still-attachments.tsx'

/** A message as it stands, to be read and no more: on paper, or by someone it was shared with. */
export function StillMessage(props: {
  readonly message: Message
  /** Where its files are; ends in a slash. */
  readonly filesAt: string
  /** What stands beside how it ended. */
  readonly children?: ReactNode
}) {
  const { message } = props
  const mark = message.role === 'assistant' ? replyMark(message.status) : null
  const name = message.role === 'user' ? texts.transcript.you : message.modelName || texts.transcript.assistant
  return (
    <article
      className="message"
      data-message-id={message.id}
      data-role={message.role}
      data-status={message.role === 'user' ? 'sent' : message.status}
    >
      <h2 className="visually-hidden">{name}</h2>
      <div className="message-body">
        {message.role === 'user' ? (
          <>
            <StillAttachments attachments={attachmentsOf(message)} filesAt={props.filesAt} />
            {textOf(message) !== '' && (
              <div className="bubble" dir="auto">
                {textOf(message)}
              </div>
            )}
          </>
        ) : (
          <ReplyParts parts={message.parts} />
        )}
      </div>
      <div className="message-footer">
        {props.children}
        {mark && message.role === 'assistant' && (
          <>
            <span className="ended-mark" data-status={message.status}>
              <Icon name={mark.icon} />
              <span className="ended-mark-label">{mark.label}</span>
            </span>
            <span className="message-meta">{message.modelName}</span>
          </>
        )}
      </div>
    </article>
  )
}

type Reply = Extract<Message, { role: 'assistant' }>

function ReplyParts({ parts }: { parts: Reply['parts'] }) {
  const views = useMemo(() => parts.map(viewOf), [parts])
  return views.map((part) =>
    part.type === 'text' ? (
      <Prose key={part.key} blocks={part.blocks} isTyping={false} />
    ) : (
      <Reasoning key={part.key} part={part} />
    ),
  )
}

function viewOf(part: Reply['parts'][number], index: number): PartView {
  const key = String(index)
  if (part.type === 'text') return { key, type: 'text', blocks: parseMarkdown(part.text) }
  const { text, durationMs = null } = part
  return { key, type: 'reasoning', text, isOpen: false, startedAt: null, durationMs }
}
