import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'
import { isTestFile, repositoryFiles } from './source-files.mjs'
import { rulesCited, rulesOf } from './spec-rules.mjs'

const specification = join(root, 'SPEC.md')

if (!existsSync(specification)) console.log('skipped: there is no SPEC.md yet')
else {
  const rules = rulesOf(readFileSync(specification, 'utf8'))
  const tests = repositoryFiles().filter((path) => isTestFile(path) && /\.([cm]?[jt]s|tsx)$/.test(path))
  const cited = new Set(tests.flatMap((path) => [...rulesCited(path, readFileSync(join(root, path), 'utf8'))]))
  const untested = rules.filter((rule) => !cited.has(rule))
  if (rules.length === 0) console.log('SPEC.md defines no rule: each begins its line with its ID, such as "**RUN1**".')
  if (untested.length > 0) console.log(`No test names these rules of SPEC.md: ${untested.join(', ')}.`)
  if (rules.length === 0 || untested.length > 0) process.exitCode = 1
}
