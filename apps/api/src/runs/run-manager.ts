import { type ChatDatabase, conversationLog, type NewEntry, workspaceLog } from '@livetype/db'
import { type AssistantMessage, ChatError, makeId, textOf } from '@livetype/protocol'
import type { Logger } from 'pino'
import { fitContext } from '../providers/context-window.ts'
import type { Provider, ProviderModel, Turn } from '../providers/provider.ts'
import { generateReply } from './generate-reply.ts'
import { createReplyWriter } from './reply-writer.ts'
import type { EndRequest, RunOutcome } from './run-outcome.ts'

/** A run to be started. */
export interface NewRun {
  readonly ownerId: string
  readonly conversationId: string
  /** The user message it answers. */
  readonly parentId: string
  /** The id of the assistant message it writes. */
  readonly replyId: string
  readonly provider: Provider
  readonly model: ProviderModel
  /** What must be stored together with the start, before it: the message, a new conversation. */
  readonly before: readonly NewEntry[]
}

/** A run that has ended, for what comes after. */
export interface EndedRun extends NewRun {
  readonly runId: string
  readonly outcome: RunOutcome
}

interface ActiveRun extends NewRun {
  readonly runId: string
  readonly startedAt: number
  readonly controller: AbortController
  endRequest: EndRequest | undefined
  /** From when its end is being stored: it no longer counts as running. */
  isEnding: boolean
  /** Resolves when `run-ended` is stored (or never can be: at shutdown). */
  ended: Promise<void>
}

/** Keeps the runs of this process. A run depends on no connection (RUN2). */
export interface RunManager {
  /** Stores the start and lets the model write. @throws {ChatError} where the start can't be stored: nothing runs then. */
  start(run: NewRun): Promise<AssistantMessage>
  /** Stops a run and waits for its end. One that is not running is left as it is (RUN4). */
  stop(runId: string): Promise<void>
  stopConversation(conversationId: string): Promise<void>
  runningCount(conversationId: string): number
  /** Ends all runs as interrupted and takes no new ones; what can't be stored, the next start ends. */
  shutdown(): Promise<void>
}

/** Tokens kept free for the reply, at most half of the model's window. */
const reservedReplyTokens = 4_096

/** How long whoever stops a run waits for its end to be stored. */
const endPatienceMs = 5_000

/** How long the end of a run waits to be stored again after the store refused it. */
const endRetryDelayMs = 1_000

