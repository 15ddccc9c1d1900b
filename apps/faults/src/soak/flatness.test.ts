import { expect, it } from 'vitest'
import { flatnessOf } from './flatness.ts'
import type { Sample } from './sample-server.ts'

const megabyte = 2 ** 20
const samples = (residentMegabytes: readonly number[], changes: Partial<Sample> = {}): Sample[] =>
  residentMegabytes.map((resident, index) => ({
    atMs: index * 1_000,
    life: 1,
    residentBytes: resident * megabyte,
    walBytes: 4 * megabyte,
    databaseBytes: 0,
    ...changes,
  }))

it('memory that warms up and then wanders is flat', () => {
  expect(flatnessOf(samples([80, 150, 200, 202, 198, 203, 199, 201, 200])).problems).toEqual([])
})

it('memory that goes on growing is not', () => {
  const { problems, residentGrowthBytes } = flatnessOf(samples([80, 150, 200, 210, 220, 230, 240, 250, 260]))
  expect(Math.round(residentGrowthBytes / megabyte)).toBe(50)
  expect(problems).toEqual(['memory grew by 50.0 of 235.0 MB'])
})

it('only the last life of the server counts for memory, every life for the WAL', () => {
  const before = samples([100, 200, 300, 400], { life: 0, walBytes: 100 * megabyte })
  const after = samples([200, 200, 200]).map((sample) => ({ ...sample, atMs: sample.atMs + 4_000 }))
  expect(flatnessOf([...before, ...after]).problems).toEqual(['the WAL had 100.0 MB'])
})
