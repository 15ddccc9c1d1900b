import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { boundaryViolations } from './boundaries.mjs'
import { root } from './root.mjs'
import { isTestFile, repositoryFiles } from './source-files.mjs'
import { importsOf } from './source-imports.mjs'

/** @import { Violation } from './boundaries.mjs' */

const violations = repositoryFiles()
  .filter((path) => /^(apps|packages|examples)\//.test(path))
  .flatMap((path) => boundaryViolations(path, readFileSync(join(root, path), 'utf8')))

const routerFiles = repositoryFiles().filter(
  (path) =>
    path.startsWith('packages/client/') &&
    !isTestFile(path) &&
    /\.tsx?$/.test(path) &&
    importsOf(path, readFileSync(join(root, path), 'utf8')).some(
      ({ specifier }) => specifier === '@livetype/api/router',
    ),
)
if (routerFiles.length > 1) {
  console.log(`${routerFiles.join(' and ')} both import the type AppRouter.`)
  console.log('  One file of packages/client does, so that what it has of the API is seen at a glance.\n')
  process.exitCode = 1
}

for (const [why, broken] of Map.groupBy(violations, (/** @type {Violation} */ violation) => violation.why)) {
  for (const { path, line, what } of broken) console.log(`${path}:${line} ${what}`)
  console.log(`  ${why}\n`)
}
if (violations.length > 0) process.exitCode = 1
