import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileFolderPath } from '../files/file-folder.ts'
import { copyDatabase } from './copy-database.ts'
import { backupFilesPath, copyFiles, hashesIn } from './copy-files.ts'

/** What a backup has become. */
export interface Backup {
  readonly path: string
  readonly bytes: number
  /** How many different attachments lie beside it. */
  readonly files: number
  readonly durationMs: number
}

/**
 * Copies the database at `path` to `target` while the server goes on writing: it stands in the copy as it was at one
 * moment, replies that were being written included, and with it the attachments it knows. The copy is whole, checked and on disk when this resolves.
 * @throws {Error} where there is no database, or already a file at `target`; {DamagedDatabaseError}
 * @see SPEC.md BACKUP1
 */
export async function backUpDatabase(options: {
  path: string
  target: string
  /** Ends the copying; nothing is left of it. */
  signal?: AbortSignal | undefined
}): Promise<Backup> {
  const { path, target, signal } = options
  if (!existsSync(path)) {
    throw new Error(`There is no database at ${path}. LIVETYPE_DATA_DIR says in which folder it is.`)
  }
  const startedAt = performance.now()
  mkdirSync(dirname(target), { recursive: true })
  const files = await copyWithFiles(path, target, { isChecked: true, signal })
  return { path: target, bytes: statSync(target).size, files, durationMs: performance.now() - startedAt }
}

/** Copies a database and, before the copy has its name, the files it knows; returns how many those are. */
export async function copyWithFiles(
  path: string,
  target: string,
  options: { isChecked: boolean; signal?: AbortSignal | undefined },
): Promise<number> {
  if (existsSync(target)) throw new Error(`There is a file at ${target} already. It was left as it is.`)
  const [from, to] = [fileFolderPath(path), backupFilesPath(target)]
  const hadFiles = existsSync(to)
  let count = 0
  try {
    // Once before: what is removed while the database is being copied is in the copy all the same.
    await copyFiles({ hashes: hashesIn(path), from, to, signal: options.signal })
    await copyDatabase(path, target, {
      ...options,
      async beforeNamed(part) {
        const hashes = hashesIn(part)
        const missing = await copyFiles({ hashes, from, to, signal: options.signal })
        count = hashes.length - missing.length
      },
    })
    return count
  } catch (error) {
    if (!hadFiles) rmSync(to, { recursive: true, force: true })
    throw error
  }
}

const ownName = /^livetype-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z\.db$/

/** The name of a backup begun at `at` (epoch milliseconds). Names sort as their times do. */
export function backupName(at: number): string {
  return `livetype-${new Date(at).toISOString().replace(/[:.]/g, '-')}.db`
}

/** A backup takes minutes at most. */
const cutOffAfterMs = 24 * 60 * 60 * 1_000

/** Removes what backups that were killed left in a folder, a day or more before `now` (epoch milliseconds). */
export function removeCutOffBackups(folder: string, now: number): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (!isCutOff(folder, name) || statSync(path).mtimeMs >= now - cutOffAfterMs) continue
    rmSync(path, { recursive: true })
  }
}

/** A backup that never got its name, or the attachments of one. */
function isCutOff(folder: string, name: string): boolean {
  const backup = /^(.*)\.(part|files)$/.exec(name)?.[1]
  return backup !== undefined && ownName.test(backup) && !(name.endsWith('.files') && existsSync(join(folder, backup)))
}

/** Removes all backups in a folder but the newest `count`, by their names; returns the paths of those removed. */
export function keepNewestBackups(folder: string, count: number): readonly string[] {
  const removed = readdirSync(folder)
    .filter((name) => ownName.test(name))
    .sort()
    .reverse()
    .slice(count)
    .map((name) => join(folder, name))
  for (const path of removed) {
    rmSync(path)
    rmSync(backupFilesPath(path), { recursive: true, force: true })
  }
  return removed
}
