import { statSync } from 'node:fs'
import { expect, it } from 'vitest'
import { createCommitProbe } from './commit-probe.ts'
import { becomeWriter } from './database-state.ts'
import { openDatabase } from './open-database.ts'
import { openTemporaryDatabase } from './test-support/temporary-database.ts'

it('[LOG6] a probe writes each time, so that a disk that takes nothing is found out', async () => {
  await using temporary = openTemporaryDatabase()
  const { client, orm } = openDatabase({ path: temporary.path, durability: 'process' })
  const probe = createCommitProbe({ client, orm }, () => {})
  const walBytes = () => statSync(`${temporary.path}-wal`).size
  for (let time = 0; time < 3; time++) {
    const before = walBytes()
    expect(probe.canCommit()).toBe(true)
    expect(walBytes()).toBeGreaterThan(before + 16_384)
  }
  client.close()
})

it('[RUN6] says no once another process writes', async () => {
  await using temporary = openTemporaryDatabase()
  const database = openDatabase({ path: temporary.path, durability: 'process' })
  const probe = createCommitProbe(
    database,
    becomeWriter(database, () => {}),
  )
  expect(probe.canCommit()).toBe(true)
  becomeWriter(database, () => {})
  expect(probe.canCommit()).toBe(false)
  database.client.close()
})
