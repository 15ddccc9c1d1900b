import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { brokenLinks } from './markdown-links.mjs'
import { root } from './root.mjs'
import { repositoryFiles } from './source-files.mjs'

const broken = repositoryFiles()
  .filter((path) => path.endsWith('.md'))
  .flatMap((path) => brokenLinks(path, readFileSync(join(root, path), 'utf8'), read))

for (const sentence of broken) console.log(sentence)
if (broken.length > 0) process.exitCode = 1

/** @param {string} path */
function read(path) {
  const absolute = join(root, path)
  if (!existsSync(absolute)) return undefined
  return statSync(absolute).isDirectory() ? '' : readFileSync(absolute, 'utf8')
}
