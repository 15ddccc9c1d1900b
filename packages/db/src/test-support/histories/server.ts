import {
  type AssistantMessage,
  type ConversationState,
  canContinue,
  foldConversation,
  isOpen,
  isWorkspaceEvent,
  type Message,
  messageById,
  messagePath,
  type NewEvent,
  undoRun,
} from '@livetype/protocol'
import { expect } from 'vitest'
import { conversationLog, type NewEntry, workspaceLog } from '../../event-log/event-log.ts'
import { withSeq } from '../../event-log/with-seq.ts'
import { localOwnerId } from '../../repositories/users.ts'
import type { End, Operation } from './operation.ts'
import { conversationAt, messagesOf, type Reference, referenceLog } from './reference.ts'

type RunEnded = Extract<NewEvent, { type: 'run-ended' }>
type OfReply = Pick<Extract<Operation, { type: 'end' }>, 'reply'>

const workspace = workspaceLog(localOwnerId)
const model = { modelId: 'demo', modelName: 'Demo' }

const ends: Record<End | 'interrupted', Pick<RunEnded, 'status' | 'failure' | 'usage'>> = {
  completed: { status: 'completed', usage: { inputTokens: 3, outputTokens: 5 } },
  truncated: { status: 'completed', failure: { code: 'model-truncated', message: 'Full.', isRetryable: false } },
  stopped: { status: 'stopped' },
  failed: { status: 'failed', failure: { code: 'model-unreachable', message: 'Gone.', isRetryable: true } },
  interrupted: { status: 'interrupted' },
}

/** Where a run writes. */
interface Place {
  readonly type: 'text-delta' | 'reasoning-delta' | undefined
  readonly partIndex: number
  /** The text part that its first text joins; -1 where there is none. */
  readonly joinedIndex: number
}

/**
 * What the server does to conversations: it decides by the same functions what may be done with a reply, and appends
 * the same events. apps/api/src/runs/ must agree: run-manager.ts, reply-writer.ts, continuations.ts.
 */
export class HistoryServer {
  readonly #append: (entries: readonly NewEntry[]) => void
  readonly #now: () => number
  /** The conversations as they are once all that was appended is committed. */
  #states = new Map<string, ConversationState>()
  #places = new Map<string, Place>()
  #ids = 0
  /** What a run went on from, by its id. */
  readonly #continued = new Map<string, AssistantMessage>()
  /** When runs were taken back, by their ids. */
  readonly undoneAt = new Map<string, number>()

  constructor(options: { append: (entries: readonly NewEntry[]) => void; now: () => number }) {
    this.#append = options.append
    this.#now = options.now
  }

