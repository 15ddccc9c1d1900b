import type {
  AskedReply,
  AssistantMessage,
  ConversationState,
  QueuedMessage,
  RunStatus,
  StartedReply,
} from '@livetype/protocol'
import {
  ChatError,
  canContinue,
  filingOf,
  isSameConfiguration,
  messageById,
  messagePath,
  repliesOf,
  textOf,
  withChanges,
} from '@livetype/protocol'
import type { ChatApi } from '../chat-api.ts'
import { createFakeLogs, type FakeLogs, workspaceName } from './fake-logs.ts'
import { createFakeStream, type FakeStream } from './fake-stream.ts'

/** What becomes of a call: done and answered; done, but the answer is lost; never heard of by the server. */
export type Fate = 'answered' | 'answer-lost' | 'unheard'

interface HeldCall {
  readonly name: keyof ChatApi
  /** The server does it now; its answer stays on the way until `finish`. */
  perform(): void
  finish(fate: Fate): void
}

/** A server at the store's port, whose network, time and disk are in the hands of a test. */
export interface FakeServer {
  readonly api: ChatApi
  readonly logs: FakeLogs
  /** The open streams; the store must never have more than one. */
  readonly streams: readonly FakeStream[]
  /** Names of all calls so far. */
  readonly calls: (keyof ChatApi)[]
  /** While true, calls wait in `held`. */
  isHolding: boolean
  readonly held: HeldCall[]
  /** The next calls of this name reject with these, in order, and do nothing. */
  refuse(name: keyof ChatApi, ...errors: ChatError[]): void
  /** The fates of the next calls of this name, in order. */
  fate(name: keyof ChatApi, ...fates: Fate[]): void
  /** Connects and delivers on all streams. */
  pump(): void
  addConversation(id: string, title?: string): void
  /** Puts a question and a reply under way into a conversation. */
  addTurn(conversationId: string, ids: { messageId: string; replyId: string; parentId: string | null }): void
  write(conversationId: string, replyId: string, text: string): void
  end(conversationId: string, replyId: string, status?: RunStatus): void
  truth(conversationId: string): ConversationState
}

/** The failure of a network. */
export const networkFailure = () => new ChatError('internal', 'The server can’t be reached.', { isRetryable: true })

