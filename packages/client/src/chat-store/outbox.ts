import type { AssistantMessage, Failure, StartedReply, UserMessage } from '@livetype/protocol'
import { attachmentsOf, ChatError, messageById, nodeById, textOf } from '@livetype/protocol'
import type { ChatApi } from './chat-api.ts'
import { chatErrorFrom } from './chat-error-from.ts'
import type { Written } from './chat-store.ts'
import { type ConversationEntry, dropArrived, isFollowable, isToBeQueued, shownState } from './conversation-entry.ts'
import { type Content, commandOf, makeContinue, makeRegenerate, makeSend, makeUndo, renew } from './make-pending.ts'
import {
  failedChain,
  followersOf,
  hasRun,
  isInLog,
  isReplyInLog,
  isUnderWay,
  lastOfPath,
  type Pending,
  type PendingSend,
} from './pending-reply.ts'
import type { Retry } from './retry.ts'

const waitsForAnother: Failure = {
  code: 'message-not-found',
  message: 'The message before this one could not be sent.',
  isRetryable: true,
}

interface OutboxOptions {
  readonly api: Pick<ChatApi, 'sendMessage' | 'regenerate' | 'continueReply' | 'undoContinue' | 'stopRun'>
  readonly retry: Retry
  readonly makeId: () => string
  readonly now: () => number
  /** An entry's pending commands, or what is known of them, have changed. */
  onChange(entry: ConversationEntry): void
  /**
   * A message has its turn while a reply is being written: it is not the outbox's any more. Without it, messages go out
   * all the same. @see SPEC.md QUEUE1
   */
  onToBeQueued?(entry: ConversationEntry, pending: PendingSend): void
  /** The server has taken a command in a conversation that could not be read before: now it can. */
  onTakenUnread(entry: ConversationEntry): void
}

/**
 * What is on its way to the server. The commands of one conversation go one after the other, since a message may
 * follow what the one before brings about.
 */
