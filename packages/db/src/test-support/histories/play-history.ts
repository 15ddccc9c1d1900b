import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ConversationState, emptyQueue, messagePath } from '@livetype/protocol'
import { expect } from 'vitest'
import { type ChatDatabase, openChatDatabase } from '../../chat-database.ts'
import { conversationLog, type LogName, type NewEntry, workspaceLog } from '../../event-log/event-log.ts'
import { localOwnerId } from '../../repositories/users.ts'
import { HistoryClient, type ServerView } from './client.ts'
import type { Operation } from './operation.ts'
import {
  conversationAt,
  headOf,
  messagesOf,
  piecesOf,
  prunableSeq,
  type Reference,
  type ReferenceLog,
  referenceLog,
} from './reference.ts'
import { HistoryServer } from './server.ts'

const conversationIds = ['conversation-1', 'conversation-2'] as const
const workspace = workspaceLog(localOwnerId)
const logNames: readonly LogName[] = [...conversationIds.map(conversationLog), workspace]
const noSignal = new AbortController().signal
/** How long what has ended can be replayed: upkeep/prune-logs.ts has the same. */
const replayableMs = 10 * 60 * 1_000

/** An append that waits for its commit. */
interface Waiting {
  readonly entries: readonly NewEntry[]
  readonly stored: Promise<void>
}

/** A real database in a real file, what it must contain, and the clients that follow it. */
class History implements ServerView {
  readonly #folder = mkdtempSync(join(tmpdir(), 'livetype-history-'))
  readonly #clients: (HistoryClient | undefined)[] = []
  readonly #opened: ChatDatabase[] = []
  /** What each commit left, the newest last. */
  #commits: Reference[] = [new Map()]
  #saved: { path: string; commits: Reference[] } | undefined
  #path: string
  #files = 0
  /** Grows with every step, as time does: what an epoch is told from another by. */
  #now = 1_000_000_000
  readonly #server = new HistoryServer({ append: (entries) => this.#append(entries), now: () => this.#now })
  #waiting: Waiting[] = []
  #commit: (() => void) | undefined
  database: ChatDatabase

  constructor(template: string) {
    this.#path = this.#newPath()
    copyFileSync(template, this.#path)
    this.database = this.#open()
  }

  get reference(): Reference {
    return this.#commits.at(-1) ?? new Map()
  }

  async play(operations: readonly Operation[]): Promise<void> {
    for (const operation of operations) {
      this.#now += 1
      await this.#step(operation)
    }
    await this.#commitNow()
    for (const client of this.#clients) await client?.catchUp(this)
    await this.#compareAll()
  }

  async dispose(): Promise<void> {
    for (const client of this.#clients) await client?.detach()
    for (const database of this.#opened) database.close()
    await Promise.allSettled(this.#waiting.map(({ stored }) => stored))
    rmSync(this.#folder, { recursive: true })
  }

  async #step(operation: Operation): Promise<void> {
    switch (operation.type) {
      case 'rename':
        return this.#server.rename(conversationId(operation.conversation))
      case 'start':
        return this.#server.start(conversationId(operation.conversation), operation)
      case 'continue':
        return this.#server.continueReply(conversationId(operation.conversation), operation)
      case 'turn':
        return this.#server.takeTurn(conversationId(operation.conversation), operation)
      case 'choose':
        return this.#server.choose(conversationId(operation.conversation), operation)
      case 'undo':
        return this.#server.undo(conversationId(operation.conversation), operation)
      case 'write':
        return this.#server.write(conversationId(operation.conversation), operation)
      case 'end':
        return this.#server.end(conversationId(operation.conversation), operation)
      case 'queue':
        return this.#server.queue(conversationId(operation.conversation), operation)
      case 'commit':
        return this.#commitNow()
      case 'attach':
        return this.#attach(operation.follower, conversationId(operation.conversation))
      case 'pull':
        return this.#clients[operation.follower]?.pull(this)
      case 'detach':
        return this.#clients[operation.follower]?.detach()
      case 'catch-up':
        return this.#clients[operation.follower]?.catchUp(this)
      case 'read':
        return this.#read(operation)
      case 'prune':
        return this.#prune(operation)
      case 'upkeep':
        return this.#upkeep(operation)
      case 'raise':
        await this.database.log.raiseEpoch()
        return
      case 'save':
        return this.#save()
      case 'restore':
        return this.#restore()
      case 'crash':
        return this.#crash(operation)
    }
  }

  // What a server writes.

  #append(entries: readonly NewEntry[]): void {
    const stored = this.database.log.append(entries)
    // Whether it may fail is asked when it is known how it ended.
    stored.catch(() => {})
    this.#waiting.push({ entries, stored })
  }

  /** Commits what waits; what is stored then must be what was appended, in its order, and seqs without holes. */
  async #commitNow(): Promise<void> {
    const waiting = this.#waiting
    this.#waiting = []
    const commit = this.#commit
    this.#commit = undefined
    commit?.()
    await Promise.all(waiting.map(({ stored }) => stored))
    const next = new Map(this.reference)
    for (const name of logNames) {
      const log = referenceLog(this.reference, name)
      const appended = waiting.flatMap(({ entries }) => entries).filter((entry) => entry.log === name)
      const events = await this.#readOneByOne(name, headOf(log))
      expect(piecesOf(events)).toEqual(piecesOf(appended.map(({ event }) => event)))
      expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => headOf(log) + 1 + index))
      if (events.length > 0) next.set(name, { ...log, events: [...log.events, ...events] })
    }
    this.#commits.push(next)
    await this.#compareTables()
  }

  /** The tables say what the events said, and what the server went by. */
  async #compareTables(): Promise<void> {
    for (const id of conversationIds) {
      const expected = this.#conversation(id)
      expect(this.#server.messages(id)).toEqual(messagesOf(expected))
      const snapshot = await this.database.conversationSnapshot(localOwnerId, id)
      expect(snapshot?.messages ?? []).toEqual(messagesOf(expected))
      expect(snapshot?.queue ?? emptyQueue).toEqual(expected.queue)
      expect(snapshot?.conversation.runningCount ?? 0).toBe(expected.running.size)
      expect((await this.database.messages.pathEnd(localOwnerId, id))?.id).toBe(messagePath(expected).at(-1))
    }
    expect(await this.#openRuns()).toEqual(this.#expectedOpenRuns())
  }

  async #openRuns() {
    const open = await this.database.runs.allOpen()
    return open
      .map(({ conversationId, messageId, runId }) => ({ conversationId, messageId, runId }))
      .sort((a, b) => (a.runId < b.runId ? -1 : 1))
  }

  #expectedOpenRuns() {
    return conversationIds
      .flatMap((id) => [...this.#conversation(id).running.values()].map((reply) => ({ id, reply })))
      .map(({ id, reply }) => ({ conversationId: id, messageId: reply.id, runId: reply.runId }))
      .sort((a, b) => (a.runId < b.runId ? -1 : 1))
  }

  #conversation(id: string): ConversationState {
    return conversationAt(referenceLog(this.reference, conversationLog(id)), id)
  }

  /** One at a time, so that none comes merged. */
  async #readOneByOne(name: LogName, afterSeq: number): Promise<ReferenceLog['events']> {
    const events: ReferenceLog['events'][number][] = []
    for (let after = afterSeq; ; ) {
      const [event] = await this.database.log.read(name, after, 1)
      if (!event) return events
      events.push(event)
      after = event.seq
    }
  }

