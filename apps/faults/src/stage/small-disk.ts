import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SpawnedServer } from '@livetype/api/test-support'

/** A folder whose disk a test can fill for real. */
export interface SmallDisk extends Disposable {
  readonly dataDir: string
  /** How it is made: a file system of its own, or, where mounting is not allowed, a limit on the size of files. */
  readonly kind: 'tmpfs' | 'file-size-limit'
  /** From now on the server can store nothing. */
  fill(server: SpawnedServer): void
  /** There is room again. */
  clear(server: SpawnedServer): void
}

/** Room for the server's files and not much more. */
const sizeMiB = 24

/** Makes a small disk; a sentence where this machine allows none. */
export function makeSmallDisk(): SmallDisk | string {
  const folder = mkdtempSync(join(tmpdir(), 'livetype-disk-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMiB}m`, 'tmpfs', folder], { stdio: 'ignore' })
    return tmpfsAt(folder, remove)
  } catch {
    // Only root may mount.
  }
  try {
    execFileSync('prlimit', ['--version'], { stdio: 'ignore' })
    return limitedAt(folder)
  } catch {
    remove()
    return 'needs root (for a small tmpfs) or prlimit'
  }
}

function tmpfsAt(folder: string, remove: () => void): SmallDisk {
  const filler = join(folder, 'filler')
  const dataDir = join(folder, 'data')
  mkdirSync(dataDir)
  return {
    kind: 'tmpfs',
    dataDir,
    fill() {
      const file = openSync(filler, 'w')
      try {
        // To the last page: big steps first.
        for (const size of [1024 * 1024, 4096]) writeUntilFull(file, Buffer.alloc(size, 1))
      } finally {
        closeSync(file)
      }
    },
    clear: () => rmSync(filler),
    [Symbol.dispose]() {
      execFileSync('umount', [folder])
      remove()
    },
  }
}

function writeUntilFull(file: number, chunk: Buffer): void {
  try {
    for (;;) writeSync(file, chunk)
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'ENOSPC') throw error
  }
}

function limitedAt(dataDir: string): SmallDisk {
  const limit = (server: SpawnedServer, bytes: number | 'unlimited') =>
    execFileSync('prlimit', ['--pid', String(server.process.pid), `--fsize=${bytes}:unlimited`])
  return {
    kind: 'file-size-limit',
    dataDir,
    fill: (server) => void limit(server, statSync(join(dataDir, 'livetype.db-wal')).size),
    clear: (server) => void limit(server, 'unlimited'),
    [Symbol.dispose]: () => rmSync(dataDir, { recursive: true, force: true }),
  }
}
