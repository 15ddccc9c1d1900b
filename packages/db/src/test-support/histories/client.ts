import {
  type ConversationState,
  comparedReplies,
  conversationFromSnapshot,
  emptyConversation,
  foldConversation,
  isWorkspaceEvent,
  messagePath,
} from '@livetype/protocol'
import { expect } from 'vitest'
import type { ChatDatabase } from '../../chat-database.ts'
import { conversationLog, type LogBatch, type LogName, workspaceLog } from '../../event-log/event-log.ts'
import { localOwnerId } from '../../repositories/users.ts'
import { conversationAt, headOf, messagesOf, piecesOf, type Reference, referenceLog } from './reference.ts'

const workspace = workspaceLog(localOwnerId)

/** What a client needs of the server it is connected to, and of what must be true there. */
export interface ServerView {
  readonly database: ChatDatabase
  readonly reference: Reference
}

/**
 * A client that follows the workspace and one conversation, as a chat store does: it folds events, keeps its cursor
 * over cuts, and reads a snapshot after a reset. Whatever it gets is compared with the reference.
 */
export class HistoryClient {
  readonly conversationId: string
  readonly #positions: Map<LogName, number>
  #epoch: number | undefined
  #state: ConversationState
  #stop = new AbortController()
  #batches: AsyncGenerator<LogBatch, void, void> | undefined
  #next: Promise<IteratorResult<LogBatch, void>> | undefined

  constructor(conversationId: string) {
    this.conversationId = conversationId
    this.#positions = new Map([
      [workspace, 0],
      [conversationLog(conversationId), 0],
    ])
    this.#state = emptyConversation(conversationId)
  }

  /** Connects where it is not, from where it stands. */
  attach({ database }: ServerView): void {
    if (this.#batches) return
    this.#stop = new AbortController()
    this.#batches = database.log.follow(new Map(this.#positions), this.#stop.signal, this.#epoch)
  }

  /** Cuts the connection; what was on its way is lost. */
  async detach(): Promise<void> {
    this.#stop.abort()
    const next = this.#next
    this.#next = undefined
    const batches = this.#batches
    this.#batches = undefined
    await next
    await batches?.return()
  }

  /** Takes the next batch if there is one within a turn of the loop. */
  async pull(view: ServerView): Promise<void> {
    if (!this.#batches) return
    this.#next ??= this.#batches.next()
    const turn = new Promise<'none'>((resolve) => setImmediate(() => resolve('none')))
    const batch = await Promise.race([this.#next, turn])
    if (batch === 'none') return
    this.#next = undefined
    if (!batch.done) await this.#take(batch.value, view)
  }

  /** Connects and takes what comes until it stands where the server does; then it must show what the server has. */
  async catchUp(view: ServerView): Promise<void> {
    this.attach(view)
    while (!(await this.#isUpToDate(view))) {
      this.#next ??= this.#batches?.next()
      const batch = await this.#next
      this.#next = undefined
      if (!batch || batch.done) expect.fail('a follower ended by itself')
      await this.#take(batch.value, view)
    }
    const snapshot = await view.database.conversationSnapshot(localOwnerId, this.conversationId)
    expect(messagesOf(this.#state)).toEqual(snapshot?.messages ?? [])
    const stored = snapshot ? conversationFromSnapshot(snapshot) : emptyConversation(this.conversationId)
    expect(stored.queue).toEqual(this.#state.queue)
    const path = messagePath(this.#state)
    expect(messagePath(stored)).toEqual(path)
    expect(comparedReplies(stored, path)).toEqual(comparedReplies(this.#state, path))
  }

  async #isUpToDate({ database, reference }: ServerView): Promise<boolean> {
    const { epoch } = await database.log.bounds(workspace)
    if (this.#epoch !== undefined && this.#epoch !== epoch) return false
    return [...this.#positions].every(([name, seq]) => seq === headOf(referenceLog(reference, name)))
  }

  async #take(batch: LogBatch, view: ServerView): Promise<void> {
    if (batch.type === 'reset') {
      await this.#reset(view)
      return
    }
    const { log, events } = batch
    const position = this.#positions.get(log) ?? 0
    const last = events.at(-1)?.seq ?? position
    const expected = referenceLog(view.reference, log).events.slice(position, last)
    expect(piecesOf(events)).toEqual(piecesOf(expected))
    this.#epoch ??= (await view.database.log.bounds(log)).epoch
    this.#positions.set(log, last)
    for (const event of events) if (!isWorkspaceEvent(event)) this.#state = foldConversation(this.#state, event)
    this.#compare(view)
  }

  /** After a reset of either log both are read anew: what a client does at most. */
  async #reset(view: ServerView): Promise<void> {
    const { database } = view
    await this.detach()
    const list = await database.workspaceSnapshot(localOwnerId)
    const snapshot = await database.conversationSnapshot(localOwnerId, this.conversationId)
    this.#epoch = list.epoch
    this.#positions.set(workspace, list.seq)
    this.#positions.set(conversationLog(this.conversationId), snapshot?.seq ?? 0)
    this.#state = snapshot ? conversationFromSnapshot(snapshot) : emptyConversation(this.conversationId)
    this.#compare(view)
    this.attach(view)
  }

  /** Never a mixture: what it shows is what the events up to its position say. */
  #compare({ reference }: ServerView): void {
    const log = referenceLog(reference, conversationLog(this.conversationId))
    const expected = conversationAt(log, this.conversationId, this.#state.seq)
    expect(messagesOf(this.#state)).toEqual(messagesOf(expected))
    expect(this.#state.isBehind).toBe(false)
  }
}
