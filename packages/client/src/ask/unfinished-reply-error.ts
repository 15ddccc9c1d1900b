import { type AssistantMessage, ChatError, type Failure, isOpen, type RunStatus, textOf } from '@livetype/protocol'

/** How a reply that is not whole ended. */
export type UnfinishedStatus = Exclude<RunStatus, 'completed'>

const failures: Record<UnfinishedStatus, Failure> = {
  stopped: { code: 'run-stopped', message: 'The reply was stopped before its end.', isRetryable: false },
  failed: { code: 'internal', message: 'The reply failed.', isRetryable: true },
  interrupted: { code: 'run-interrupted', message: 'The server ended while it wrote the reply.', isRetryable: true },
}

/** A reply that ended before it was whole. Of a failed one it has the failure's code and sentence. */
export class UnfinishedReplyError extends ChatError {
  readonly status: UnfinishedStatus
  /** What was written until then; empty where nothing was. */
  readonly text: string
  readonly conversationId: string

  constructor(
    status: UnfinishedStatus,
    { conversationId, reply }: { conversationId: string; reply: AssistantMessage | undefined },
  ) {
    const failure = reply && !isOpen(reply.reply) ? reply.reply.failure : undefined
    const { code, message, isRetryable } = failure ?? failures[status]
    super(code, message, { isRetryable })
    this.status = status
    this.text = reply ? textOf(reply) : ''
    this.conversationId = conversationId
  }
}
