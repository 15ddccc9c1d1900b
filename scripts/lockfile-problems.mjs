/**
 * @typedef {object} LockEntry
 * @property {string} [version]
 * @property {string} [resolved]
 * @property {boolean} [link]
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
