import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const heartbeatMs = 2_000
const staleAfterMs = 30_000
const retryMs = 200

/**
 * Waits until no other process sets up `root`, then holds the lock. A lock whose holder died is taken over.
 * Not in node_modules, which `npm ci` empties.
 * @param {string} root
 * @param {() => void} onWait called once if another process holds it
 * @returns {Promise<() => void>} what releases it
 */
export async function acquireLock(root, onWait) {
  const folder = join(root, '.turbo')
  const path = join(folder, 'setup.lock')
  mkdirSync(folder, { recursive: true })
  let hasWaited = false
  while (!tryToCreate(path)) {
    if (isStale(path)) {
      takeAway(path)
      continue
    }
    if (!hasWaited) onWait()
    hasWaited = true
    await new Promise((resolve) => setTimeout(resolve, retryMs))
  }
  const heartbeat = setInterval(() => {
    const now = new Date()
    try {
      utimesSync(path, now, now)
    } catch {
      // The lock file is gone, by hand: there is nothing left to keep fresh.
    }
  }, heartbeatMs)
  const release = () => {
    clearInterval(heartbeat)
    rmSync(path, { force: true })
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => {
      release()
      process.exit(1)
    })
  }
  return release
}

/** @param {string} path */
function tryToCreate(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  }
}

/** @param {string} path */
function isStale(path) {
  try {
    if (Date.now() - statSync(path).mtimeMs > staleAfterMs) return true
    const holder = Number.parseInt(readFileSync(path, 'utf8'), 10)
    if (Number.isNaN(holder)) return false
    process.kill(holder, 0)
    return false
  } catch (error) {
    return isCode(error, 'ESRCH')
  }
}

/**
 * Renamed before it is removed: of two processes that found it stale, one gets it.
 * @param {string} path
 */
function takeAway(path) {
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
    rmSync(aside, { force: true })
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error
  }
}

/** @param {unknown} error @param {string} code */
function isCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code
}