/** @see FakeServer */
export function createFakeServer(now: () => number): FakeServer {
  const logs = createFakeLogs()
  const streams: FakeStream[] = []
  const calls: (keyof ChatApi)[] = []
  const held: HeldCall[] = []
  const refusals = new Map<string, ChatError[]>()
  const fates = new Map<string, Fate[]>()
  const state = { isHolding: false }

  function call<Result>(name: keyof ChatApi, run: () => Result): Promise<Result> {
    calls.push(name)
    return new Promise((resolve, reject) => {
      let performed: { readonly result: Result } | undefined
      const perform = () => {
        performed ??= { result: structuredClone(run()) }
        return performed.result
      }
      const finish = (fate: Fate) => {
        const refusal = refusals.get(name)?.shift()
        if (refusal) return reject(refusal)
        if (fate === 'unheard') return reject(networkFailure())
        try {
          const result = perform()
          if (fate === 'answered') resolve(result)
          else reject(networkFailure())
        } catch (error) {
          reject(error)
        }
      }
      if (state.isHolding) held.push({ name, perform, finish })
      else queueMicrotask(() => finish(fates.get(name)?.shift() ?? 'answered'))
    })
  }

  function summaryOf(id: string) {
    const summary = logs.workspace().conversations.get(id)
    if (!summary) throw new ChatError('conversation-not-found', 'No such conversation.')
    return summary
  }

  function addConversation(id: string, title = id, isTemporary?: true): void {
    const times = { createdAt: now(), updatedAt: now() }
    logs.append(workspaceName, {
      type: 'conversation-created',
      conversation: { id, title, titleOrigin: 'words', runningCount: 0, ...times, ...(isTemporary && { isTemporary }) },
    })
  }

  function note(conversationId: string): void {
    const runningCount = logs.conversation(conversationId).running.size
    logs.append(workspaceName, { type: 'conversation-updated', conversationId, updatedAt: now(), runningCount })
  }

  function startRun(
    conversationId: string,
    ids: { replyId: string; parentId: string; continuedBy?: string; groupId?: string | undefined },
  ): void {
    logs.append(conversationId, {
      type: 'run-started',
      runId: ids.continuedBy ?? `run-of-${ids.replyId}`,
      ...(ids.continuedBy !== undefined && { continues: true }),
      ...(ids.groupId !== undefined && { groupId: ids.groupId }),
      messageId: ids.replyId,
      parentId: ids.parentId,
      modelId: 'fake',
      modelName: 'Fake',
      startedAt: now(),
    })
    note(conversationId)
  }

  /** Whether a run was ever begun, undone or not. */
  function isRunOf(conversationId: string, runId: string): boolean {
    return logs.eventsOf(conversationId).some((event) => event.type === 'run-started' && event.runId === runId)
  }

  function replyOf(conversationId: string, replyId: string): AssistantMessage {
    const reply = messageById(logs.conversation(conversationId), replyId)
    if (reply?.role !== 'assistant') throw new ChatError('message-not-found', 'No such reply.')
    return reply
  }

  /** Starts the replies that are not there yet. */
  function startRuns(conversationId: string, parentId: string, asked: readonly AskedReply[]): StartedReply {
    const groupId = asked.length > 1 ? asked[0]?.replyId : undefined
    for (const { replyId } of asked) {
      if (!messageById(logs.conversation(conversationId), replyId)) {
        startRun(conversationId, { replyId, parentId, groupId })
      }
    }
    const [first, ...others] = asked.map(({ replyId }) => replyOf(conversationId, replyId))
    if (!first) throw new Error('no reply was asked for')
    return { ...started(conversationId, first.id), ...(others.length > 0 && { others }) }
  }

  function started(conversationId: string, replyId: string): StartedReply {
    const reply = replyOf(conversationId, replyId)
    const message = reply.parentId === null ? undefined : messageById(logs.conversation(conversationId), reply.parentId)
    if (message?.role !== 'user') throw new Error('a reply without a question')
    return { conversation: summaryOf(conversationId), message, reply }
  }

  function end(conversationId: string, replyId: string, status: RunStatus = 'completed'): void {
    const { runId } = replyOf(conversationId, replyId)
    logs.append(conversationId, { type: 'run-ended', runId, messageId: replyId, status, endedAt: now() })
    note(conversationId)
    advance(conversationId)
  }

  /** As the server does where nothing is being written any more: the first message that waits goes out, or is held. */
  function advance(conversationId: string): void {
    const state = logs.conversation(conversationId)
    const [first] = state.queue.messages
    if (!first || state.queue.hold || state.running.size > 0) return
    const last = messageById(state, messagePath(state).at(-1) ?? '')
    const status = last?.role === 'assistant' ? last.reply.status : 'completed'
    if (status === 'stopped' || status === 'failed' || status === 'interrupted') {
      logs.append(conversationId, { type: 'queue-held', hold: { reason: status } })
    } else sendQueued(conversationId, first)
  }

  function sendQueued(conversationId: string, { id, parts, replies }: QueuedMessage): void {
    const parentId = messagePath(logs.conversation(conversationId)).at(-1) ?? null
    addMessage(conversationId, { id, parentId, text: textOf({ parts }) })
    startRuns(conversationId, id, replies)
  }

  function queuedOf(conversationId: string, messageId: string): QueuedMessage {
    const state = logs.conversation(conversationId)
    const message = state.queue.messages.find(({ id }) => id === messageId)
    if (message) return message
    throw messageById(state, messageId)
      ? new ChatError('queue-conflict', 'This message has been sent already.')
      : new ChatError('message-not-found', 'No such message.')
  }

  function addMessage(conversationId: string, message: { id: string; parentId: string | null; text: string }): void {
    const { id, parentId, text } = message
    logs.append(conversationId, {
      type: 'message-added',
      message: { id, parentId, role: 'user', parts: [{ type: 'text', text }], createdAt: now() },
    })
  }

  const api: ChatApi = {
    listConversations: (wanted) => call('listConversations', () => logs.workspaceSnapshot(wanted)),
    pageConversations: (page) => call('pageConversations', () => logs.page(page)),
    getSummaries: (ids) => call('getSummaries', () => logs.summaries(ids)),
    listTags: () =>
      call('listTags', () => [
        ...new Set([...logs.workspace().conversations.values()].flatMap(({ tags }) => tags ?? [])),
      ]),
    getConversation: (id, part) => call('getConversation', () => logs.conversationSnapshot(id, part)),
    getMessages: ({ conversationId, messageIds }) =>
      call('getMessages', () =>
        structuredClone(logs.conversationSnapshot(conversationId).messages.filter(({ id }) => messageIds.includes(id))),
      ),
    createConversation: (id, title) =>
      call('createConversation', () => {
        addConversation(id, title)
        return summaryOf(id)
      }),
    keepConversation: (conversationId) =>
      call('keepConversation', () => {
        const { isTemporary, ...conversation } = summaryOf(conversationId)
        if (isTemporary) logs.append(workspaceName, { type: 'conversation-kept', conversation })
      }),
    renameConversation: (conversationId, title) =>
      call('renameConversation', () => {
        summaryOf(conversationId)
        // As a server may: it keeps what it makes of a title.
        const event = {
          type: 'conversation-renamed',
          conversationId,
          title: title.trim(),
          titleOrigin: 'user',
        } as const
        logs.append(workspaceName, event)
      }),
    fileConversations: ({ conversationIds, changes }) =>
      call('fileConversations', () => {
        for (const conversationId of conversationIds) {
          const filing = filingOf(summaryOf(conversationId), changes)
          logs.append(workspaceName, { type: 'conversation-filed', conversationId, ...filing })
        }
      }),
    deleteConversations: (ids) =>
      call('deleteConversations', () => {
        for (const conversationId of ids) {
          if (removed.has(conversationId)) continue
          removed.set(conversationId, summaryOf(conversationId))
          logs.append(workspaceName, { type: 'conversation-deleted', conversationId })
        }
      }),
    restoreConversations: (ids) =>
      call('restoreConversations', () => {
        for (const id of ids) {
          const conversation = removed.get(id) ?? summaryOf(id)
          if (removed.delete(id)) logs.append(workspaceName, { type: 'conversation-restored', conversation })
        }
      }),
    changeSettings: (changes) =>
      call('changeSettings', () => {
        logs.append(workspaceName, {
          type: 'settings-changed',
          settings: withChanges(logs.workspace().settings, changes),
        })
      }),
    chooseBranch: ({ conversationId, messageId }) =>
      call('chooseBranch', () => {
        if (!messageById(logs.conversation(conversationId), messageId)) {
          throw new ChatError('message-not-found', 'No such message.')
        }
        logs.append(conversationId, { type: 'branch-chosen', messageId })
      }),
    giveFeedback: ({ conversationId, messageId, feedback }) =>
      call('giveFeedback', () => {
        logs.append(conversationId, { type: 'feedback-given', messageId, feedback })
      }),
    configureConversation: ({ conversationId, configuration }) =>
      call('configureConversation', () => {
        summaryOf(conversationId)
        if (isSameConfiguration(logs.conversation(conversationId).configuration, configuration)) return
        logs.append(conversationId, { type: 'conversation-configured', configuration })
      }),
    changeLibrary: (change) => call('changeLibrary', () => void logs.append(workspaceName, change)),
    sendMessage: ({ conversationId, messageId, parentId, text, configuration, isTemporary, ...asked }) =>
      call('sendMessage', () => {
        const before = logs.conversation(conversationId)
        if (!messageById(before, messageId)) {
          if (parentId !== null && !messageById(before, parentId)) {
            throw new ChatError('message-not-found', 'What this message follows is not there.')
          }
          if (!logs.workspace().conversations.has(conversationId)) {
            addConversation(conversationId, isTemporary ? '' : text.slice(0, 20), isTemporary)
            if (configuration) logs.append(conversationId, { type: 'conversation-configured', configuration })
          }
          addMessage(conversationId, { id: messageId, parentId, text })
        }
        return startRuns(conversationId, messageId, repliesOf(asked))
      }),
    queueMessage: ({ conversationId, messageId, text, ...asked }) =>
      call('queueMessage', () => {
        summaryOf(conversationId)
        const state = logs.conversation(conversationId)
        if (messageById(state, messageId) || state.queue.messages.some(({ id }) => id === messageId)) return
        const parts = [{ type: 'text' as const, text }]
        const message = { id: messageId, parts, replies: [...repliesOf(asked)], queuedAt: now() }
        logs.append(conversationId, { type: 'message-queued', message })
        advance(conversationId)
      }),
    editQueued: ({ conversationId, messageId, text }) =>
      call('editQueued', () => {
        queuedOf(conversationId, messageId)
        const parts = [{ type: 'text' as const, text }]
        logs.append(conversationId, { type: 'queued-message-edited', messageId, parts })
      }),
    removeQueued: ({ conversationId, messageId }) =>
      call('removeQueued', () => {
        queuedOf(conversationId, messageId)
        logs.append(conversationId, { type: 'queued-message-removed', messageId })
      }),
    sendQueuedNow: ({ conversationId, messageId }) =>
      call('sendQueuedNow', () => {
        const message = queuedOf(conversationId, messageId)
        for (const { runId, id } of logs.conversation(conversationId).running.values()) {
          logs.append(conversationId, { type: 'run-ended', runId, messageId: id, status: 'stopped', endedAt: now() })
        }
        sendQueued(conversationId, message)
      }),
    stopRun: (conversationId, runId) =>
      call('stopRun', () => {
        for (const reply of logs.conversation(conversationId).running.values()) {
          if (reply.runId === runId) end(conversationId, reply.id, 'stopped')
        }
      }),
    regenerate: ({ conversationId, messageId, ...asked }) =>
      call('regenerate', () => {
        const { parentId } = replyOf(conversationId, messageId)
        return startRuns(conversationId, parentId ?? '', repliesOf(asked))
      }),
    continueReply: ({ conversationId, messageId, runId }) =>
      call('continueReply', () => {
        const reply = replyOf(conversationId, messageId)
        const { parentId } = reply
        const isKnown = isRunOf(conversationId, runId)
        if (!isKnown && !canContinue(reply)) throw new ChatError('reply-conflict', 'There is nothing to go on with.')
        if (!isKnown && parentId !== null)
          startRun(conversationId, { replyId: messageId, parentId, continuedBy: runId })
        return started(conversationId, messageId)
      }),
    undoContinue: ({ conversationId, runId }) =>
      call('undoContinue', () => {
        const state = logs.conversation(conversationId)
        const messages = [...state.settled.values(), ...state.running.values()]
        const reply = messages.find((message) => message.role === 'assistant' && message.runId === runId)
        // It was taken back already.
        if (!reply) return
        if (state.running.has(reply.id)) end(conversationId, reply.id, 'stopped')
        logs.append(conversationId, { type: 'run-undone', runId, messageId: reply.id })
        note(conversationId)
      }),
    listModels: () => call('listModels', () => []),
    stream(input, handlers) {
      calls.push('stream')
      const stream = createFakeStream(logs, input, handlers)
      streams.push(stream)
      handlers.onState('connecting')
      return () => {
        const index = streams.indexOf(stream)
        if (index !== -1) streams.splice(index, 1)
      }
    },
  }
  const removed = new Map<string, ReturnType<typeof summaryOf>>()

  return {
    api,
    logs,
    streams,
    calls,
    held,
    get isHolding() {
      return state.isHolding
    },
    set isHolding(value) {
      state.isHolding = value
    },
    refuse: (name, ...errors) => void refusals.set(name, errors),
    fate: (name, ...next) => void fates.set(name, next),
    pump() {
      for (const stream of [...streams]) {
        if (!stream.isConnected) stream.connect()
        stream.deliver()
      }
    },
    addConversation,
    addTurn(conversationId, { messageId, replyId, parentId }) {
      addMessage(conversationId, { id: messageId, parentId, text: `question ${messageId}` })
      startRun(conversationId, { replyId, parentId: messageId })
    },
    write(conversationId, replyId, text) {
      const offset = textOf(replyOf(conversationId, replyId)).length
      logs.append(conversationId, { type: 'text-delta', messageId: replyId, partIndex: 0, offset, text })
    },
    end,
    truth: (conversationId) => logs.conversation(conversationId),
  }
}
