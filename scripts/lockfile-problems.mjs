import { isDeepStrictEqual } from 'node:util'

/**
 * @typedef {object} LockEntry
 * @property {string} [version]
 * @property {string} [resolved]
 * @property {boolean} [link]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [devDependencies]
 * @property {Record<string, string>} [optionalDependencies]
 */

/**
 * What would keep a lockfile from installing elsewhere: a platform's package without an entry, or an address of the
 * registry it was made with.
 * @param {{ packages: Record<string, LockEntry> }} lock
 * @returns {string[]} sentences
 */
export function lockfileProblems({ packages }) {
  return Object.entries(packages).flatMap(([path, entry]) => [
    ...(entry.resolved && /^(https?|git\+?\w*):/.test(entry.resolved)
      ? [
          `${path} names the registry it came from (${new URL(entry.resolved).host}): ".npmrc" leaves that out of lockfiles.`,
        ]
      : []),
    ...Object.entries(entry.optionalDependencies ?? {}).flatMap(([name, wanted]) => {
      const found = resolve(packages, path, name)
      if (!found)
        return [`${path || 'the root'} wants ${name}@${wanted}, which has no entry: "npm ci" refuses such a lockfile.`]
      const isExact = /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(wanted)
      return isExact && found.version !== wanted
        ? [`${path || 'the root'} wants ${name}@${wanted}, but the entry is ${found.version}.`]
        : []
    }),
  ])
}

const dependencyKinds = /** @type {const} */ (['dependencies', 'devDependencies', 'optionalDependencies'])

/**
 * Where the lockfile does not know a workspace, or knows other dependencies than its package.json has: `npm ci`
 * refuses both.
 * @param {{ packages: Record<string, LockEntry> }} lock
 * @param {string} folder of the workspace; '' for the root
 * @param {{ [kind in typeof dependencyKinds[number]]?: Record<string, string> }} manifest its package.json
 * @returns {string[]} sentences
 */
export function workspaceProblems({ packages }, folder, manifest) {
  const entry = packages[folder]
  const name = folder || 'the root'
  if (!entry) return [`${name} has no entry: run "npm install --package-lock-only".`]
  return dependencyKinds
    .filter((kind) => !isDeepStrictEqual({ ...entry[kind] }, { ...manifest[kind] }))
    .map((kind) => `${name} has other ${kind} than its package.json: run "npm install --package-lock-only".`)
}

/**
 * The entry that a package at `path` gets when it asks for `name`, as Node looks it up.
 * @param {Record<string, LockEntry>} packages
 * @param {string} path
 * @param {string} name
 */
function resolve(packages, path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const entry = packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`]
    if (entry || folder === '') return entry
  }
}
