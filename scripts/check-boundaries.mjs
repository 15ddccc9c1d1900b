import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { boundaryViolations } from './boundaries.mjs'
import { root } from './root.mjs'
import { repositoryFiles } from './source-files.mjs'

/** @import { Violation } from './boundaries.mjs' */

const violations = repositoryFiles()
  .filter((path) => /^(apps|packages|examples)\//.test(path))
  .flatMap((path) => boundaryViolations(path, readFileSync(join(root, path), 'utf8')))

for (const [why, broken] of Map.groupBy(violations, (/** @type {Violation} */ violation) => violation.why)) {
  for (const { path, line, what } of broken) console.log(`${path}:${line} ${what}`)
  console.log(`  ${why}\n`)
}
if (violations.length > 0) process.exitCode = 1
