import type { ChatDatabase } from '@livetype/db'
import type { AttachmentLimits } from '@livetype/protocol'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import type { ConversationTurns } from './conversations/conversation-turns.ts'
import type { TemporaryChats } from './conversations/temporary-chats.ts'
import type { MessageCommands } from './messages/message-commands.ts'
import type { QueuedMessages } from './messages/queued-messages.ts'
import type { ModelRegistry } from './providers/model-registry.ts'
import type { Continuations } from './runs/continuations.ts'
import type { RunManager } from './runs/run-manager.ts'
import type { StreamPlaces } from './stream/stream-places.ts'

/** What the procedures work with; made once by the composition root. */
export interface Services {
  readonly database: ChatDatabase
  readonly models: ModelRegistry
  readonly runs: RunManager
  readonly messages: MessageCommands
  readonly queued: QueuedMessages
  readonly streamPlaces: StreamPlaces
  /** What can be attached to a message. @see SPEC.md FILE1 */
  readonly attachmentLimits: AttachmentLimits
  readonly settings: Pick<
    Config,
    'maxStreamsPerOwner' | 'stalledReaderMs' | 'transport' | 'modelPrices' | 'priceCurrency'
  >
  readonly continuations: Continuations
  readonly temporaryChats: TemporaryChats
  readonly turns: ConversationTurns
  readonly logger: Logger
  readonly now: () => number
  /** Under which a proxy offers this server, for the door (DOOR2). */
  readonly publicOrigins: readonly string[]
  /** Aborts when the server goes down: followers end so that their clients reconnect. */
  readonly shutdownSignal: AbortSignal
}
