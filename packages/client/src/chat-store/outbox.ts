import type { AssistantMessage, Failure, SendMessage, StartedReply } from '@livetype/protocol'
import { type ChatError, messageById, textOf } from '@livetype/protocol'
import type { ChatApi } from './chat-api.ts'
import { chatErrorFrom } from './chat-error-from.ts'
import { type ConversationEntry, dropArrived, isFollowable } from './conversation-entry.ts'
import {
  followersOf,
  isInLog,
  isUnderWay,
  lastOfPath,
  type Pending,
  type PendingRegenerate,
  type PendingSend,
} from './pending-reply.ts'
import type { Retry } from './retry.ts'

const waitsForAnother: Failure = {
  code: 'message-not-found',
  message: 'The message before this one could not be sent.',
  isRetryable: true,
}

interface OutboxOptions {
  readonly api: Pick<ChatApi, 'sendMessage' | 'regenerate' | 'stopRun'>
  readonly retry: Retry
  readonly makeId: () => string
  readonly now: () => number
  /** An entry's pending commands, or what is known of them, have changed. */
  onChange(entry: ConversationEntry): void
}

/**
 * What is on its way to the server. The commands of one conversation go one after the other, since a message may
 * follow what the one before brings about.
 */
export interface Outbox {
  send(entry: ConversationEntry, content: { text: string; modelId: string | undefined }): PendingSend
  /** Asks for a sibling of `reply`. */
  regenerate(entry: ConversationEntry, reply: AssistantMessage, modelId: string | undefined): PendingRegenerate
  /** Sends what waited for the entry to become known. */
  resume(entry: ConversationEntry): void
  /** Sends a failed message again, and before it what it follows if that has failed too. */
  retry(entry: ConversationEntry, messageId: string): void
  /** Takes back what failed, and returns its text. Undefined where there is no such message. */
  discard(entry: ConversationEntry, messageId: string): string | undefined
  /** Fails what waits for an entry that can't be loaded. */
  failWaiting(entry: ConversationEntry, failure: Failure): void
  /** Stops the replies to come as soon as there is something to stop; resolves when they are stopped or refused. */
  stopComing(entry: ConversationEntry): Promise<void>
}

