import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { bundleSize } from './bundle-size.mjs'
import { root } from './root.mjs'

/** Gzipped kilobytes (1000 bytes) of the first page load. */
const budgets = [
  { client: 'web-react', scriptKb: 215, styleKb: 20 },
  { client: 'web-vue', scriptKb: 155, styleKb: 20 },
]

for (const { client, scriptKb, styleKb } of budgets) {
  const folder = join(root, 'apps', client, 'dist')
  if (!existsSync(join(folder, 'index.html'))) {
    console.log(`skipped for ${client}: it is not built ("npm run build")`)
    continue
  }
  const { scriptBytes, styleBytes } = bundleSize(folder)
  console.log(`${client}: scripts ${kb(scriptBytes)} of ${scriptKb} kB, styles ${kb(styleBytes)} of ${styleKb} kB`)
  if (scriptBytes > scriptKb * 1000 || styleBytes > styleKb * 1000) {
    console.log(
      '  The first page load is over its budget: load what it does not need later, or argue for a larger budget.',
    )
    process.exitCode = 1
  }
}

/** @param {number} bytes */
function kb(bytes) {
  return (bytes / 1000).toFixed(1)
}
