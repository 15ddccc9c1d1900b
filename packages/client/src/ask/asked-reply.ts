import {
  type AssistantMessage,
  ChatError,
  isOpen,
  isWorkspaceEvent,
  messageById,
  type StreamEvent,
} from '@livetype/protocol'
import type { ChatApi } from '../chat-store/chat-api.ts'
import { chatErrorFrom } from '../chat-store/chat-error-from.ts'
import type { Connection } from '../chat-store/chat-store.ts'
import { createEntry, foldIntoEntry, isFollowable } from '../chat-store/conversation-entry.ts'
import { createConversationLoading } from '../chat-store/conversation-loading.ts'
import { createFollower } from '../chat-store/follower.ts'
import { createOutbox } from '../chat-store/outbox.ts'
import type { PendingSend } from '../chat-store/pending-reply.ts'
import { createRetry } from '../chat-store/retry.ts'
import { ownTimers, type Timers } from '../timers.ts'
import { stopPending } from './stop-pending.ts'

/** The longest delay that the timers of platforms know, in milliseconds. */
const maxDelayMs = 2 ** 31 - 1

/** How far a reply has come. */
export type Progress =
  | { readonly status: 'waiting' }
  /** `version` is another where the reply was read anew, and so may not go on from what it was. */
  | { readonly status: 'writing' | 'ended'; readonly reply: AssistantMessage; readonly version: number }
  | { readonly status: 'given-up'; readonly error: unknown }

/** What asking takes of its surroundings. */
export interface AskSurroundings {
  readonly api: ChatApi
  readonly timers: Timers
  readonly now: () => number
  readonly random: () => number
  readonly makeId: () => string
  /** For how long the server may be out of reach before a reply is given up. */
  readonly patienceMs: number
}

/** What is asked, and in which conversation. */
export interface Question {
  readonly conversationId: string
  /** True where the id was made for this question: there is nothing to read before. */
  readonly isNewConversation: boolean
  readonly text: string
  readonly modelId: string | undefined
}

/** A question on its way and the reply to it, for as long as either moves. */
export interface AskedReply {
  /** Wants no more of it: stops the run, if there is one. Resolves when that is done or has failed. */
  abandon(error: unknown): Promise<void>
}

/**
 * Sends a question and follows its reply to the end: the parts of the chat store, for one conversation and without
 * its views. `onProgress` is called with each change, never before this returns, and the last time when nothing is open
 * any more.
 */
