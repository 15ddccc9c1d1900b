import { startMockModel } from '@livetype/mock-model/server'
import { readFaultConfig } from '../config.ts'
import { createHistory } from '../recording/history.ts'
import { createSeededRandom } from '../seeded-random.ts'
import { buildServer } from '../stage/build-server.ts'
import { flatnessOf, megabytes } from './flatness.ts'
import { runSoak } from './run-soak.ts'
import type { Sample } from './sample-server.ts'

const streams = 200
const printEveryMs = 10_000

const { seed, soakMinutes } = readFaultConfig(process.env)
console.log(`seed ${seed}, ${soakMinutes} minutes, ${streams} streams`)
await buildServer()
await using model = await startMockModel()
const { samples, faults, replies, shownEvents } = await runSoak({
  durationMs: soakMinutes * 60_000,
  streams,
  model,
  history: createHistory(seed),
  random: createSeededRandom(seed),
  killingShare: 0.3,
  sampleEveryMs: printEveryMs,
  restMs: 3_000,
  onSample: print,
})
const { problems, residentGrowthBytes, residentMeanBytes, walMaxBytes } = flatnessOf(samples)

const ends = Object.groupBy(replies, ({ status }) => status)
console.log(`faults: ${counts(faults)}`)
console.log(
  `replies: ${replies.length} (${counts(Object.fromEntries(Object.entries(ends).map(([status, of]) => [status, of?.length ?? 0])))})`,
)
console.log(`events shown, each found on disk: ${shownEvents}`)
console.log(
  `memory after the warm-up: ${megabytes(residentMeanBytes)} MB on average, grown by ${megabytes(residentGrowthBytes)} MB; WAL at most ${megabytes(walMaxBytes)} MB`,
)
for (const problem of problems) console.log(`not flat: ${problem}`)
console.log(problems.length === 0 ? '0 violations' : `${problems.length} violations`)
process.exitCode = problems.length === 0 ? 0 : 1

function print({ atMs, life, residentBytes, walBytes, databaseBytes }: Sample): void {
  const sizes = [residentBytes, walBytes, databaseBytes].map(megabytes)
  console.log(
    `${String(Math.round(atMs / 1_000)).padStart(5)} s  life ${life}  memory ${sizes[0]} MB, WAL ${sizes[1]} MB, database ${sizes[2]} MB`,
  )
}

function counts(of: Readonly<Record<string, number>>): string {
  return Object.entries(of)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')
}
