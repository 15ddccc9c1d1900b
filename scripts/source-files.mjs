import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const skippedFolders = new Set([
  'node_modules',
  'dist',
  'data',
  'coverage',
  'test-results',
  'playwright-report',
  '.git',
  '.turbo',
])

/**
 * The repository's own files, tracked or new, as paths from the root with `/`. Without git (a source archive), all
 * files outside of the folders that are made.
 * @param {string} [from]
 * @returns {string[]}
 */
export function repositoryFiles(from = root) {
  try {
    const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
    const listed = execFileSync('git', args, {
      cwd: from,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return [...new Set(listed.split('\0'))].filter((path) => path !== '' && existsSync(join(from, path))).sort()
  } catch {
    // No git, or no repository: the folder itself is the only list there is.
    return walk(from, '').sort()
  }
}

/** @param {string} from @param {string} folder @returns {string[]} */
function walk(from, folder) {
  return readdirSync(join(from, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : walk(from, path)
    return entry.isFile() ? [path] : []
  })
}

/** Whether a path is of a test or of what only tests use. @param {string} path */
export function isTestFile(path) {
  return (
    /\.(test|spec|contract|fixture|fake)\.[cm]?tsx?$/.test(path) ||
    path.endsWith('.test.mjs') ||
    /(^|\/)(test-support|testing|fixtures)\//.test(path) ||
    /\/fake-[^/]*\.ts$/.test(path) ||
    /^(apps\/(e2e|faults)|packages\/test-network)\//.test(path)
  )
}
