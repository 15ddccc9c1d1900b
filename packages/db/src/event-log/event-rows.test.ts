import { expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../open-database.ts'
import { openTemporaryDatabase } from '../test-support/temporary-database.ts'
import { createEventRows } from './event-rows.ts'

/** The rows of two logs in an empty database, five of which may lie as they came. */
async function openRows() {
  const temporary = openTemporaryDatabase()
  const { client } = openDatabase({ path: temporary.path, durability: 'process' })
  onTestFinished(async () => {
    client.close()
    await temporary[Symbol.asyncDispose]()
  })
  const rows = createEventRows({ client }, { maxArrived: 5 })
  const insert = (logId: number, ...seqs: number[]) =>
    client.transaction(() => {
      for (const seq of seqs) rows.insert(logId, { seq, payload: `${logId}/${seq}` })
    })()
  const places = () => ({
    arrived: client.prepare('SELECT count(*) FROM arrived_events').pluck().get(),
    settled: client.prepare('SELECT count(*) FROM settled_events').pluck().get(),
  })
  const seqs = (logId: number, afterSeq: number, limit: number) =>
    Array.from(rows.after(logId, afterSeq, limit), ({ seq }) => seq)
  return { client, rows, insert, places, seqs }
}

it('[LOG3] lie as they came until there are many, and then by log', async () => {
  const { insert, places } = await openRows()
  insert(1, 1, 2, 3)
  insert(2, 1, 2)
  expect(places()).toEqual({ arrived: 5, settled: 0 })
  insert(1, 4)
  expect(places()).toEqual({ arrived: 1, settled: 5 })
})

it('[LOG2] are read in their order from both places, page by page', async () => {
  const { insert, seqs, rows } = await openRows()
  insert(1, 1, 2, 3)
  insert(2, 1, 2)
  insert(1, 4, 5)
  expect(seqs(1, 0, 10)).toEqual([1, 2, 3, 4, 5])
  expect(seqs(1, 1, 3)).toEqual([2, 3, 4])
  expect(seqs(1, 4, 3)).toEqual([5])
  expect(seqs(2, 0, 10)).toEqual([1, 2])
  expect(seqs(3, 0, 10)).toEqual([])
  expect(rows.payload(1, 2)).toBe('1/2')
  expect(rows.payload(1, 5)).toBe('1/5')
  expect(rows.payload(1, 6)).toBeUndefined()
})

it('[LOG5] are removed from both places', async () => {
  const { client, insert, seqs, rows } = await openRows()
  insert(1, 1, 2, 3)
  insert(2, 1, 2)
  insert(1, 4, 5)
  client.transaction(() => rows.deleteThrough(1, 4))()
  expect(seqs(1, 0, 10)).toEqual([5])
  expect(seqs(2, 0, 10)).toEqual([1, 2])
})

it('[LOG6] are counted anew after a transaction that was rolled back', async () => {
  const { client, insert, places, rows } = await openRows()
  insert(1, 1, 2, 3, 4, 5)
  const settleAndFail = client.transaction(() => {
    rows.insert(1, { seq: 6, payload: '1/6' })
    throw new Error('no')
  })
  expect(settleAndFail).toThrow('no')
  rows.forget()
  expect(places()).toEqual({ arrived: 5, settled: 0 })
  insert(1, 6)
  expect(places()).toEqual({ arrived: 1, settled: 5 })
})
