import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lockfileProblems, workspaceProblems } from './lockfile-problems.mjs'
import { root } from './root.mjs'
import { workspaces } from './workspaces.mjs'

const lock = readJson('package-lock.json')
const folders = ['', ...workspaces().map(({ folder }) => folder)]
const problems = [
  ...lockfileProblems(lock),
  ...folders.flatMap((folder) => workspaceProblems(lock, folder, readJson(join(folder, 'package.json')))),
]
for (const problem of problems) console.log(problem)
if (problems.length > 0) process.exitCode = 1

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'))
}
