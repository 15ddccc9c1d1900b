// Makes what `npm pack` packs: dist/package, with JavaScript, types that need no source, and a package.json of its own.
import { execFileSync } from 'node:child_process'
import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { dts } from 'rolldown-plugin-dts'
import { entries, publishedManifest } from './published-manifest.mjs'

const folder = dirname(dirname(fileURLToPath(import.meta.url)))
const root = dirname(dirname(folder))
const types = join(folder, 'dist', 'types')
const target = join(folder, 'dist', 'package')
const manifest = publishedManifest(root)

for (const made of [types, target]) rmSync(made, { recursive: true, force: true })
await bundle(entries, [])
declareTypes()
await bundle(declarations(entries), [foundAmongTypes(), dts({ dtsInput: true, tsconfig: false })])
copyFileSync(join(root, 'LICENSE'), join(target, 'LICENSE'))
copyFileSync(join(folder, 'README.md'), join(target, 'README.md'))
writeFileSync(join(target, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)

/** @param {Record<string, string>} input @param {import('rolldown').Plugin[]} plugins */
async function bundle(input, plugins) {
  const beside = Object.keys(manifest.dependencies).map((name) => new RegExp(`^${name}(/|$)`))
  const build = await rolldown({ cwd: folder, input, external: [/^node:/, ...beside], plugins })
  await build.write({ dir: target, chunkFileNames: 'chunks/[name]-[hash].js' })
  await build.close()
}

/** Has the compiler write the types of every source, each beside the other as the sources are. */
function declareTypes() {
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc')
  execFileSync(process.execPath, [compiler, '-p', 'tsconfig.package.json'], { cwd: folder, stdio: 'inherit' })
  // The type of the router names what the server's procedures work with, which is no business of a client.
  writeFileSync(join(types, 'apps', 'api', 'src', 'services.d.ts'), 'export type Services = unknown\n')
}

/** @param {Record<string, string>} sources @returns {Record<string, string>} */
function declarations(sources) {
  const declarationOf = (/** @type {string} */ path) =>
    join(types, 'packages', 'client', path.replace(/\.ts$/, '.d.ts'))
  return Object.fromEntries(Object.entries(sources).map(([name, path]) => [name, declarationOf(path)]))
}

/** @returns {import('rolldown').Plugin} */
function foundAmongTypes() {
  /** @type {Record<string, string>} */
  const packages = {
    '@livetype/protocol': 'packages/protocol/src/index.d.ts',
    '@livetype/api/router': 'apps/api/src/router.d.ts',
  }
  return {
    name: 'found-among-types',
    resolveId: {
      order: 'pre',
      handler(id, importer) {
        const inPackage = packages[id]
        if (inPackage) return join(types, inPackage)
        if (id.startsWith('.') && importer) return join(dirname(importer), id.replace(/(\.d)?\.ts$/, '.d.ts'))
        return undefined
      },
    },
  }
}
