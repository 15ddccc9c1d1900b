import { readFileSync, truncateSync } from 'node:fs'
import type { SeededRandom } from '../seeded-random.ts'

const walHeaderBytes = 32
const frameBytes = 24 + 4_096
/** In the WAL's index: frames that count, and frames that a checkpoint may have copied into the database. */
const validFramesAt = 16
const checkpointedFramesAt = 128

/**
 * Cuts the WAL of a killed server somewhere, as a power cut may have left it: what a checkpoint has copied was synced
 * before, and stays. More often near its end than elsewhere. Returns how many bytes it lost.
 * @see https://www.sqlite.org/walformat.html
 */
export function cutWal(databasePath: string, random: SeededRandom): number {
  const index = readFileSync(`${databasePath}-shm`)
  const end = walHeaderBytes + index.readUInt32LE(validFramesAt) * frameBytes
  const least = walHeaderBytes + index.readUInt32LE(checkpointedFramesAt) * frameBytes
  const kept = random.chance(0.4) ? Math.max(least, end - random.between(0, 60_000)) : random.between(least, end)
  truncateSync(`${databasePath}-wal`, kept)
  return end - kept
}