export function askForReply(
  question: Question,
  surroundings: AskSurroundings & { readonly onProgress: (progress: Progress) => void },
): AskedReply {
  const { api, now, random, makeId, patienceMs, onProgress } = surroundings
  const timers = ownTimers(surroundings.timers)
  const entry = createEntry(question.conversationId, question.isNewConversation ? 'new' : 'loading')
  // Its delays outlive the timers of the rest, so that a send that is given up still comes to an outcome.
  const retry = createRetry(surroundings.timers, random, Number.POSITIVE_INFINITY)
  let progress: Progress = { status: 'waiting' }
  let connection: Connection = 'connecting'
  let pending: PendingSend | undefined
  let cancelPatience: (() => void) | undefined
  let lastVersion = 0
  let isOver = false
  /** What the server said last where it did not take the question. */
  let refusal: ChatError | undefined

  const follower = createFollower({
    api,
    timers,
    now,
    random,
    onEvents: receive,
    // The snapshot says what is wrong, or gives a cursor that the server takes.
    onRefused: () => loading.refresh(entry),
    onConnection(next) {
      connection = next
      if (next === 'live') {
        retry.hurry()
        loading.hurry(entry)
      }
      watchPatience()
    },
  })

  const loading = createConversationLoading({
    api,
    timers,
    now,
    random,
    nextVersion: () => ++lastVersion,
    onLoaded,
    onRefused: (_entry, error) => giveUp(error),
  })

  const outbox = createOutbox({
    api,
    retry: { ...retry, run: (task, isWanted = () => true) => retry.run(heard(task), () => !isOver && isWanted()) },
    makeId,
    now,
    onChange: look,
    onTakenUnread: (taken) => loading.refresh(taken),
  })

  function heard<Result>(task: () => Promise<Result>): () => Promise<Result> {
    return async () => {
      try {
        const answer = await task()
        refusal = undefined
        return answer
      } catch (error) {
        const failure = chatErrorFrom(error)
        refusal = failure.code === 'internal' ? undefined : failure
        throw failure
      }
    }
  }

  function receive(events: readonly StreamEvent[]): void {
    for (const event of events) {
      if (isOver) return
      if (event.type === 'conversation-reset') loading.refresh(entry)
      else if (event.type === 'workspace-reset' || isWorkspaceEvent(event)) continue
      else if (foldIntoEntry(entry, event).kind === 'behind') loading.refresh(entry)
      // After every event, since the run that ended may be gone on with by someone else right away.
      look()
    }
  }

  function onLoaded(): void {
    if (isOver) return
    // An id that names nothing yet begins a conversation, as it does for whoever sends to it.
    if (entry.phase.status === 'not-found' && pending?.delivery.status === 'queued') entry.phase = { status: 'new' }
    outbox.resume(entry)
    const isKnown = pending && (entry.pending.includes(pending) || messageById(entry.state, pending.replyId))
    if (entry.phase.status === 'ready' && pending && !isKnown) {
      giveUp(new ChatError('message-not-found', 'The server no longer has this reply.'))
      return
    }
    follow()
    look()
  }

  function follow(): void {
    if (isOver || entry.isStale || !isFollowable(entry)) return
    const { id, cursor } = entry
    const cursors = { withoutWorkspace: true, conversation: { id, cursor } }
    follower.follow({ key: String(entry.version), conversationId: id, cursors })
  }

  function look(): void {
    if (isOver || !pending) return
    const reply = messageById(entry.state, pending.replyId)
    const isNews = progress.status !== 'writing' || progress.reply !== reply
    if (reply?.role === 'assistant' && isNews) {
      const isEnded = !isOpen(reply.reply)
      progress = { status: isEnded ? 'ended' : 'writing', reply, version: entry.version }
      if (isEnded) end()
      onProgress(progress)
    }
    watchPatience()
  }

  /** Out of touch: without a live stream, without an answer to the question, or without a state to go on from. */
  function watchPatience(): void {
    if (isOver) return
    const isTaken = pending && (pending.delivery.status === 'accepted' || !entry.pending.includes(pending))
    if (connection === 'live' && isTaken && !entry.isStale) {
      cancelPatience?.()
      cancelPatience = undefined
    } else if (patienceMs !== Number.POSITIVE_INFINITY) {
      cancelPatience ??= timers.after(Math.min(patienceMs, maxDelayMs), () => giveUp(refusal ?? outOfTouch()))
    }
  }

  function end(): void {
    isOver = true
    follower.follow(null)
    timers.dispose()
    retry.hurry()
  }

  function giveUp(error: unknown): void {
    if (isOver) return
    end()
    progress = { status: 'given-up', error }
    onProgress(progress)
  }

  const sent = outbox.send(entry, { text: question.text, modelIds: [question.modelId] })
  pending = sent
  void sent.outcome.promise.then((error) => {
    if (error) giveUp(error)
    else look()
  })
  if (!question.isNewConversation) loading.refresh(entry)
  follow()
  look()

  return {
    async abandon(error) {
      if (isOver) return
      const wasSent = sent.delivery.status !== 'queued'
      giveUp(error)
      if (wasSent) await stopPending({ entry, pending: sent, ...surroundings })
    },
  }
}

function outOfTouch(): ChatError {
  return new ChatError('internal', 'The server could not be reached for too long. The reply may still be written.', {
    isRetryable: true,
  })
}
