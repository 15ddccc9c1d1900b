import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { copyFile, link, mkdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import BetterSqlite3 from 'better-sqlite3'
import { pathInFolder, textPathInFolder } from '../files/file-folder.ts'
import { DamagedDatabaseError, isCorrupt, syncToDisk } from './copy-database.ts'

/** Where the attachments of a backup are: in a folder beside it. */
export function backupFilesPath(backup: string): string {
  return `${backup}.files`
}

/** The hashes of all files that a database has rows of. One from before there were files has none. @throws {DamagedDatabaseError} */
export function hashesIn(databasePath: string): string[] {
  const client = new BetterSqlite3(databasePath, { readonly: true, fileMustExist: true })
  try {
    const hasFiles = client.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'files'").get()
    return hasFiles ? client.prepare<[], string>('SELECT DISTINCT hash FROM files').pluck().all() : []
  } catch (error) {
    throw isCorrupt(error)
      ? new DamagedDatabaseError(`The database ${databasePath} is damaged.`, { cause: error })
      : error
  } finally {
    client.close()
  }
}

/**
 * Brings files from one folder into another, those that are not there yet: as another name of the same bytes, which
 * never change, or as a copy where the disk is another one. They are on disk when it resolves. Returns the hashes of
 * those that are in neither.
 */
export async function copyFiles(options: {
  hashes: readonly string[]
  from: string
  to: string
  signal?: AbortSignal | undefined
}): Promise<readonly string[]> {
  const { hashes, from, to, signal } = options
  const missing: string[] = []
  const folders = new Set<string>()
  for (const hash of hashes) {
    signal?.throwIfAborted()
    const target = pathInFolder(to, hash)
    if (existsSync(target)) continue
    const source = pathInFolder(from, hash)
    if (!existsSync(source)) {
      missing.push(hash)
      continue
    }
    await mkdir(dirname(target), { recursive: true })
    folders.add(dirname(target)).add(to)
    // The text first: bytes that are there have theirs.
    if (existsSync(textPathInFolder(from, hash))) {
      await linkOrCopy(textPathInFolder(from, hash), textPathInFolder(to, hash))
    }
    await linkOrCopy(source, target)
  }
  for (const folder of folders) syncToDisk(folder)
  return missing
}

/** Those of the files that are not what their hash says. */
export async function damagedFiles(folder: string, hashes: readonly string[]): Promise<readonly string[]> {
  const damaged: string[] = []
  for (const hash of hashes) {
    const path = pathInFolder(folder, hash)
    if (!existsSync(path)) continue
    const actual = createHash('sha256')
    await pipeline(createReadStream(path), actual)
    if (actual.digest('hex') !== hash) damaged.push(join(folder, hash))
  }
  return damaged
}

async function linkOrCopy(source: string, target: string): Promise<void> {
  if (existsSync(target)) return
  try {
    await link(source, target)
  } catch {
    // Another disk, or one without such links: a copy, under its name once it is whole.
    const part = `${target}.part`
    await copyFile(source, part)
    syncToDisk(part)
    await rename(part, target)
  }
}
