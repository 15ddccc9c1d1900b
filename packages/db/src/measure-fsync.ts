import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'

const writes = 7
/** What a small commit writes. */
const bytesPerWrite = 4_096

/**
 * What it costs to have a small write on the disk in `folder`: the median of a few, in milliseconds. Undefined where
 * it can't be measured, as on a full disk.
 */
export async function measureFsync(folder: string): Promise<number | undefined> {
  const path = join(folder, `fsync-${process.pid}.tmp`)
  try {
    const file = await open(path, 'w')
    try {
      const tookMs: number[] = []
      for (let index = 0; index < writes; index++) {
        await file.write(Buffer.alloc(bytesPerWrite, index), 0, bytesPerWrite, index * bytesPerWrite)
        const begunAt = performance.now()
        await file.datasync()
        tookMs.push(performance.now() - begunAt)
      }
      return tookMs.sort((a, b) => a - b)[writes >> 1]
    } finally {
      await file.close()
    }
  } catch {
    // Whether the folder can be written is for the database to say.
    return undefined
  } finally {
    await rm(path, { force: true })
  }
}
