import type { LoggedEvent, NewEvent } from '@livetype/protocol'
import { afterEach, describe, expect, it } from 'vitest'
import { conversationLog, type EventLog, type LogName, workspaceLog } from './event-log.ts'

/** An engine under test: its log, with the conversation `conversationId` of `ownerId` ready to take events. */
export interface EventLogSubject {
  readonly log: EventLog
  readonly ownerId: string
  readonly conversationId: string
  dispose(): Promise<void>
}

const messageId = 'reply-0001'
const runId = 'run-000001'

const userMessage: Extract<NewEvent, { type: 'message-added' }> = {
  type: 'message-added',
  message: { id: 'user-0001', parentId: null, role: 'user', parts: [{ type: 'text', text: 'Hi' }], createdAt: 1 },
}
const runStarted: Extract<NewEvent, { type: 'run-started' }> = {
  type: 'run-started',
  runId,
  messageId,
  parentId: 'user-0001',
  modelId: 'demo',
  modelName: 'Demo',
  startedAt: 2,
}
const delta = (offset: number, text: string): NewEvent => ({
  type: 'text-delta',
  messageId,
  partIndex: 0,
  offset,
  text,
})

/** Holds an engine of the event log to the rules. Every engine runs it, the one for tests too. @see SPEC.md LOG */
export function describeEventLogContract(name: string, create: () => Promise<EventLogSubject>): void {
  describe(`event log contract: ${name}`, () => {
    let subject: EventLogSubject | undefined
    afterEach(async () => {
      await subject?.dispose()
      subject = undefined
    })
    const open = async () => {
      subject = await create()
      const { log, conversationId } = subject
      return { ...subject, name: conversationLog(conversationId), log }
    }
    const begin = async () => {
      const opened = await open()
      await opened.log.append([userMessage, runStarted].map((event) => ({ log: opened.name, event })))
      return opened
    }

    it('[LOG2] numbers the events of a log from 1 without holes, each log on its own', async () => {
      const { log, name, ownerId, conversationId } = await begin()
      const other = workspaceLog(ownerId)
      const before = await log.bounds(other)
      await log.append([
        { log: name, event: delta(0, 'a') },
        { log: other, event: { type: 'conversation-updated', conversationId, updatedAt: 5, runningCount: 1 } },
      ])
      expect((await log.read(name, 0, 10)).map((event) => event.seq)).toEqual([1, 2, 3])
      expect((await log.read(other, before.headSeq, 10)).map((event) => event.seq)).toEqual([before.headSeq + 1])
    })

    it('[LOG1] shows nothing before the append has resolved', async () => {
      const { log, name } = await begin()
      const appended = log.append([{ log: name, event: delta(0, 'a') }])
      expect(await log.read(name, 2, 10)).toEqual([])
      await appended
      expect(await log.read(name, 2, 10)).toHaveLength(1)
    })

    it('[LOG3] commits together what is ready together, and merges neighbouring deltas into one event', async () => {
      const { log, name } = await begin()
      await Promise.all(
        ['Hel', 'lo ', 'you'].map((text, index) => log.append([{ log: name, event: delta(index * 3, text) }])),
      )
      const events = await log.read(name, 2, 10)
      expect(events).toMatchObject([{ seq: 3, type: 'text-delta', offset: 0, text: 'Hello you' }])
    })

    it('[LOG3] does not merge deltas that are not neighbours', async () => {
      const { log, name } = await begin()
      const thought: NewEvent = { type: 'reasoning-delta', messageId, partIndex: 0, offset: 0, text: 'hm' }
      const text: NewEvent = { type: 'text-delta', messageId, partIndex: 1, offset: 0, text: 'so' }
      await Promise.all([thought, text].map((event) => log.append([{ log: name, event }])))
      expect((await log.read(name, 2, 10)).map((event) => event.type)).toEqual(['reasoning-delta', 'text-delta'])
    })

    it('[LOG3] [RUN9] never merges deltas across the end of a run and the beginning of the one that goes on', async () => {
      const { log, name } = await begin()
      const events: readonly NewEvent[] = [
        delta(0, 'Hel'),
        { type: 'run-ended', runId, messageId, status: 'stopped', endedAt: 3 },
        { ...runStarted, runId: 'run-000002', continues: true },
        delta(3, 'lo'),
      ]
      await Promise.all(events.map((event) => log.append([{ log: name, event }])))
      expect(await log.read(name, 2, 10)).toEqual(events.map((event, index) => ({ ...event, seq: index + 3 })))
    })

    it('[RUN7] [RUN10] gives back what waits, begins late and is taken back as it was appended', async () => {
      const { log, name } = await begin()
      const { startedAt, ...run } = runStarted
      const second = { ...run, runId: 'run-000002', continues: true } as const
      const events: readonly NewEvent[] = [
        { type: 'run-ended', runId, messageId, status: 'stopped', endedAt: 3 },
        { ...second, type: 'run-queued', queuedAt: 4 },
        { ...second, type: 'run-started', startedAt },
        delta(0, 'so'),
        { type: 'run-ended', runId: second.runId, messageId, status: 'stopped', endedAt: 6 },
        { type: 'run-undone', runId: second.runId, messageId },
        // What stands at the same place again is another text.
        { ...runStarted, runId: 'run-000003', continues: true },
        delta(0, 'no'),
      ]
      for (const event of events) await log.append([{ log: name, event }])
      const expected = events.map((event, index) => ({ ...event, seq: index + 3 }))
      expect(await log.read(name, 2, 20)).toEqual(expected)
      await log.raiseEpoch()
      expect(await log.read(name, 2, 20)).toEqual(expected)
    })

    it('[LOG7] reads no further than its limit and goes on from there', async () => {
      const { log, name } = await begin()
      for (const [index, text] of ['a', 'b', 'c'].entries())
        await log.append([{ log: name, event: delta(index, text) }])
      expect((await log.read(name, 0, 2)).map((event) => event.seq)).toEqual([1, 2])
      expect((await log.read(name, 2, 10)).at(-1)?.seq).toBe(5)
    })

    it('[SUB3] ends a page where its text is long, and goes on from there', async () => {
      const { log, name } = await begin()
      const long = 'x'.repeat(200_000)
      for (let index = 0; index < 5; index += 1)
        await log.append([{ log: name, event: delta(index * long.length, long) }])
      const seqsAfter = async (seq: number) => (await log.read(name, seq, 10)).map((event) => event.seq)
      expect(await seqsAfter(0)).toEqual([1, 2, 3, 4])
      expect(await seqsAfter(4)).toEqual([5, 6])
      expect(await seqsAfter(6)).toEqual([7])
      const ended = new AbortController()
      const followed: number[] = []
      for await (const batch of log.follow(new Map([[name, 0]]), ended.signal)) {
        if (batch.type === 'events') followed.push(...batch.events.map((event) => event.seq))
        if (followed.at(-1) === 7) ended.abort()
      }
      expect(followed).toEqual([1, 2, 3, 4, 5, 6, 7])
    })

    it('[SUB3] ends a page where imported replies are long', async () => {
      const { log, name } = await begin()
      const parts = [{ type: 'text' as const, text: 'x'.repeat(200_000) }]
      for (const number of [1, 2, 3]) {
        const run = { runId: `run-imported-${number}`, messageId: `reply-imported-${number}` }
        await log.append([
          { log: name, event: { ...runStarted, ...run } },
          { log: name, event: { type: 'run-ended', ...run, status: 'completed', parts, endedAt: 3 } },
        ])
      }
      const seqsAfter = async (seq: number) => (await log.read(name, seq, 10)).map((event) => event.seq)
      expect(await seqsAfter(2)).toEqual([3, 4, 5, 6])
      expect(await seqsAfter(6)).toEqual([7, 8])
    })

    it('[SUB3] gives a reader that is behind fewer, larger deltas that span what they replace', async () => {
      const { log, name } = await begin()
      for (const [index, text] of ['a', 'b', 'c'].entries())
        await log.append([{ log: name, event: delta(index, text) }])
      expect(await log.read(name, 2, 10)).toMatchObject([{ firstSeq: 3, seq: 5, offset: 0, text: 'abc' }])
      expect(await log.read(name, 3, 10)).toMatchObject([{ firstSeq: 4, seq: 5, offset: 1, text: 'bc' }])
    })

    it('has bounds: 0 for a log that is not there, its last seq otherwise', async () => {
      const { log, name } = await begin()
      expect(await log.bounds(name)).toMatchObject({ floorSeq: 0, headSeq: 2 })
      expect(await log.bounds(conversationLog('nobody-there'))).toMatchObject({ floorSeq: 0, headSeq: 0 })
    })

    it('[SUB1] a follower gets what was there and what comes, each seq once', async () => {
      const { log, name } = await begin()
      const stop = new AbortController()
      const seen: LoggedEvent[] = []
      const following = collect({ log, stop, seen }, new Map([[name, 1]]), (event) => event.type === 'run-ended')
      for (const [index, text] of ['a', 'b', 'c'].entries())
        await log.append([{ log: name, event: delta(index, text) }])
      await log.append([{ log: name, event: { type: 'run-ended', runId, messageId, status: 'completed', endedAt: 9 } }])
      await following
      expect(covered(seen)).toEqual([2, 3, 4, 5, 6])
    })

    it('[SUB4] one follower follows several logs', async () => {
      const { log, name, ownerId, conversationId } = await begin()
      const other = workspaceLog(ownerId)
      const { headSeq } = await log.bounds(other)
      const stop = new AbortController()
      const seen: LoggedEvent[] = []
      const positions = new Map([
        [name, 2],
        [other, headSeq],
      ])
      const following = collect({ log, stop, seen }, positions, () => seen.length === 2)
      await log.append([{ log: name, event: delta(0, 'a') }])
      const updated: NewEvent = { type: 'conversation-updated', conversationId, updatedAt: 5, runningCount: 1 }
      await log.append([{ log: other, event: updated }])
      await following
      expect(seen.map((event) => event.type).sort()).toEqual(['conversation-updated', 'text-delta'])
    })

    it('[LOG7] a follower ends when its signal aborts, also while it waits', async () => {
      const { log, name } = await begin()
      const stop = new AbortController()
      const following = collect({ log, stop, seen: [] }, new Map([[name, 2]]), () => false)
      await Promise.resolve()
      stop.abort()
      await following
    })

    const beginWithDeltas = async () => {
      const begun = await begin()
      for (const [index, text] of ['a', 'b', 'c'].entries())
        await begun.log.append([{ log: begun.name, event: delta(index, text) }])
      return begun
    }
    const first = async (log: EventLog, positions: ReadonlyMap<LogName, number>, epoch?: number) => {
      const stop = new AbortController()
      for await (const batch of log.follow(positions, stop.signal, epoch)) {
        stop.abort()
        return batch
      }
      return undefined
    }

    it('[LOG5] prunes its oldest events, a few at a time, and knows from where on it can be replayed', async () => {
      const { log, name } = await beginWithDeltas()
      expect(await log.prune(name, 4, 3)).toMatchObject({ floorSeq: 3, headSeq: 5 })
      expect(await log.prune(name, 4, 3)).toMatchObject({ floorSeq: 4, headSeq: 5 })
      expect(await log.prune(name, 4, 3)).toMatchObject({ floorSeq: 4, headSeq: 5 })
      expect(await log.bounds(name)).toMatchObject({ floorSeq: 4, headSeq: 5 })
      expect((await log.read(name, 4, 10)).map((event) => event.seq)).toEqual([5])
      expect((await log.read(name, 0, 10)).map((event) => event.seq)).toEqual([5])
    })

    it('[LOG2] uses no seq again, also where nothing is left', async () => {
      const { log, name } = await beginWithDeltas()
      expect(await log.prune(name, 1_000, 1_000)).toMatchObject({ floorSeq: 5, headSeq: 5 })
      await log.append([{ log: name, event: delta(3, 'd') }])
      expect(await log.bounds(name)).toMatchObject({ floorSeq: 5, headSeq: 6 })
      expect((await log.read(name, 5, 10)).map((event) => event.seq)).toEqual([6])
    })

    it('[LOG5] pruning a log that is not there makes none', async () => {
      const { log } = await begin()
      const nobodys = conversationLog('nobody-there')
      expect(await log.prune(nobodys, 10, 10)).toMatchObject({ floorSeq: 0, headSeq: 0 })
    })

    it('[SUB2] a follower at the floor goes on; one behind it gets a reset, and what comes after', async () => {
      const { log, name } = await beginWithDeltas()
      await log.prune(name, 4, 10)
      expect(await first(log, new Map([[name, 4]]))).toMatchObject({ type: 'events', events: [{ seq: 5 }] })
      const bounds = await log.bounds(name)
      expect(await first(log, new Map([[name, 3]]))).toEqual({ type: 'reset', bounds: new Map([[name, bounds]]) })
      await log.prune(name, 5, 10)
      expect(await first(log, new Map([[name, 3]]))).toMatchObject({ type: 'reset' })
    })

    it('[SUB2] a follower that the floor overtakes while it is busy gets a reset, and then what comes', async () => {
      const { log, name } = await begin()
      const stop = new AbortController()
      const batches = log.follow(new Map([[name, 0]]), stop.signal)
      expect((await batches.next()).value).toMatchObject({ events: [{ seq: 1 }, { seq: 2 }] })
      await log.append([{ log: name, event: delta(0, 'a') }])
      await log.append([{ log: name, event: delta(1, 'b') }])
      await log.prune(name, 3, 10)
      const reset = (await batches.next()).value
      expect(reset).toMatchObject({ type: 'reset' })
      expect(reset?.type === 'reset' && reset.bounds.get(name)).toMatchObject({ floorSeq: 3, headSeq: 4 })
      await log.append([{ log: name, event: delta(2, 'c') }])
      expect((await batches.next()).value).toMatchObject({ type: 'events', events: [{ seq: 5 }] })
      stop.abort()
      expect((await batches.next()).done).toBe(true)
    })

    it('[SUB2] a follower ahead of the log gets a reset', async () => {
      const { log, name } = await begin()
      expect(await first(log, new Map([[name, 3]]))).toMatchObject({ type: 'reset' })
    })

    it('[SUB2] a new epoch resets all logs of a follower at once, also of one that waits', async () => {
      const { log, name, ownerId } = await begin()
      const other = workspaceLog(ownerId)
      const before = await log.bounds(other)
      const stop = new AbortController()
      const batches = log.follow(
        new Map([
          [name, 2],
          [other, before.headSeq],
        ]),
        stop.signal,
      )
      const next = batches.next()
      const epoch = await log.raiseEpoch()
      expect(epoch).toBeGreaterThan(before.epoch)
      const expected = new Map([
        [name, { epoch, floorSeq: 0, headSeq: 2 }],
        [other, { ...before, epoch }],
      ])
      expect((await next).value).toEqual({ type: 'reset', bounds: expected })
      stop.abort()
      await batches.return()
    })

    it('[SUB2] positions of an epoch that is over give a reset', async () => {
      const { log, name } = await begin()
      const { epoch } = await log.bounds(name)
      await log.raiseEpoch()
      expect(await first(log, new Map([[name, 2]]), epoch)).toMatchObject({ type: 'reset' })
    })

    it('[SUB3] lets others run between the pages of a long replay', async () => {
      const { log, name } = await begin()
      const appends: Promise<void>[] = []
      // Not neighbours, so that each stays an event of its own.
      for (let index = 0; index < 1_000; index++) {
        const event: NewEvent = { ...userMessage, message: { ...userMessage.message, id: `user-${1000 + index}` } }
        appends.push(log.append([{ log: name, event }]))
      }
      await Promise.all(appends)
      let turns = 0
      let isOver = false
      const count = () => {
        turns += 1
        if (!isOver) setImmediate(count)
      }
      setImmediate(count)
      const stop = new AbortController()
      let events = 0
      for await (const batch of log.follow(new Map([[name, 0]]), stop.signal)) {
        if (batch.type === 'events') events += batch.events.length
        if (events === 1_002) stop.abort()
      }
      isOver = true
      expect(turns).toBeGreaterThanOrEqual(3)
    })
  })
}

async function collect(
  { log, stop, seen }: { log: EventLog; stop: AbortController; seen: LoggedEvent[] },
  positions: ReadonlyMap<LogName, number>,
  isLast: (event: LoggedEvent) => boolean,
): Promise<void> {
  for await (const batch of log.follow(positions, stop.signal)) {
    for (const event of batch.type === 'events' ? batch.events : []) {
      seen.push(event)
      if (isLast(event)) stop.abort()
    }
  }
}

/** The seqs that events cover, merged ones included. */
function covered(events: readonly LoggedEvent[]): number[] {
  return events.flatMap((event) => {
    const first = 'firstSeq' in event && event.firstSeq !== undefined ? event.firstSeq : event.seq
    return Array.from({ length: event.seq - first + 1 }, (_, index) => first + index)
  })
}
