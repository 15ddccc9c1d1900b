import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { copyDatabase } from './copy-database.ts'

/** What a backup has become. */
export interface Backup {
  readonly path: string
  readonly bytes: number
  readonly durationMs: number
}

/**
 * Copies the database at `path` to `target` while the server goes on writing: it stands in the copy as it was at one
 * moment, replies that were being written included. The copy is whole, checked and on disk when this resolves.
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
  await copyDatabase(path, target, { isChecked: true, signal })
  return { path: target, bytes: statSync(target).size, durationMs: performance.now() - startedAt }
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
    if (!name.endsWith('.part') || !ownName.test(name.slice(0, -'.part'.length))) continue
    const path = join(folder, name)
    if (statSync(path).mtimeMs < now - cutOffAfterMs) rmSync(path)
  }
}

/** Removes all backups in a folder but the newest `count`, by their names; returns the paths of those removed. */
export function keepNewestBackups(folder: string, count: number): readonly string[] {
  const removed = readdirSync(folder)
    .filter((name) => ownName.test(name))
    .sort()
    .reverse()
    .slice(count)
    .map((name) => join(folder, name))
  for (const path of removed) rmSync(path)
  return removed
}
