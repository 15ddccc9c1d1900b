import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{ version: string, license: string, type: string, dependencies: Record<string, string> }} Manifest */

/** The names by which the package is imported, and the sources behind them. @type {Record<string, string>} */
export const entries = { index: 'src/index.ts', browser: 'src/browser/index.ts', node: 'src/node/index.ts' }

/**
 * The package.json to publish. Within the repository the package is used from source, so its own names sources and
 * packages that nobody else has. What it depends on has the versions that the tests ran with.
 * @param {string} root of the repository
 */
export function publishedManifest(root) {
  const { version, license, type, dependencies } = readManifest(root, 'packages/client')
  const ofProtocol = readManifest(root, 'packages/protocol').dependencies
  const published = Object.entries({ ...dependencies, ...ofProtocol }).filter(
    // Code is coloured by the web clients' worker alone, which is not published.
    ([name]) => !/^@(livetype|shikijs)\//.test(name),
  )
  return {
    name: '@livetype/client',
    version,
    description: 'Talk to a Livetype server from TypeScript: typed replies that survive cuts and restarts.',
    license,
    type,
    sideEffects: false,
    engines: { node: '>=22.18' },
    exports: Object.fromEntries(
      Object.keys(entries).map((name) => [
        name === 'index' ? '.' : `./${name}`,
        { types: `./${name}.d.ts`, default: `./${name}.js` },
      ]),
    ),
    dependencies: Object.fromEntries(published.sort(([a], [b]) => a.localeCompare(b))),
  }
}

/** @param {string} root @param {string} folder @returns {Manifest} */
function readManifest(root, folder) {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
}
