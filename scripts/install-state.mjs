import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }} LockEntry */
/** @typedef {{ packages?: Record<string, LockEntry> }} Lock */

/**
 * Whether what is installed under `root` is what its package-lock.json asks for. Instant where `rememberInstall`
 * was called for this lockfile; else npm's own record of what it installed is compared, so that a plain
 * `npm install` counts too.
 * @param {string} root
 */
export function isInstalled(root) {
  if (!hasPinnedNode(root)) return false
  if (readIfThere(markerOf(root)) === stateOf(root)) return true
  const installed = readIfThere(join(root, 'node_modules', '.package-lock.json'))
  if (installed === undefined) return false
  const wanted = readFileSync(join(root, 'package-lock.json'), 'utf8')
  if (!satisfiesLock(JSON.parse(installed), JSON.parse(wanted))) return false
  rememberInstall(root)
  return true
}

/**
 * Notes that the present lockfile is installed.
 * @param {string} root
 */
export function rememberInstall(root) {
  writeFileSync(markerOf(root), stateOf(root))
}

/**
 * Whether the Node that package.json pins is there to run the scripts.
 * @param {string} root
 */
export function hasPinnedNode(root) {
  const names = process.platform === 'win32' ? ['node.exe', 'node.cmd'] : ['node']
  return names.some((name) => existsSync(join(root, 'node_modules', '.bin', name)))
}

/**
 * Whether `installed` (npm's node_modules/.package-lock.json) has every package of `wanted` in its version.
 * Optional ones may be missing: they are for other platforms.
 * @param {Lock} installed
 * @param {Lock} wanted
 */
export function satisfiesLock(installed, wanted) {
  return Object.entries(wanted.packages ?? {}).every(([path, entry]) => {
    if (path === '') return true
    const found = installed.packages?.[path]
    if (!found) return Boolean(entry.optional || entry.devOptional || entry.peer)
    return found.version === entry.version && (!entry.integrity || found.integrity === entry.integrity)
  })
}

/** @param {string} root */
function markerOf(root) {
  return join(root, 'node_modules', '.livetype-install')
}

/** @param {string} root */
function stateOf(root) {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`
}

/** @param {string} path */
function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
