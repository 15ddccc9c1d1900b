import { type AssistantMessage, ChatError, type Configuration, isUnset, messageById } from '@livetype/protocol'
import type { ChatApi } from './chat-api.ts'
import type { ChatStore, SendOptions } from './chat-store.ts'
import { type ConversationEntry, isFollowable, isToBeQueued, type Rating } from './conversation-entry.ts'
import type { Entries } from './entries.ts'
import type { Content } from './make-pending.ts'
import type { Outbox } from './outbox.ts'
import { changeOf, type Pending, withPending } from './pending-reply.ts'
import type { QueueKeeper } from './queue-keeper.ts'
import type { Retry } from './retry.ts'

/** What a person does in a conversation. */
export type ConversationCommands = Pick<
  ChatStore,
  | 'send'
  | 'edit'
  | 'editQueued'
  | 'removeQueued'
  | 'sendQueuedNow'
  | 'chooseBranch'
  | 'retrySend'
  | 'discard'
  | 'stop'
  | 'stopReply'
  | 'regenerate'
  | 'continueReply'
  | 'undoContinue'
  | 'configure'
  | 'rate'
>

interface ConversationCommandsOptions {
  readonly api: Pick<ChatApi, 'stopRun'>
  readonly retry: Retry
  readonly entries: Pick<Entries, 'get' | 'getOrCreate'>
  readonly outbox: Outbox
  readonly queue: QueueKeeper
  readonly choose: (entry: ConversationEntry, messageId: string) => Promise<void>
  readonly rate: (entry: ConversationEntry, rating: Rating) => Promise<void>
  readonly configure: (entry: ConversationEntry, configuration: Configuration) => Promise<void>
  readonly makeId: () => string
  /** Begins to load an entry that is not known well enough. */
  readonly load: (entry: ConversationEntry) => void
  /** Shows now what was done. */
  readonly flush: () => void
}

/** @see ConversationCommands */
export function createConversationCommands(options: ConversationCommandsOptions): ConversationCommands {
  const { api, retry, entries, outbox, queue, choose, configure, rate, makeId, load, flush } = options

  function knownEntry(conversationId: string): ConversationEntry {
    const entry = entries.get(conversationId)
    if (!entry) throw new ChatError('conversation-not-found', 'This conversation is not open.')
    return entry
  }

  /** Sends a command about a reply that is there; settles when the server has taken or refused it. */
  async function command(
    conversationId: string,
    messageId: string,
    make: (entry: ConversationEntry, reply: AssistantMessage) => Pending,
  ): Promise<void> {
    const entry = knownEntry(conversationId)
    const change = changeOf(entry.state, entry.pending, messageId)
    const reply = change?.reply ?? messageById(entry.state, messageId)
    if (reply?.role !== 'assistant') throw new ChatError('message-not-found', 'There is no such reply.')
    const pending = make(entry, reply)
    flush()
    const error = await pending.outcome.promise
    if (error) throw error
  }

  /** Shows now what was begun. */
  function shown(begun: Promise<void>): Promise<void> {
    flush()
    return begun
  }

  return {
    send({ conversationId, configuration, isTemporary = false, ...content }) {
      const entry =
        conversationId === undefined
          ? entries.getOrCreate(makeId(), 'new')
          : entries.getOrCreate(conversationId, 'loading')
      if (!isFollowable(entry)) load(entry)
      if (conversationId === undefined && configuration && !isUnset(configuration)) entry.configured.add(configuration)
      if (conversationId === undefined) entry.isTemporary = isTemporary
      if (isToBeQueued(entry)) {
        const ids = queue.add(entry, contentOf(content))
        flush()
        return { conversationId: entry.id, ...ids }
      }
      const { message, replyId } = outbox.send(entry, contentOf(content))
      flush()
      return { conversationId: entry.id, messageId: message.id, replyId }
    },
    edit(conversationId, messageId, content) {
      const entry = knownEntry(conversationId)
      const edited = messageById(withPending(entry.state, entry.pending), messageId)
      if (edited?.role !== 'user') throw new ChatError('message-not-found', 'There is no such message to edit.')
      const { message, replyId } = outbox.edit(entry, edited, contentOf(content))
      flush()
      return { conversationId, messageId: message.id, replyId }
    },
    async chooseBranch(conversationId, messageId) {
      const chosen = choose(knownEntry(conversationId), messageId)
      flush()
      await chosen
    },
    configure: (conversationId, configuration) => configure(knownEntry(conversationId), configuration),
    rate: (conversationId, messageId, feedback) => rate(knownEntry(conversationId), { messageId, feedback }),
    retrySend(conversationId, messageId) {
      const entry = knownEntry(conversationId)
      if (!queue.retry(entry, messageId)) outbox.retry(entry, messageId)
      if (!isFollowable(entry)) load(entry)
      flush()
    },
    discard(conversationId, messageId) {
      const entry = knownEntry(conversationId)
      const written = queue.discard(entry, messageId) ?? outbox.discard(entry, messageId)
      if (!written) throw new ChatError('message-not-found', 'There is no such message to take back.')
      flush()
      return written
    },
    async editQueued(conversationId, messageId, written) {
      await shown(queue.edit(knownEntry(conversationId), messageId, written))
    },
    async removeQueued(conversationId, messageId) {
      await shown(queue.remove(knownEntry(conversationId), messageId))
    },
    sendQueuedNow: (conversationId, messageId) => queue.sendNow(knownEntry(conversationId), messageId),
    async stop(conversationId) {
      const entry = knownEntry(conversationId)
      const running = [...entry.state.running.values()]
      await Promise.all([
        outbox.stopComing(entry),
        ...running.map(({ runId }) => retry.run(() => api.stopRun(conversationId, runId))),
      ])
    },
    async stopReply(conversationId, messageId) {
      const entry = knownEntry(conversationId)
      const running = entry.state.running.get(messageId)
      if (running) await retry.run(() => api.stopRun(conversationId, running.runId))
      else await outbox.stopComing(entry, messageId)
    },
    regenerate: (conversationId, messageId, by) =>
      command(conversationId, messageId, (entry, reply) =>
        outbox.regenerate(entry, reply, typeof by === 'object' ? modelIdsOf({ modelIds: by }) : [by]),
      ),
    continueReply: (conversationId, messageId, modelId) =>
      command(conversationId, messageId, (entry, reply) => outbox.continueReply(entry, reply, modelId)),
    undoContinue: (conversationId, messageId) =>
      command(conversationId, messageId, (entry, reply) => outbox.undoContinue(entry, reply)),
  }
}

/** Who is to answer: one at least. */
function modelIdsOf({ modelId, modelIds = [] }: Pick<SendOptions, 'modelId' | 'modelIds'>): Content['modelIds'] {
  return modelIds.length > 0 ? modelIds : [modelId]
}

function contentOf({ text, attachments, ...asked }: Omit<SendOptions, 'conversationId' | 'isTemporary'>): Content {
  return { text, attachments, modelIds: modelIdsOf(asked) }
}