export interface Outbox {
  send(entry: ConversationEntry, content: Content): PendingSend
  /** Sends another version of a message that is there. */
  edit(entry: ConversationEntry, message: UserMessage, content: Content): PendingSend
  /** Asks for a sibling of `reply`, or for several at once. */
  regenerate(entry: ConversationEntry, reply: AssistantMessage, modelIds: Content['modelIds']): Pending
  /** Goes on with `reply`. @throws {ChatError} `reply-conflict` where there is nothing to go on with. */
  continueReply(entry: ConversationEntry, reply: AssistantMessage, modelId: string | undefined): Pending
  /** Takes the last continuation of `reply` back. @throws {ChatError} `reply-conflict` where there is none. */
  undoContinue(entry: ConversationEntry, reply: AssistantMessage): Pending
  /** Sends what waited for the entry to become known. */
  resume(entry: ConversationEntry): void
  /**
   * Sends a failed message again, and before it what it follows if that has failed too. Only where an answer was
   * lost and the path still ends where it did do they keep their ids; else they are added to its end as new ones.
   */
  retry(entry: ConversationEntry, messageId: string): void
  /** The server can be reached again: sends what it could not be told, where nothing has come in between. */
  retryUnheard(entry: ConversationEntry): void
  /** Takes back what failed, and returns what it was made of. Undefined where there is no such message. */
  discard(entry: ConversationEntry, messageId: string): Written | undefined
  /** Fails what waits for an entry that can't be loaded. */
  failWaiting(entry: ConversationEntry, failure: Failure): void
  /**
   * Stops the replies to come, or this one of them, as soon as there is something to stop; resolves when they are
   * stopped or refused.
   */
  stopComing(entry: ConversationEntry, onlyId?: string): Promise<void>
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
      if (!handOver(entry, next)) await deliver(entry, next)
    }
    working.delete(entry)
  }

  /** Lets a message that the server has not heard of wait instead; false where it is to be sent. */
  function handOver(entry: ConversationEntry, pending: Pending): boolean {
    if (!options.onToBeQueued || pending.kind !== 'send' || pending.isEdit || pending.knowledge !== 'none') return false
    if (!isToBeQueued(entry)) return false
    entry.pending = entry.pending.filter((one) => one !== pending)
    options.onToBeQueued(entry, pending)
    options.onChange(entry)
    // For whoever waits to stop its reply: there will be none.
    pending.outcome.resolve(new ChatError('reply-conflict', 'This message waits for its turn.'))
    return true
  }

  async function deliver(entry: ConversationEntry, pending: Pending): Promise<void> {
    pending.delivery = { status: 'sending' }
    options.onChange(entry)
    const error = await ask(entry, pending)
    dropArrived(entry)
    if (!error && !isFollowable(entry)) options.onTakenUnread(entry)
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

  async function call(entry: ConversationEntry, pending: Pending): Promise<StartedReply | undefined> {
    switch (pending.kind) {
      case 'send':
        return callSend(entry, pending)
      case 'regenerate':
        return api.regenerate(pending.command)
      case 'continue':
        return api.continueReply(pending.command)
      case 'undo':
        await api.undoContinue(pending.command)
        return undefined
    }
  }

  async function callSend(entry: ConversationEntry, pending: PendingSend): Promise<StartedReply> {
    try {
      const isNew = entry.phase.status === 'new'
      const configuration = isNew ? entry.configured.values.at(-1) : undefined
      return await api.sendMessage({
        ...commandOf(entry.id, pending),
        ...(configuration && { configuration }),
        ...(isNew && entry.isTemporary && { isTemporary: true }),
      })
    } catch (error) {
      // A failure with a name is the server's word that it took nothing. One lost answer, and it may have.
      if (chatErrorFrom(error).code === 'internal') pending.knowledge = 'unclear'
      else if (pending.knowledge === 'none') pending.knowledge = 'refused'
      throw error
    }
  }

  function refuse(entry: ConversationEntry, pending: Pending, failure: Failure): void {
    const followers = followersOf(pending, entry.pending)
    pending.delivery = { status: 'failed', failure }
    if (pending.kind !== 'send') {
      remove(entry, pending)
      return
    }
    for (const one of followers) giveUp(one, waitsForAnother)
  }

  /** Removes a command; the messages that were to follow what it did not bring about follow the path as it is. */
  function remove(entry: ConversationEntry, pending: Pending): void {
    const followers = followersOf(pending, entry.pending).filter((one) => one.knowledge === 'none')
    entry.pending = entry.pending.filter((one) => one !== pending)
    for (const one of followers) one.isPlaced = false
    place(entry)
  }

  function place(entry: ConversationEntry): void {
    if (!isFollowable(entry)) return
    for (const one of entry.pending) {
      if (one.kind !== 'send' || one.isPlaced) continue
      one.message = { ...one.message, parentId: lastOfPath(shownState(entry)) }
      one.isPlaced = true
    }
  }

  /** Whether a failed message can go out as it is: the same ids, after what it followed. */
  function keepsIds(entry: ConversationEntry, one: PendingSend, leaf: string | null): boolean {
    if (nodeById(entry.state, one.message.id)) return true
    return one.isPlaced && one.knowledge === 'unclear' && (one.isEdit || one.message.parentId === leaf)
  }

  /** Puts a failed message at the end of the path; with new ids where the server has seen those it has. */
  function sendAnew(entry: ConversationEntry, one: PendingSend): void {
    const followers = entry.pending.filter((other) => other.kind === 'send' && other.message.parentId === one.replyId)
    if (one.knowledge !== 'none') renew(one, options)
    for (const follower of followers) {
      if (follower.kind === 'send') follower.message = { ...follower.message, parentId: one.replyId }
    }
    one.isPlaced = one.isEdit
  }

  function enqueue(entry: ConversationEntry, pending: Pending): void {
    entry.pending.push(pending)
    place(entry)
    options.onChange(entry)
    void work(entry)
  }

  function tryAgain(entry: ConversationEntry, messageId: string): void {
    const chain = failedChain(entry.pending, messageId)
    // A command goes after what it follows.
    entry.pending = [...entry.pending.filter((one) => !chain.some((other) => other === one)), ...chain]
    let leaf = lastOfPath(shownState(entry))
    for (const one of chain) {
      if (!keepsIds(entry, one, leaf)) sendAnew(entry, one)
      one.delivery = { status: 'queued' }
      one.outcome = Promise.withResolvers()
      leaf = one.replyId
    }
    place(entry)
    options.onChange(entry)
    void work(entry)
  }

  return {
    send(entry, content) {
      const pending = makeSend({ ...content, ...options })
      enqueue(entry, pending)
      return pending
    },
    edit(entry, message, content) {
      const pending = makeSend({ ...content, ...options }, message)
      enqueue(entry, pending)
      return pending
    },
    regenerate(entry, reply, modelIds) {
      const pending = makeRegenerate({ conversationId: entry.id, reply, modelIds, ...options })
      enqueue(entry, pending)
      return pending
    },
    continueReply(entry, reply, modelId) {
      const pending = makeContinue({ conversationId: entry.id, reply, modelId, ...options })
      enqueue(entry, pending)
      return pending
    },
    undoContinue(entry, reply) {
      const pending = makeUndo(entry.id, reply)
      enqueue(entry, pending)
      return pending
    },
    resume(entry) {
      place(entry)
      void work(entry)
    },
    retry: tryAgain,
    retryUnheard(entry) {
      for (const one of [...entry.pending]) {
        if (one.kind !== 'send' || one.delivery.status !== 'failed' || one.knowledge !== 'unclear') continue
        if (keepsIds(entry, one, lastOfPath(shownState(entry)))) tryAgain(entry, one.message.id)
      }
    },
    discard(entry, messageId) {
      const pending = entry.pending.find((one) => one.kind === 'send' && one.message.id === messageId)
      if (pending?.kind !== 'send' || isUnderWay(pending)) return undefined
      remove(entry, pending)
      options.onChange(entry)
      return { text: textOf(pending.message), attachments: attachmentsOf(pending.message) }
    },
    failWaiting(entry, failure) {
      const waiting = entry.pending.filter((one) => one.delivery.status === 'queued')
      // Nothing shows a reply that could not be asked for again: whoever asked is told.
      entry.pending = entry.pending.filter((one) => one.kind === 'send' || one.delivery.status !== 'queued')
      for (const one of waiting) giveUp(one, failure)
      options.onChange(entry)
    },
    async stopComing(entry, onlyId) {
      const coming = entry.pending.filter(
        (one) => one.kind !== 'undo' && isUnderWay(one) && !isReplyInLog(entry.state, one),
      )
      await Promise.all(
        coming.map(async (one) => {
          const error = await one.outcome.promise
          if (error) return
          const isKnown = isReplyInLog(entry.state, one)
          const replies = [one.reply, ...one.others].filter(({ id }) => onlyId === undefined || id === onlyId)
          await Promise.all(
            replies.map(async (made) => {
              const reply = (isKnown ? messageById(entry.state, made.id) : undefined) ?? made
              if (reply.role === 'assistant') await retry.run(() => api.stopRun(entry.id, reply.runId))
            }),
          )
        }),
      )
    },
  }
}

/** Fails what was not tried, and tells whoever waits for it. */
function giveUp(pending: Pending, failure: Failure): void {
  pending.delivery = { status: 'failed', failure }
  pending.outcome.resolve(new ChatError(failure.code, failure.message, { isRetryable: failure.isRetryable }))
}

function accept(entry: ConversationEntry, pending: Pending, started: StartedReply | undefined): void {
  pending.delivery = { status: 'accepted' }
  if (!started) return
  if (pending.kind === 'send') pending.message = started.message
  // The run was known, and the reply has it no more.
  if (pending.kind === 'continue' && !hasRun(started.reply, pending.command.runId)) pending.isTakenBack = true
  pending.reply = started.reply
  pending.others = started.others ?? []
  entry.summary = started.conversation
  if (entry.phase.status === 'new') {
    entry.phase = { status: 'ready' }
    entry.configured.acceptLast()
  }
}