/** @see RunManager */
export function createRunManager(options: {
  database: ChatDatabase
  systemPrompt: string
  logger: Logger
  now: () => number
  /** Called after a run's end is stored; must not throw. */
  afterRun?: (run: EndedRun) => void
}): RunManager {
  const { database, systemPrompt, logger, now } = options
  const { log } = database
  const activeRuns = new Map<string, ActiveRun>()
  let isShuttingDown = false

  const runningCount = (conversationId: string) => {
    let count = 0
    for (const run of activeRuns.values()) if (run.conversationId === conversationId && !run.isEnding) count += 1
    return count
  }

  const conversationUpdated = (run: ActiveRun, updatedAt: number): NewEntry => ({
    log: workspaceLog(run.ownerId),
    event: {
      type: 'conversation-updated',
      conversationId: run.conversationId,
      updatedAt,
      runningCount: runningCount(run.conversationId),
    },
  })

  const turnsOf = async (run: ActiveRun): Promise<readonly Turn[]> => {
    const path = await database.messages.ancestors(run.ownerId, run.parentId)
    const turns: Turn[] = path
      .map((message): Turn => ({ role: message.role, text: textOf(message) }))
      .filter((turn) => turn.text !== '')
    if (systemPrompt !== '') turns.unshift({ role: 'system', text: systemPrompt })
    const { contextTokens } = run.model
    return fitContext(turns, { contextTokens, reserveTokens: Math.min(reservedReplyTokens, contextTokens >> 1) })
  }

  const execute = async (run: ActiveRun) => {
    const { runId, conversationId, replyId, controller } = run
    const writer = createReplyWriter({
      log,
      name: conversationLog(conversationId),
      messageId: replyId,
      onFailure: (failure) => {
        logger.error({ err: failure.cause ?? failure, runId }, 'the reply could not be stored')
        controller.abort()
      },
    })
    const outcome = await generateReply({
      provider: run.provider,
      modelId: run.model.id,
      turns: () => turnsOf(run),
      signal: controller.signal,
      writer,
      endRequest: () => run.endRequest,
      onError: (error) => logger.warn({ err: error, runId, modelId: run.model.id }, 'the model failed'),
    })
    await storeEnd(run, outcome)
    activeRuns.delete(runId)
    logger.info(
      {
        runId,
        modelId: run.model.id,
        status: outcome.status,
        code: outcome.failure?.code,
        durationMs: now() - run.startedAt,
      },
      'run ended',
    )
    options.afterRun?.({ ...run, outcome })
  }

  /** A run must not stay open because the disk was full for a while: the end is tried until it is stored (RUN3). */
  const storeEnd = async (run: ActiveRun, outcome: RunOutcome) => {
    run.isEnding = true
    for (;;) {
      const endedAt = now()
      try {
        await log.append([
          {
            log: conversationLog(run.conversationId),
            event: { type: 'run-ended', runId: run.runId, messageId: run.replyId, endedAt, ...outcome },
          },
          conversationUpdated(run, endedAt),
        ])
        return
      } catch (error) {
        logger.error({ err: error, runId: run.runId }, 'the end of a run could not be stored')
        // What is left open is ended by the recovery at the next start.
        if (isShuttingDown) return
        await new Promise((resolve) => setTimeout(resolve, endRetryDelayMs).unref())
      }
    }
  }

  const end = async (run: ActiveRun | undefined, request: EndRequest) => {
    if (!run) return
    run.endRequest ??= request
    run.controller.abort()
    const patience = Promise.withResolvers<never>()
    const timer = setTimeout(() => patience.reject(stillEnding()), endPatienceMs)
    try {
      await Promise.race([run.ended, patience.promise])
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    async start(newRun) {
      if (isShuttingDown)
        throw new ChatError('server-shutting-down', 'The server is restarting. Try again in a moment.', {
          isRetryable: true,
        })
      const startedAt = now()
      const run: ActiveRun = {
        ...newRun,
        runId: makeId(),
        startedAt,
        controller: new AbortController(),
        endRequest: undefined,
        isEnding: false,
        ended: Promise.resolve(),
      }
      const { runId, conversationId, replyId, parentId, model } = run
      const identity = { runId, parentId, modelId: model.id, modelName: model.name, startedAt }
      activeRuns.set(runId, run)
      const started = log.append([
        ...run.before,
        { log: conversationLog(conversationId), event: { type: 'run-started', messageId: replyId, ...identity } },
        conversationUpdated(run, startedAt),
      ])
      run.ended = started.then(
        () => execute(run),
        // The caller of `start` is told.
        () => {},
      )
      run.ended = run.ended.catch((error: unknown) => {
        activeRuns.delete(runId)
        logger.error({ err: error, runId }, 'a run broke off')
      })
      try {
        await started
      } catch (error) {
        activeRuns.delete(runId)
        throw error
      }
      const { startedAt: _, ...shown } = identity
      return {
        ...shown,
        id: replyId,
        role: 'assistant',
        parts: [],
        createdAt: startedAt,
        reply: { status: 'running', startedAt },
      }
    },
    stop: (runId) => end(activeRuns.get(runId), 'stop'),
    async stopConversation(conversationId) {
      const runs = [...activeRuns.values()].filter((run) => run.conversationId === conversationId)
      await Promise.all(runs.map((run) => end(run, 'stop')))
    },
    runningCount,
    async shutdown() {
      isShuttingDown = true
      await Promise.allSettled([...activeRuns.values()].map((run) => end(run, 'shutdown')))
    },
  }
}

function stillEnding(): ChatError {
  return new ChatError('storage-failed', 'The reply was stopped, but its end could not be stored yet.', {
    isRetryable: true,
  })
}
