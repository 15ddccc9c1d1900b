import type { ShownConversation } from '../recording/shown-conversation.ts'

/** What a client is to ask. */
export interface Question {
  readonly text: string
  readonly modelId: string
}

/** A reply as a client saw it end. */
export interface SeenReply {
  readonly conversationId: string
  readonly messageId: string
  readonly replyId: string
  readonly runId: string
  readonly text: string
  readonly status: string
}

/** A client that asks, whatever happens meanwhile, and has everything checked that it is shown. */
export interface RecordingClient extends AsyncDisposable {
  /** For reports. */
  readonly kind: string
  /** The conversations it was shown last. */
  readonly shown: readonly ShownConversation[]
  /**
   * Asks in a new conversation, again and again with the same ids until the server has taken it, and follows the reply
   * to its end, through cuts and restarts.
   * @throws {Violation} where it was shown what must not be.
   */
  ask(question: Question): Promise<SeenReply>
  /**
   * Goes on with a reply of the last question that was interrupted: asks until the server has taken that, and follows
   * the run that goes on to its end, through cuts and restarts.
   * @throws {Violation} where it was shown what must not be, as a text that does not begin with the one it had.
   */
  goOn(reply: SeenReply, modelId: string): Promise<SeenReply>
}

/** A client keeps what it was shown of so many conversations. */
export const keptConversations = 4
