import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lockfileProblems } from './lockfile-problems.mjs'
import { root } from './root.mjs'

const problems = lockfileProblems(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
for (const problem of problems) console.log(problem)
if (problems.length > 0) process.exitCode = 1