  /** Starts on what is stored. */
  restart(reference: Reference, conversationIds: readonly string[]): void {
    this.#places.clear()
    this.#states = new Map(
      conversationIds
        .map((id) => conversationAt(referenceLog(reference, conversationLog(id)), id))
        .filter(({ seq }) => seq > 0)
        .map((state) => [state.conversationId, state]),
    )
  }

  /** The messages of a conversation as they will be. */
  messages(id: string): readonly (Message | undefined)[] {
    const state = this.#states.get(id)
    return state ? messagesOf(state) : []
  }

  start(id: string, { isQueued, count: replyCount = 1 }: { isQueued: boolean; count?: number }): void {
    const count = this.#nextId()
    const entries: NewEntry[] = []
    if (!this.#states.has(id)) entries.push(conversationCreated(id))
    const question: Message = {
      id: `question-${count}`,
      parentId: null,
      role: 'user',
      parts: [{ type: 'text', text: 'Hi' }],
      createdAt: this.#now(),
    }
    entries.push({ log: conversationLog(id), event: { type: 'message-added', message: question } })
    const counts = [count, ...Array.from({ length: replyCount - 1 }, () => this.#nextId())]
    const group = replyCount > 1 && { groupId: `reply-${count}` }
    const begun = counts.map((one) => {
      const run = { runId: `run-${one}`, messageId: `reply-${one}`, parentId: question.id, ...model, ...group }
      return this.#beginning(id, run, isQueued)
    })
    this.#write(id, [...entries, ...begun])
  }

  choose(id: string, { reply }: OfReply): void {
    const message = this.#pick(id, reply, () => true)
    if (!message) return
    this.#write(id, [{ log: conversationLog(id), event: { type: 'branch-chosen', messageId: message.id } }])
  }

  /** Goes on with a reply that can be gone on with. */
  continueReply(id: string, { reply, isQueued }: OfReply & { isQueued: boolean }): void {
    const message = this.#pick(id, reply, canContinue)
    if (!message || message.parentId === null) return
    const run = { runId: `run-${this.#nextId()}`, messageId: message.id, parentId: message.parentId, ...model }
    this.#continued.set(run.runId, message)
    this.#write(id, [this.#beginning(id, { ...run, continues: true }, isQueued)])
  }

  /** Lets a run begin that was queued. */
  takeTurn(id: string, { reply }: OfReply): void {
    const message = this.#pick(id, reply, (one) => one.reply.status === 'queued')
    if (!message || message.parentId === null) return
    const { runId, id: messageId, parentId, earlierRuns } = message
    const run = { runId, messageId, parentId, ...model, ...(earlierRuns && { continues: true as const }) }
    this.#write(id, [this.#beginning(id, run, false)])
  }

  /** Writes on; the first there is in a conversation begins it. */
  write(id: string, { reply, text, isReasoning }: OfReply & { text: string; isReasoning: boolean }): void {
    if (!this.#states.has(id)) this.start(id, { isQueued: false })
    const message = this.#pick(id, reply, (one) => one.reply.status === 'running')
    if (!message) return
    const type = isReasoning ? 'reasoning-delta' : 'text-delta'
    const isBegun = this.#places.get(message.runId)?.type !== type
    const partIndex = this.#place(message, type)
    const offset = message.parts[partIndex]?.text.length ?? 0
    const startedAt = isBegun && { startedAt: this.#now() }
    const event: NewEvent = { type, messageId: message.id, partIndex, offset, text, ...startedAt }
    this.#write(id, [{ log: conversationLog(id), event }])
  }

  /** Ends a run, in the queue too. */
  end(id: string, { reply, how }: OfReply & { how: End }): void {
    const message = this.#pick(id, reply, (one) => isOpen(one.reply))
    if (message) this.endRun(id, { runId: message.runId, messageId: message.id, how })
  }

  endRun(id: string, { how, ...run }: { runId: string; messageId: string; how: keyof typeof ends }): void {
    const ended: NewEvent = { type: 'run-ended', ...run, ...ends[how], endedAt: this.#now() }
    const others = (this.#states.get(id)?.running.size ?? 1) - 1
    this.#write(id, [{ log: conversationLog(id), event: ended }, this.#updated(id, others)])
  }

  /** Takes back what a reply was continued with last: it is then what that run went on from. */
  undo(id: string, { reply }: OfReply): void {
    const message = this.#pick(id, reply, (one) => one.earlierRuns !== undefined)
    if (!message) return
    const { runId, id: messageId } = message
    if (isOpen(message.reply)) this.endRun(id, { runId, messageId, how: 'stopped' })
    const ended = this.#reply(id, messageId)
    expect(ended && undoRun(ended, { runId })).toEqual(this.#continued.get(runId))
    this.undoneAt.set(runId, this.#now())
    const event: NewEvent = { type: 'run-undone', runId, messageId }
    this.#write(id, [{ log: conversationLog(id), event }, this.#updated(id, this.#states.get(id)?.running.size ?? 0)])
    expect(this.#reply(id, messageId)).toEqual(this.#continued.get(runId))
  }

  /** What a person does with the messages that wait, and what becomes of the first of them. */
  queue(id: string, { step, which }: Pick<Extract<Operation, { type: 'queue' }>, 'step' | 'which'>): void {
    const state = this.#states.get(id)
    if (!state) return
    const { messages } = state.queue
    const count = this.#nextId()
    const parts = [{ type: 'text' as const, text: `Next ${count}` }]
    const log = conversationLog(id)
    if (step === 'add') {
      const message = { id: `queued-${count}`, parts, replies: [{ replyId: `reply-${count}` }], queuedAt: this.#now() }
      this.#write(id, [{ log, event: { type: 'message-queued', message } }])
      return
    }
    const picked = messages[which % Math.max(1, messages.length)]
    if (!picked) return
    switch (step) {
      case 'edit':
        return this.#write(id, [{ log, event: { type: 'queued-message-edited', messageId: picked.id, parts } }])
      case 'remove':
        return this.#write(id, [{ log, event: { type: 'queued-message-removed', messageId: picked.id } }])
      case 'hold':
        return this.#write(id, [{ log, event: { type: 'queue-held', hold: { reason: 'stopped' } } }])
      case 'send': {
        const parentId = messagePath(state).at(-1) ?? null
        const message: Message = { id: picked.id, parentId, role: 'user', parts: picked.parts, createdAt: this.#now() }
        const run = {
          runId: `run-${count}`,
          messageId: picked.replies[0]?.replyId ?? '',
          parentId: picked.id,
          ...model,
        }
        this.#write(id, [{ log, event: { type: 'message-added', message } }, this.#beginning(id, run, false)])
      }
    }
  }

  rename(id: string): void {
    if (!this.#states.has(id)) return
    const title = `Title ${this.#nextId()}`
    this.#write(id, [
      { log: workspace, event: { type: 'conversation-renamed', conversationId: id, title, titleOrigin: 'user' } },
    ])
  }

  /** Of six digits, so that ids have the length that ids have. */
  #nextId(): number {
    return 100_000 + ++this.#ids
  }

  /** What is appended together, as one step of a conversation. */
  #write(id: string, entries: readonly NewEntry[]): void {
    this.#append(entries)
    let state = this.#states.get(id) ?? conversationAt({ floorSeq: 0, events: [] }, id)
    for (const { event } of entries) {
      const logged = withSeq(event, state.seq + 1)
      if (!isWorkspaceEvent(logged)) state = foldConversation(state, logged)
    }
    expect(state.isBehind).toBe(false)
    this.#states.set(id, state)
  }

  #beginning(
    id: string,
    run: Omit<Extract<NewEvent, { type: 'run-started' }>, 'type' | 'startedAt'>,
    isQueued: boolean,
  ): NewEntry {
    const parts = this.#reply(id, run.messageId)?.parts ?? []
    const joinedIndex = parts.findLastIndex((part) => part.type === 'text')
    this.#places.set(run.runId, { type: undefined, partIndex: -1, joinedIndex })
    const event: NewEvent = isQueued
      ? { type: 'run-queued', ...run, queuedAt: this.#now() }
      : { type: 'run-started', ...run, startedAt: this.#now() }
    return { log: conversationLog(id), event }
  }

  #updated(id: string, runningCount: number): NewEntry {
    const updatedAt = this.#now()
    return { log: workspace, event: { type: 'conversation-updated', conversationId: id, updatedAt, runningCount } }
  }

  /** The first text joins the last text that was there; what is thought before stands behind it. */
  #place({ runId, parts }: AssistantMessage, type: Exclude<Place['type'], undefined>): number {
    const place = this.#places.get(runId)
    if (!place) expect.fail(`nothing is known of ${runId}`)
    if (place.type === type) return place.partIndex
    const joins = type === 'text-delta' && place.joinedIndex !== -1
    const partIndex = joins ? place.joinedIndex : parts.length
    this.#places.set(runId, { type, partIndex, joinedIndex: joins ? -1 : place.joinedIndex })
    return partIndex
  }

  #reply(id: string, messageId: string): AssistantMessage | undefined {
    const state = this.#states.get(id)
    const message = state && messageById(state, messageId)
    return message?.role === 'assistant' ? message : undefined
  }

  /** The one whose run began last is the newest. */
  #pick(id: string, index: number, isWanted: (message: AssistantMessage) => boolean): AssistantMessage | undefined {
    const wanted = this.messages(id)
      .flatMap((message) => (message?.role === 'assistant' && isWanted(message) ? [message] : []))
      .sort((a, b) => (a.runId > b.runId ? -1 : 1))
    return wanted[index % Math.max(1, wanted.length)]
  }
}

function conversationCreated(id: string): NewEntry {
  const conversation = {
    id,
    title: 'x',
    titleOrigin: 'words' as const,
    createdAt: 1,
    updatedAt: 1,
    runningCount: 0,
  }
  return { log: workspace, event: { type: 'conversation-created', conversation } }
}
