// npm run check: everything that reads the code rather than runs it. All checks run; what failed shows what it said.
import { styleText } from 'node:util'
import { root } from './root.mjs'
import { runCommand } from './run-command.mjs'

const concurrency = 2

/** @type {{ name: string, command: string[] }[]} in the order in which they begin, the longest first */
const checks = [
  {
    name: 'types',
    command: ['turbo', 'run', 'typecheck', '--continue', '--output-logs=errors-only', `--concurrency=${concurrency}`],
  },
  { name: 'types of the scripts', command: ['tsc', '-p', 'scripts'] },
  { name: 'lint and format', command: ['biome', 'check', '--error-on-warnings', '--max-diagnostics=100', '.'] },
  { name: 'lint with types', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'unused code', command: ['knip', '--no-progress', '--treat-config-hints-as-errors'] },
  { name: 'boundaries', command: ['node', 'scripts/check-boundaries.mjs'] },
  { name: 'rules have tests', command: ['node', 'scripts/check-spec.mjs'] },
  { name: 'lockfile', command: ['node', 'scripts/check-lockfile.mjs'] },
  { name: 'links', command: ['node', 'scripts/check-links.mjs'] },
  { name: 'bundle sizes', command: ['node', 'scripts/check-bundles.mjs'] },
]

const wanted = process.argv.slice(2)
const chosen = checks.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
if (chosen.length === 0) {
  console.error(`There is no such check. They are: ${checks.map(({ name }) => `"${name}"`).join(', ')}.`)
  process.exit(2)
}

/** @type {{ name: string, output: string }[]} */
const failed = []
const waiting = chosen.values()
await Promise.all(Array.from({ length: concurrency }, work))

for (const { name, output } of failed) console.log(`\n${styleText('bold', `── ${name}`)}\n${output.trim()}`)
console.log(`\n${chosen.length - failed.length} of ${chosen.length} checks passed`)
process.exitCode = failed.length > 0 ? 1 : 0

async function work() {
  for (const { name, command } of waiting) {
    const startedAt = Date.now()
    const [program = '', ...args] = command
    const { code, output } = await runCommand(program, args, { cwd: root, output: 'collect' })
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
    const note = /^skipped.*/m.exec(code === 0 ? output : '')?.[0] ?? ''
    console.log(`${code === 0 ? '✓' : '✗'} ${name.padEnd(22)} ${seconds.padStart(6)} s  ${note}`.trimEnd())
    if (code !== 0) failed.push({ name, output })
  }
}
