import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

/**
 * @typedef {object} Workspace
 * @property {string} name as package.json has it
 * @property {string} folder from the root, such as `apps/api`; `.` for the root itself
 * @property {Record<string, string>} scripts
 */

/**
 * The workspaces that the root package.json lists, in the order of their folders.
 * @param {string} [from]
 * @returns {Workspace[]}
 */
export function workspaces(from = root) {
  /** @type {string[]} */
  const patterns = readJson(join(from, 'package.json')).workspaces
  return patterns
    .map((pattern) => pattern.replace(/\/\*$/, ''))
    .filter((parent) => existsSync(join(from, parent)))
    .flatMap((parent) => readdirSync(join(from, parent)).map((name) => `${parent}/${name}`))
    .filter((folder) => existsSync(join(from, folder, 'package.json')))
    .sort()
    .map((folder) => {
      const { name, scripts = {} } = readJson(join(from, folder, 'package.json'))
      return { name, folder, scripts }
    })
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}
