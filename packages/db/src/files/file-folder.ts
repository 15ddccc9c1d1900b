import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Durability } from '../open-database.ts'

/** The bytes of uploads, by their hash. Rows say whose they are; this knows nothing of owners. @see SPEC.md FILE2 */
export interface FileFolder {
  /** Begins to take bytes in, under a name of their own that no row knows. */
  receive(): Promise<IncomingFile>
  /**
   * Makes received bytes what their hash names, on disk, together with the text that was read out of them where they
   * are no text themselves. Nothing is removed under that hash before `hold.release()`: the row goes in meanwhile.
   */
  keep(incoming: ReceivedFile, text?: string): Promise<{ release(): void }>
  /** Where the bytes are. */
  pathOf(hash: string): string
  /** Where the text is that was read out of them, if any was. */
  textPathOf(hash: string): string
  /** Removes the bytes of a hash, unless they are being kept anew. */
  remove(hash: string): Promise<void>
  /** The hashes there are, folder by folder. */
  hashes(): AsyncGenerator<readonly string[], void, void>
}

/** Bytes that are coming in. */
export interface IncomingFile {
  write(chunk: Uint8Array): Promise<void>
  /** Closes it when all bytes are there and, where that is asked for, on disk. */
  finish(): Promise<ReceivedFile>
  /** Removes it, in whatever state it is. */
  discard(): Promise<void>
}

/** Bytes that have come in and are not kept yet. */
export interface ReceivedFile {
  readonly path: string
  /** SHA-256 of the bytes, in hex. */
  readonly hash: string
  readonly sizeBytes: number
}

/** Where the files of a database lie. */
export function fileFolderPath(databasePath: string): string {
  return join(dirname(databasePath), 'files')
}

/** Where the bytes of a hash are in a folder of files. */
export function pathInFolder(folder: string, hash: string): string {
  return join(folder, hash.slice(0, 2), hash)
}

/** Where the text is that was read out of them, if any was. */
export function textPathInFolder(folder: string, hash: string): string {
  return pathInFolder(folder, hash) + textSuffix
}

const incomingName = 'incoming'
const hashName = /^[0-9a-f]{64}$/
const textSuffix = '.text'

/** Opens the folder. What a server that was killed had begun to take in is removed: no row knows of it. */
export function openFileFolder(folder: string, durability: Durability): FileFolder {
  const incomingFolder = join(folder, incomingName)
  rmSync(incomingFolder, { recursive: true, force: true })
  mkdirSync(incomingFolder, { recursive: true })
  /** How many are keeping bytes of a hash right now. */
  const holds = new Map<string, number>()
  const isSynced = durability === 'power'
  const pathOf = (hash: string) => pathInFolder(folder, hash)
  const textPathOf = (hash: string) => textPathInFolder(folder, hash)

  const hold = (hash: string) => {
    holds.set(hash, (holds.get(hash) ?? 0) + 1)
    const release = () => {
      const left = (holds.get(hash) ?? 1) - 1
      if (left === 0) holds.delete(hash)
      else holds.set(hash, left)
    }
    return { release }
  }

  /** Into the place, whole or not at all; what is there already is the same. */
  const moveIn = async (path: string, target: string, sizeBytes: number | undefined) => {
    if (sizeBytes !== undefined && (await sizeOf(target)) === sizeBytes) return rm(path)
    await rename(path, target)
  }

  return {
    receive: async () => receiveInto(join(incomingFolder, randomUUID()), isSynced),
    async keep({ path, hash, sizeBytes }, text) {
      const held = hold(hash)
      try {
        await mkdir(dirname(pathOf(hash)), { recursive: true })
        if (text !== undefined) {
          const part = `${path}${textSuffix}`
          await writeFile(part, text, { flush: isSynced })
          await moveIn(part, textPathOf(hash), undefined)
        }
        await moveIn(path, pathOf(hash), sizeBytes)
        if (isSynced) for (const name of [dirname(pathOf(hash)), folder]) await syncFolder(name)
        return held
      } catch (error) {
        held.release()
        throw error
      }
    },
    pathOf,
    textPathOf,
    async remove(hash) {
      if (holds.has(hash)) return
      // In one go, so that nobody begins to keep it in between.
      for (const path of [pathOf(hash), textPathOf(hash)]) rmSync(path, { force: true })
    },
    async *hashes() {
      for (const name of await readdir(folder)) {
        if (!/^[0-9a-f]{2}$/.test(name)) continue
        const names = await readdir(join(folder, name))
        const hashes = names.map((file) => (file.endsWith(textSuffix) ? file.slice(0, -textSuffix.length) : file))
        yield [...new Set(hashes.filter((hash) => hashName.test(hash)))]
      }
    },
  }
}

async function receiveInto(path: string, isSynced: boolean): Promise<IncomingFile> {
  const hash = createHash('sha256')
  const handle = await open(path, 'wx', 0o600)
  let sizeBytes = 0
  return {
    async write(chunk) {
      hash.update(chunk)
      sizeBytes += chunk.byteLength
      await writeAll(handle, chunk)
    },
    async finish() {
      if (isSynced) await handle.sync()
      await handle.close()
      return { path, hash: hash.digest('hex'), sizeBytes }
    },
    async discard() {
      await handle.close()
      for (const name of [path, path + textSuffix]) await rm(name, { force: true })
    },
  }
}

async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.byteLength; ) at += (await handle.write(chunk, at)).bytesWritten
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size
  } catch {
    return undefined // It is not there, or nothing can be said of it: it is written anew.
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows opens no folder, and keeps the order of names itself.
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
