import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import { openChatDatabase } from './chat-database.ts'
import { histories } from './test-support/histories/operation.ts'
import { playHistory } from './test-support/histories/play-history.ts'

/** How many histories are played; `npm run test:faults` plays the full number. */
const count = Number(
  process.env.LIVETYPE_FAULT_HISTORIES ?? (process.env.LIVETYPE_FAULT_SCALE === 'full' ? 10_000 : 100),
)
const seed = Number(process.env.LIVETYPE_FAULT_SEED ?? Date.now() % 1_000_000_000)

it('[LOG7] [LOG5] any history of replies that begin, go on and are taken back, of reads, followers, pruning, crashes, torn and restored files is as the reference says', {
  timeout: 60_000 + count * 1_000,
}, async () => {
  expect(count).toBeGreaterThan(0)
  process.stderr.write(`${count} histories, LIVETYPE_FAULT_SEED=${seed}\n`)
  const folder = mkdtempSync(join(tmpdir(), 'livetype-template-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const template = join(folder, 'livetype.db')
  openChatDatabase({ path: template, durability: 'process' }).close()
  await fc.assert(
    fc.asyncProperty(histories(80), (operations) => playHistory(template, operations)),
    { numRuns: count, seed },
  )
})
