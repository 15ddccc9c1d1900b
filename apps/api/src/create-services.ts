import { measureFsync, openChatDatabase } from '@livetype/db'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import { createConversationTurns } from './conversations/conversation-turns.ts'
import { createTemporaryChats } from './conversations/temporary-chats.ts'
import { databasePath } from './database-path.ts'
import { reportDurability } from './health/report-durability.ts'
import { createMessageCommands } from './messages/message-commands.ts'
import { createQueuedMessages } from './messages/queued-messages.ts'
import { createReplyStarter } from './messages/start-replies.ts'
import { createDemoProvider } from './providers/demo/demo-provider.ts'
import { createModelRegistry } from './providers/model-registry.ts'
import { createOpenAiProvider } from './providers/openai/openai-provider.ts'
import { createContinuations } from './runs/continuations.ts'
import { recoverRuns } from './runs/recover-runs.ts'
import { createRunManager } from './runs/run-manager.ts'
import type { Services } from './services.ts'
import { createStreamPlaces } from './stream/stream-places.ts'
import { nameConversation } from './titles/title-by-model.ts'
import { keepUp } from './upkeep/keep-up.ts'

/** Opens the database, brings it in order, and makes what the procedures work with. */
export async function createServices(
  config: Config,
  options: { logger: Logger; shutdownSignal: AbortSignal; now?: () => number; onSuperseded?: () => void },
): Promise<Services> {
  const { logger, shutdownSignal, now = Date.now, onSuperseded } = options
  const temporaryChats = createTemporaryChats(now)
  const database = openChatDatabase({
    path: databasePath(config),
    durability: config.durability,
    now,
    isTemporaryInUse: (id, updatedAt) => temporaryChats.isInUse(id, updatedAt),
    ...(onSuperseded && { onSuperseded }),
  })
  reportDurability(logger, { durability: config.durability, fsyncMs: await measureFsync(config.dataDir) })
  const { allEnded } = await recoverRuns({ database, logger, now, signal: shutdownSignal })
  // Before anyone is served: nobody has them open any more.
  await database
    .purgeTemporary(shutdownSignal)
    .catch((error: unknown) => logger.warn({ err: error }, 'temporary chats are removed by the next upkeep'))
  void keepUp({ database, logger, signal: shutdownSignal })
  const models = createModelRegistry([
    ...(config.openAi
      ? [
          createOpenAiProvider({
            id: 'openai',
            ...config.openAi,
            onDiscoveryFailed: (error) => logger.warn({ code: error.code }, error.message),
          }),
        ]
      : []),
    createDemoProvider({ tokensPerSecond: config.demoTokensPerSecond }),
  ])
  const turns = createConversationTurns()
  const runs = createRunManager({
    database,
    systemPrompt: config.systemPrompt,
    limits: config.runLimits,
    logger,
    now,
    afterRun: (run) => {
      nameConversation({ database, turns, logger, shutdownSignal }, run).catch((error: unknown) =>
        logger.error({ err: error, runId: run.runId }, 'naming a conversation failed'),
      )
      void queued.review(run.ownerId, run.conversationId)
    },
  })
  const replies = createReplyStarter({ database, models, runs })
  const messages = createMessageCommands({
    database,
    replies,
    turns,
    attachmentLimits: config.attachmentLimits,
    temporaryChats,
    now,
  })
  const queued = createQueuedMessages({
    database,
    models,
    replies,
    runs,
    turns,
    attachmentLimits: config.attachmentLimits,
    logger,
    now,
    shutdownSignal,
  })
  void allEnded.then(() => queued.reviewAll())
  const continuations = createContinuations({ database, models, runs, turns, now })
  const streamPlaces = createStreamPlaces(config.maxStreamsPerOwner)
  const { publicOrigins, attachmentLimits } = config
  return {
    database,
    models,
    runs,
    messages,
    queued,
    continuations,
    temporaryChats,
    turns,
    streamPlaces,
    attachmentLimits,
    settings: config,
    logger,
    now,
    publicOrigins,
    shutdownSignal,
  }
}
