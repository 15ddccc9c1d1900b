import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NewEvent, RunStatus } from '@livetype/protocol'
import { expect } from 'vitest'
import { type ChatDatabase, openChatDatabase } from '../../chat-database.ts'
import { conversationLog, type LogName, type NewEntry, workspaceLog } from '../../event-log/event-log.ts'
import { localOwnerId } from '../../repositories/users.ts'
import { HistoryClient, type ServerView } from './client.ts'
import type { Operation } from './operation.ts'
import { headOf, piecesOf, type Reference, type ReferenceLog, referenceLog } from './reference.ts'

const conversationIds = ['conversation-1', 'conversation-2'] as const
const workspace = workspaceLog(localOwnerId)
const logNames: readonly LogName[] = [...conversationIds.map(conversationLog), workspace]
const noSignal = new AbortController().signal

/** A reply being written. */
interface Writing {
  readonly runId: string
  readonly messageId: string
  type: 'text-delta' | 'reasoning-delta' | undefined
  partIndex: number
  offset: number
}

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
  #ids = 0
  #writings = new Map<string, Writing>()
  #created = new Set<string>()
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
      case 'start':
        return this.#start(conversationId(operation.conversation))
      case 'write':
        return this.#write(conversationId(operation.conversation), operation)
      case 'end':
        return this.#end(conversationId(operation.conversation), this.#ids % 2 === 0 ? 'completed' : 'stopped')
      case 'rename':
        return this.#rename(conversationId(operation.conversation))
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
      case 'upkeep': {
        const { prunedEvents } = await this.database.upkeep(noSignal)
        const before = this.#floors()
        await this.#noteFloors()
        expect(this.#floors() - before).toBe(prunedEvents)
        return
      }
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

  #append(...entries: NewEntry[]): void {
    const stored = this.database.log.append(entries)
    // Whether it may fail is asked when it is known how it ended.
    stored.catch(() => {})
    this.#waiting.push({ entries, stored })
  }

  #start(id: string): void {
    if (this.#writings.has(id)) return
    const name = conversationLog(id)
    const count = ++this.#ids
    const question = `question-${count}`
    const writing: Writing = {
      runId: `run-${100_000 + count}`,
      messageId: `reply-${100_000 + count}`,
      type: undefined,
      partIndex: -1,
      offset: 0,
    }
    this.#writings.set(id, writing)
    const entries: NewEntry[] = []
    if (!this.#created.has(id)) {
      const conversation = {
        id,
        title: 'x',
        titleOrigin: 'words' as const,
        createdAt: 1,
        updatedAt: 1,
        runningCount: 0,
      }
      entries.push({ log: workspace, event: { type: 'conversation-created', conversation } })
      this.#created.add(id)
    }
    const message = {
      id: question,
      parentId: null,
      role: 'user' as const,
      parts: [{ type: 'text' as const, text: 'Hi' }],
      createdAt: 1,
    }
    entries.push({ log: name, event: { type: 'message-added', message } })
    const { runId, messageId } = writing
    const model = { modelId: 'demo', modelName: 'Demo' }
    entries.push({
      log: name,
      event: { type: 'run-started', runId, messageId, parentId: question, ...model, startedAt: 2 },
    })
    this.#append(...entries)
  }

  #write(id: string, { text, isReasoning }: { text: string; isReasoning: boolean }): void {
    const writing = this.#writings.get(id)
    if (!writing) return
    const type = isReasoning ? 'reasoning-delta' : 'text-delta'
    if (type !== writing.type) {
      writing.type = type
      writing.partIndex += 1
      writing.offset = 0
    }
    const { messageId, partIndex, offset } = writing
    writing.offset += text.length
    this.#append({ log: conversationLog(id), event: { type, messageId, partIndex, offset, text } })
  }

  #end(id: string, status: RunStatus): void {
    const writing = this.#writings.get(id)
    if (!writing) return
    this.#writings.delete(id)
    const { runId, messageId } = writing
    const ended: NewEvent = { type: 'run-ended', runId, messageId, status, endedAt: 3 }
    const updated: NewEvent = { type: 'conversation-updated', conversationId: id, updatedAt: 3, runningCount: 0 }
    this.#append({ log: conversationLog(id), event: ended }, { log: workspace, event: updated })
  }

  #rename(id: string): void {
    if (!this.#created.has(id)) return
    const title = `Title ${++this.#ids}`
    const event: NewEvent = { type: 'conversation-renamed', conversationId: id, title, titleOrigin: 'user' }
    this.#append({ log: workspace, event })
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

  /** A log may be pruned up to the start of what is being written. */
  #prunable(name: LogName, log: ReferenceLog): number {
    const open = log.events.findLast((event) => event.type === 'run-started' || event.type === 'run-ended')
    return name !== workspace && open?.type === 'run-started' ? open.seq - 1 : headOf(log)
  }

  async #noteFloors(): Promise<void> {
    const next = new Map(this.reference)
    for (const name of logNames) {
      const log = referenceLog(this.reference, name)
      const { floorSeq, headSeq } = await this.database.log.bounds(name)
      expect(headSeq).toBe(headOf(log))
      expect(floorSeq).toBeGreaterThanOrEqual(log.floorSeq)
      expect(floorSeq).toBeLessThanOrEqual(Math.max(log.floorSeq, this.#prunable(name, log)))
      next.set(name, { ...log, floorSeq })
    }
    this.#commits.push(next)
  }

  #floors(): number {
    return logNames.reduce((sum, name) => sum + referenceLog(this.reference, name).floorSeq, 0)
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
    this.#writings = new Map()
    this.#created = new Set(
      conversationIds.filter((id) => headOf(referenceLog(this.reference, conversationLog(id))) > 0),
    )
    const expected = conversationIds.filter((id) => {
      const { events } = referenceLog(this.reference, conversationLog(id))
      return (
        events.findLast((event) => event.type === 'run-started' || event.type === 'run-ended')?.type === 'run-started'
      )
    })
    const open = await this.database.runs.allOpen()
    expect(open.map((run) => run.conversationId).sort()).toEqual([...expected])
    for (const { conversationId: id, runId, messageId } of open) {
      this.#writings.set(id, { runId, messageId, type: undefined, partIndex: -1, offset: 0 })
      this.#end(id, 'interrupted')
    }
    await this.#commitNow()
  }

  /** Everything there is, from the disk and from the tables. */
  async #compareAll(): Promise<void> {
    for (const name of logNames) {
      const log = referenceLog(this.reference, name)
      expect(await this.#readOneByOne(name, log.floorSeq)).toEqual(log.events.slice(log.floorSeq))
    }
    for (const id of conversationIds) await new HistoryClient(id).catchUp(this)
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