  // Who reads.

  async #attach(index: number, id: string): Promise<void> {
    const known = this.#clients[index]
    if (known?.conversationId !== id) {
      await known?.detach()
      this.#clients[index] = new HistoryClient(id)
    }
    this.#clients[index]?.attach(this)
  }

  async #read({ log: index, after, limit }: { log: number; after: number; limit: number }): Promise<void> {
    const name = logName(index)
    const log = referenceLog(this.reference, name)
    const afterSeq = Math.round(after * headOf(log))
    const start = Math.max(afterSeq, log.floorSeq)
    const events = await this.database.log.read(name, afterSeq, limit)
    expect(piecesOf(events)).toEqual(piecesOf(log.events.slice(start, start + limit)))
  }

  // Upkeep.

  async #prune({ log: index, through, limit }: { log: number; through: number; limit: number }): Promise<void> {
    const name = logName(index)
    const log = referenceLog(this.reference, name)
    const throughSeq = Math.round(through * this.#prunable(name, log))
    const expected = Math.max(log.floorSeq, Math.min(throughSeq, log.floorSeq + limit))
    const { floorSeq, headSeq } = await this.database.log.prune(name, throughSeq, limit)
    expect({ floorSeq, headSeq }).toEqual({ floorSeq: expected, headSeq: headOf(log) })
    await this.#noteFloors()
  }

  /** What has ended is pruned when it could be replayed for ten minutes, and nothing else is. */
  async #upkeep({ isLater }: { isLater: boolean }): Promise<void> {
    if (isLater) {
      // No commit waits for minutes.
      await this.#commitNow()
      this.#now += 2 * replayableMs
    }
    const expected = logNames.map((name) => {
      const log = referenceLog(this.reference, name)
      return name === workspace
        ? log.floorSeq
        : Math.max(log.floorSeq, this.#prunable(name, log, this.#now - replayableMs))
    })
    const before = this.#floors()
    const { prunedEvents } = await this.database.upkeep(noSignal)
    await this.#noteFloors()
    expect(this.#floors()).toEqual(expected)
    expect(prunedEvents).toBe(sum(expected) - sum(before))
  }

  /** A log may be pruned up to the start of what is being written, whenever the rest was. */
  #prunable(name: LogName, log: ReferenceLog, since = Number.POSITIVE_INFINITY): number {
    return name === workspace ? headOf(log) : prunableSeq(log, { since, undoneAt: this.#server.undoneAt })
  }

  async #noteFloors(): Promise<void> {
    const before = this.reference
    const next = new Map(before)
    const pruned = new Map<LogName, ReferenceLog>()
    for (const name of logNames) {
      const log = referenceLog(before, name)
      const { floorSeq, headSeq } = await this.database.log.bounds(name)
      expect(headSeq).toBe(headOf(log))
      expect(floorSeq).toBeGreaterThanOrEqual(log.floorSeq)
      expect(floorSeq).toBeLessThanOrEqual(Math.max(log.floorSeq, this.#prunable(name, log)))
      next.set(name, { ...log, floorSeq })
      if (floorSeq > log.floorSeq) pruned.set(name, { ...log, floorSeq })
    }
    // Upkeep prunes one log after the other, each in a commit of its own: whichever came first, it may be all there is.
    for (const [name, log] of pruned) this.#commits.push(new Map(before).set(name, log))
    this.#commits.push(next)
  }

  #floors(): readonly number[] {
    return logNames.map((name) => referenceLog(this.reference, name).floorSeq)
  }

  // What goes wrong.

  #newPath(): string {
    this.#files += 1
    const folder = join(this.#folder, String(this.#files))
    mkdirSync(folder)
    return join(folder, 'livetype.db')
  }

  #copyFiles(from: string): string {
    const to = this.#newPath()
    for (const suffix of ['', '-wal']) if (existsSync(from + suffix)) copyFileSync(from + suffix, to + suffix)
    return to
  }

  #open(): ChatDatabase {
    const database = openChatDatabase({
      // So few that histories as short as these have events in both places.
      maxArrived: 7,
      path: this.#path,
      durability: 'process',
      now: () => this.#now,
      schedule: (commit) => {
        this.#commit = commit
      },
    })
    this.#opened.push(database)
    return database
  }

  #save(): void {
    this.#saved = { path: this.#copyFiles(this.#path), commits: [...this.#commits] }
  }

  async #restore(): Promise<void> {
    const saved = this.#saved
    if (!saved) return
    this.#path = this.#copyFiles(saved.path)
    await this.#startAgain(() => {
      this.#commits = [...saved.commits]
    })
  }

  async #crash({ how, keptPart }: { how: 'fresh' | 'copy' | 'torn'; keptPart: number }): Promise<void> {
    if (how !== 'fresh') this.#path = this.#copyFiles(this.#path)
    const wal = `${this.#path}-wal`
    if (how === 'torn' && existsSync(wal)) truncateSync(wal, Math.floor(statSync(wal).size * keptPart))
    await this.#startAgain(async () => {
      if (how === 'torn') await this.#findCommit()
    })
  }

  /** A WAL that lost its tail leaves what one of the commits left: all of it, in all logs, and no more. */
  async #findCommit(): Promise<void> {
    const bounds = new Map<LogName, { floorSeq: number; headSeq: number }>()
    for (const name of logNames) bounds.set(name, await this.database.log.bounds(name))
    const index = this.#commits.findLastIndex((reference) =>
      logNames.every((name) => {
        const log = referenceLog(reference, name)
        const found = bounds.get(name)
        return found?.floorSeq === log.floorSeq && found.headSeq === headOf(log)
      }),
    )
    if (index < 0) expect.fail('what is left is what no commit has left')
    this.#commits = this.#commits.slice(0, index + 1)
  }

  /** As a server does that comes after one that was killed: connections are gone, and so is what was not committed. */
  async #startAgain(settle: () => void | Promise<void>): Promise<void> {
    for (const client of this.#clients) await client?.detach()
    this.#waiting = []
    this.#commit = undefined
    this.database = this.#open()
    await settle()
    await this.database.log.raiseEpoch()
    this.#server.restart(this.reference, conversationIds)
    const open = await this.#openRuns()
    expect(open).toEqual(this.#expectedOpenRuns())
    for (const { conversationId: id, ...run } of open) this.#server.endRun(id, { ...run, how: 'interrupted' })
    await this.#commitNow()
  }

  /** Everything there is, from the disk and from the tables. */
  async #compareAll(): Promise<void> {
    for (const name of logNames) {
      const log = referenceLog(this.reference, name)
      expect(await this.#readOneByOne(name, log.floorSeq)).toEqual(log.events.slice(log.floorSeq))
    }
    for (const id of conversationIds) {
      await new HistoryClient(id).catchUp(this)
      await this.#compareRuns(id)
    }
  }

  /** Every run is known, and whether it was taken back; so its id is taken. */
  async #compareRuns(id: string): Promise<void> {
    const { events } = referenceLog(this.reference, conversationLog(id))
    const undone = new Set(events.map((event) => event.type === 'run-undone' && event.runId))
    for (const event of events) {
      if (event.type !== 'run-queued' && event.type !== 'run-started') continue
      const { runId, messageId } = event
      const found = await this.database.runs.find(localOwnerId, id, runId)
      expect(found).toEqual({ messageId, isUndone: undone.has(runId) })
    }
  }
}

/** Plays a history on a copy of the database `template`, and throws where it is not as the reference says. */
export async function playHistory(template: string, operations: readonly Operation[]): Promise<void> {
  const history = new History(template)
  try {
    await history.play(operations)
  } finally {
    await history.dispose()
  }
}

function conversationId(index: number): string {
  return conversationIds[index] ?? conversationIds[0]
}

function logName(index: number): LogName {
  return logNames[index] ?? workspace
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
