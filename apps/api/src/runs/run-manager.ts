import { type ChatDatabase, conversationLog, type NewEntry, workspaceLog } from '@livetype/db'
import { type AssistantMessage, beginRun, ChatError, makeId } from '@livetype/protocol'
import type { Logger } from 'pino'
import { type Clock, systemClock } from '../providers/clock.ts'
import { generateReply } from './generate-reply.ts'
import { createReplyWriter } from './reply-writer.ts'
import type { EndedRun, NewRun } from './run.ts'
import { inputOf, writtenTextOf } from './run-input.ts'
import { type EndRequest, outcomeOf, type RunOutcome } from './run-outcome.ts'
import { createRunQueue, type RunLimits } from './run-queue.ts'

interface ActiveRun extends NewRun {
  readonly runId: string
  readonly controller: AbortController
  /** Resolves when its turn has come, or when it is asked to end before. Undefined: it never had to wait. */
  readonly turn: PromiseWithResolvers<void> | undefined
  endRequest: EndRequest | undefined
  /** From when its end is being stored: it no longer counts as being made. */
  isEnding: boolean
  /** Resolves when `run-ended` is stored (or never can be: at shutdown). */
  ended: Promise<void>
}

/** Keeps the runs of this process. A run depends on no connection (RUN2). */
export interface RunManager {
  /**
   * Stores that a run begins and lets the model write, at once or when its turn comes (RUN7). Returns the reply as it
   * begins.
   * @throws {ChatError} where that can't be stored, and `too-many-runs` where too many wait: nothing runs then.
   */
  start(run: NewRun): Promise<AssistantMessage>
  /** As `start`, for the runs of one message that begin together, in one transaction: all of them or none (RUN11). */
  startAll(runs: readonly NewRun[]): Promise<AssistantMessage[]>
  /** Stops a run, in the queue too, and waits for its end. One that has ended is left as it is (RUN4). */
  stop(runId: string): Promise<void>
  stopConversation(conversationId: string): Promise<void>
  /** How many replies of a conversation are being made, those in the queue too. */
  runningCount(conversationId: string): number
  /** Ends all runs as interrupted and takes no new ones; what can't be stored, the next start ends. */
  shutdown(): Promise<void>
}

/** How long whoever stops a run waits for its end to be stored. */
const endPatienceMs = 5_000

/** How long the end of a run waits to be stored again after the store refused it. */
const endRetryDelayMs = 1_000

