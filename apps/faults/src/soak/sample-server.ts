import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'

/** What a server used at a moment. */
export interface Sample {
  /** Since the soak began. */
  readonly atMs: number
  /** Which life of the server: memory can be compared within one only. */
  readonly life: number
  readonly residentBytes: number
  readonly walBytes: number
  readonly databaseBytes: number
}

/** Reads what the server's process and its files use now; undefined where it has just ended. */
export function sampleServer(pid: number, databasePath: string): Omit<Sample, 'atMs' | 'life'> | undefined {
  const residentBytes = readResidentBytes(pid)
  if (residentBytes === undefined) return undefined
  return { residentBytes, walBytes: sizeOf(`${databasePath}-wal`), databaseBytes: sizeOf(databasePath) }
}

/** The memory that a process holds; undefined where it has ended. */
export function readResidentBytes(pid: number): number | undefined {
  try {
    const status =
      process.platform === 'linux'
        ? /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
        : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
    return status === undefined ? undefined : Number(status) * 1024
  } catch {
    // The process has ended between two looks at it.
    return undefined
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
