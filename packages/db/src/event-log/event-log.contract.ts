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

const userMessage: NewEvent = {
  type: 'message-added',
  message: { id: 'user-0001', parentId: null, role: 'user', parts: [{ type: 'text', text: 'Hi' }], createdAt: 1 },
}
const runStarted: NewEvent = {
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

    it('[LOG7] reads no further than its limit and goes on from there', async () => {
      const { log, name } = await begin()
      for (const [index, text] of ['a', 'b', 'c'].entries())
        await log.append([{ log: name, event: delta(index, text) }])
      expect((await log.read(name, 0, 2)).map((event) => event.seq)).toEqual([1, 2])
      expect((await log.read(name, 2, 10)).at(-1)?.seq).toBe(5)
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
      expect(await log.bounds(name)).toEqual({ floorSeq: 0, headSeq: 2 })
      expect(await log.bounds(conversationLog('nobody-there'))).toEqual({ floorSeq: 0, headSeq: 0 })
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
  })
}

async function collect(
  { log, stop, seen }: { log: EventLog; stop: AbortController; seen: LoggedEvent[] },
  positions: ReadonlyMap<LogName, number>,
  isLast: (event: LoggedEvent) => boolean,
): Promise<void> {
  for await (const { events } of log.follow(positions, stop.signal)) {
    for (const event of events) {
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