/** @see RunManager */
export function createRunManager(options: {
  database: ChatDatabase
  systemPrompt: string
  limits: RunLimits & { readonly maxRunMs: number }
  logger: Logger
  now: () => number
  clock?: Clock
  /** Called after a run's end is stored; must not throw. */
  afterRun?: (run: EndedRun) => void
}): RunManager {
  const { database, systemPrompt, limits, logger, now, clock = systemClock } = options
  const { log } = database
  const queue = createRunQueue(limits)
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

  /** Writes the reply to its end, when its turn has come. */
  const execute = async (run: ActiveRun): Promise<RunOutcome> => {
    if (run.turn) {
      await run.turn.promise
      if (run.controller.signal.aborted) return outcomeOf({ ...nothing, endRequest: run.endRequest })
      try {
        await log.append([{ log: conversationLog(run.conversationId), event: startedEvent(run, now()) }])
      } catch (error) {
        logger.error({ err: error, runId: run.runId }, 'the start of a run that had waited could not be stored')
        return outcomeOf({ ...nothing, endRequest: run.endRequest, error })
      }
    }
    const cancelDeadline = clock.after(limits.maxRunMs, () => requestEnd(run, 'deadline'))
    try {
      return await generate(run)
    } finally {
      cancelDeadline()
    }
  }

  const generate = (run: ActiveRun): Promise<RunOutcome> => {
    const { runId, model, controller, continued } = run
    const writer = createReplyWriter({
      log,
      name: conversationLog(run.conversationId),
      messageId: run.replyId,
      ...(continued && { parts: continued.message.parts }),
      now,
      onFailure: (failure) => {
        logger.error({ err: failure.cause ?? failure, runId }, 'the reply could not be stored')
        controller.abort()
      },
    })
    return generateReply({
      provider: run.provider,
      modelId: model.id,
      input: () => inputOf(database, systemPrompt, run),
      writtenText: writtenTextOf(run),
      signal: controller.signal,
      writer,
      endRequest: () => run.endRequest,
      onError: (error) => logger.warn({ err: error, runId, modelId: model.id }, 'the model failed'),
    })
  }

  /** The life of a run from where its beginning is on its way into the log. */
  const live = async (run: ActiveRun, begun: Promise<void>) => {
    const outcome = await endOf(run, begun).catch((error: unknown) => {
      logger.error({ err: error, runId: run.runId }, 'a run broke off')
    })
    release(run)
    if (outcome) options.afterRun?.({ ...run, outcome })
  }

  /** How a run ended, once that is stored. Undefined where it never began: whoever started it is told. */
  const endOf = async (run: ActiveRun, begun: Promise<void>): Promise<RunOutcome | undefined> => {
    if (!(await begun.then(yes, no))) return undefined
    const begunAt = now()
    const outcome = await execute(run)
    await storeEnd(run, outcome)
    const { status, failure } = outcome
    const durationMs = now() - begunAt
    logger.info({ runId: run.runId, modelId: run.model.id, status, code: failure?.code, durationMs }, 'run ended')
    return outcome
  }

  /** Gives back the slot; those whose turn it is now go on. */
  const release = ({ runId }: ActiveRun) => {
    activeRuns.delete(runId)
    for (const next of queue.leave(runId)) activeRuns.get(next)?.turn?.resolve()
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
        await new Promise<void>((resolve) => clock.after(endRetryDelayMs, resolve))
      }
    }
  }

  const requestEnd = (run: ActiveRun, request: EndRequest) => {
    run.endRequest ??= request
    run.controller.abort()
    run.turn?.resolve()
  }

  const end = async (run: ActiveRun | undefined, request: EndRequest) => {
    if (!run) return
    requestEnd(run, request)
    const patience = Promise.withResolvers<never>()
    const cancel = clock.after(endPatienceMs, () => patience.reject(stillEnding()))
    try {
      await Promise.race([run.ended, patience.promise])
    } finally {
      cancel()
    }
  }

  /** Gives a run its place, at once or in the queue, and says how it begins. Throws where there is none. */
  const admit = (newRun: NewRun, at: number) => {
    const { ownerId, continued } = newRun
    const runId = continued?.runId ?? makeId()
    const admission = queue.admit({ runId, ownerId })
    if (admission === 'refused') throw tooManyRuns(limits)
    const run: ActiveRun = {
      ...newRun,
      runId,
      controller: new AbortController(),
      turn: admission === 'queued' ? Promise.withResolvers<void>() : undefined,
      endRequest: undefined,
      isEnding: false,
      ended: Promise.resolve(),
    }
    activeRuns.set(runId, run)
    const event = admission === 'queued' ? queuedEvent(run, at) : startedEvent(run, at)
    const reply = beginRun(continued?.message, event)
    if (reply) return { run, event, reply }
    release(run)
    throw new ChatError('reply-conflict', 'This reply can’t be gone on with.')
  }

  const startAll = async (newRuns: readonly NewRun[]): Promise<AssistantMessage[]> => {
    if (isShuttingDown) throw shuttingDown()
    const at = now()
    const admitted: ReturnType<typeof admit>[] = []
    try {
      for (const newRun of newRuns) admitted.push(admit(newRun, at))
    } catch (error) {
      for (const { run } of admitted) release(run)
      throw error
    }
    const [first] = admitted
    if (!first) return []
    const begun = log.append([
      ...newRuns.flatMap(({ before }) => before),
      ...admitted.map(({ run, event }) => ({ log: conversationLog(run.conversationId), event })),
      conversationUpdated(first.run, at),
    ])
    for (const { run } of admitted) run.ended = live(run, begun)
    await begun
    return admitted.map(({ reply }) => reply)
  }

  return {
    startAll,
    async start(newRun) {
      const [reply] = await startAll([newRun])
      if (!reply) throw new Error('a run began without a reply')
      return reply
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

/** What is known of a run that its model never wrote for. */
const nothing = { finish: undefined, usage: undefined, hasText: false, error: undefined } as const

const yes = () => true
const no = () => false

function beginning({ runId, replyId, parentId, model, groupId, continued }: ActiveRun) {
  const identity = { runId, messageId: replyId, parentId, modelId: model.id, modelName: model.name }
  return { ...identity, ...(groupId !== undefined && { groupId }), ...(continued && { continues: true as const }) }
}

function queuedEvent(run: ActiveRun, queuedAt: number) {
  return { type: 'run-queued' as const, ...beginning(run), queuedAt }
}

function startedEvent(run: ActiveRun, startedAt: number) {
  return { type: 'run-started' as const, ...beginning(run), startedAt }
}

function shuttingDown(): ChatError {
  return new ChatError('server-shutting-down', 'The server is restarting. Try again in a moment.', {
    isRetryable: true,
  })
}

function tooManyRuns({ maxQueuedRunsPerOwner }: RunLimits): ChatError {
  return new ChatError(
    'too-many-runs',
    `${maxQueuedRunsPerOwner} replies are waiting for their turn already. Try again when some of them have ended.`,
    { isRetryable: true },
  )
}

function stillEnding(): ChatError {
  return new ChatError('storage-failed', 'The reply was stopped, but its end could not be stored yet.', {
    isRetryable: true,
  })
}