/** @see Outbox */
export function createOutbox(options: OutboxOptions): Outbox {
  const { api, retry } = options
  const working = new Set<ConversationEntry>()

  async function work(entry: ConversationEntry): Promise<void> {
    if (working.has(entry)) return
    working.add(entry)
    for (;;) {
      const next = isFollowable(entry) ? entry.pending.find((one) => one.delivery.status === 'queued') : undefined
      if (!next) break
      await deliver(entry, next)
    }
    working.delete(entry)
  }

  async function deliver(entry: ConversationEntry, pending: Pending): Promise<void> {
    if (pending.kind === 'send') pending.wasTried = true
    pending.delivery = { status: 'sending' }
    options.onChange(entry)
    const error = await ask(entry, pending)
    dropArrived(entry)
    options.onChange(entry)
    pending.outcome.resolve(error)
  }

  async function ask(entry: ConversationEntry, pending: Pending): Promise<ChatError | null> {
    // What the stream has told of was taken, even if its answer never comes.
    const isWanted = () => !isInLog(entry.state, pending)
    try {
      accept(entry, pending, await retry.run(() => call(entry, pending), isWanted))
      return null
    } catch (error) {
      if (!isWanted()) {
        pending.delivery = { status: 'accepted' }
        return null
      }
      const failure = chatErrorFrom(error)
      refuse(entry, pending, failure.toFailure())
      return failure
    }
  }

  function call(entry: ConversationEntry, pending: Pending): Promise<StartedReply> {
    if (pending.kind === 'regenerate') return api.regenerate(pending.command)
    return api.sendMessage(commandOf(entry, pending))
  }

  function refuse(entry: ConversationEntry, pending: Pending, failure: Failure): void {
    const followers = followersOf(pending, entry.pending)
    pending.delivery = { status: 'failed', failure }
    if (pending.kind === 'regenerate') {
      remove(entry, pending)
      return
    }
    for (const one of followers) one.delivery = { status: 'failed', failure: waitsForAnother }
  }

  /** Removes a command; the messages that were to follow what it did not bring about follow the path as it is. */
  function remove(entry: ConversationEntry, pending: Pending): void {
    const followers = followersOf(pending, entry.pending).filter((one) => !one.wasTried)
    entry.pending = entry.pending.filter((one) => one !== pending)
    for (const one of followers) one.isPlaced = false
    place(entry)
  }

  function place(entry: ConversationEntry): void {
    if (!isFollowable(entry)) return
    for (const one of entry.pending) {
      if (one.kind !== 'send' || one.isPlaced) continue
      one.message = { ...one.message, parentId: lastOfPath(entry.state, entry.pending) }
      one.isPlaced = true
    }
  }

  function enqueue(entry: ConversationEntry, pending: Pending): void {
    entry.pending.push(pending)
    place(entry)
    options.onChange(entry)
    void work(entry)
  }

  return {
    send(entry, { text, modelId }) {
      const [messageId, replyId] = [options.makeId(), options.makeId()]
      const pending: PendingSend = {
        ...begin({ replyId, parentId: messageId, modelId, now: options.now() }),
        kind: 'send',
        message: {
          id: messageId,
          role: 'user',
          parentId: null,
          parts: [{ type: 'text', text }],
          createdAt: options.now(),
        },
        modelId,
        isPlaced: false,
        wasTried: false,
      }
      enqueue(entry, pending)
      return pending
    },
    regenerate(entry, reply, modelId) {
      const replyId = options.makeId()
      const pending: PendingRegenerate = {
        ...begin({ replyId, parentId: reply.parentId, modelId, now: options.now() }),
        kind: 'regenerate',
        command: { conversationId: entry.id, messageId: reply.id, replyId, ...(modelId !== undefined && { modelId }) },
      }
      enqueue(entry, pending)
      return pending
    },
    resume(entry) {
      place(entry)
      void work(entry)
    },
    retry(entry, messageId) {
      let parentId = entry.pending.find((one) => one.kind === 'send' && one.message.id === messageId)?.replyId ?? null
      for (const one of entry.pending.toReversed()) {
        if (one.kind !== 'send' || one.replyId !== parentId || isUnderWay(one)) continue
        one.delivery = { status: 'queued' }
        one.outcome = Promise.withResolvers()
        parentId = one.message.parentId
      }
      options.onChange(entry)
      void work(entry)
    },
    discard(entry, messageId) {
      const pending = entry.pending.find((one) => one.kind === 'send' && one.message.id === messageId)
      if (pending?.kind !== 'send' || isUnderWay(pending)) return undefined
      remove(entry, pending)
      options.onChange(entry)
      return textOf(pending.message)
    },
    failWaiting(entry, failure) {
      for (const one of entry.pending) {
        if (one.delivery.status !== 'queued') continue
        one.delivery = { status: 'failed', failure }
      }
      options.onChange(entry)
    },
    async stopComing(entry) {
      const coming = entry.pending.filter((one) => isUnderWay(one) && !messageById(entry.state, one.replyId))
      await Promise.all(
        coming.map(async (one) => {
          const error = await one.outcome.promise
          if (error) return
          const reply = messageById(entry.state, one.replyId) ?? one.reply
          if (reply.role === 'assistant') await retry.run(() => api.stopRun(entry.id, reply.runId))
        }),
      )
    },
  }
}

function accept(entry: ConversationEntry, pending: Pending, started: StartedReply): void {
  if (pending.kind === 'send') pending.message = started.message
  pending.reply = started.reply
  pending.delivery = { status: 'accepted' }
  entry.summary = started.conversation
  if (entry.phase.status === 'new') entry.phase = { status: 'ready' }
}

function commandOf(entry: ConversationEntry, pending: PendingSend): SendMessage {
  const { message, replyId, modelId } = pending
  return {
    conversationId: entry.id,
    messageId: message.id,
    parentId: message.parentId,
    text: textOf(message),
    replyId,
    ...(modelId !== undefined && { modelId }),
  }
}

/** What every command begins as: the reply it will bring about, and nothing done yet. */
function begin(options: { replyId: string; parentId: string | null; modelId: string | undefined; now: number }) {
  const { replyId, parentId, modelId, now } = options
  const reply: AssistantMessage = {
    id: replyId,
    parentId,
    role: 'assistant',
    parts: [],
    createdAt: now,
    // Stands in until the server has said which run it is; nothing can be stopped by it.
    runId: replyId,
    modelId: modelId ?? '',
    modelName: '',
    reply: { status: 'running', startedAt: now },
  }
  return { replyId, reply, delivery: { status: 'queued' } as const, outcome: Promise.withResolvers<ChatError | null>() }
}
