// npm run dev: the API, both web clients and the pages of their frames, each reloading what changes, until Ctrl-C or until one of them ends.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { styleText } from 'node:util'
import { ownsGroup, signalGroup, whenAskedToEnd } from './process-end.mjs'
import { root } from './root.mjs'
import { toolEnvironment } from './run-command.mjs'

const killAfterMs = 5_000

const envFile = join(root, '.env')
if (existsSync(envFile)) process.loadEnvFile(envFile)

/** @type {{ name: string, workspace: string, args: string[], color: 'cyan' | 'blue' | 'green' | 'gray' }[]} */
const programs = [
  { name: 'api', workspace: 'api', args: [], color: 'cyan' },
  { name: 'react', workspace: 'web-react', args: ['--', '--port=5173', '--strictPort'], color: 'blue' },
  { name: 'vue', workspace: 'web-vue', args: ['--', '--port=5174', '--strictPort'], color: 'green' },
  { name: 'sandbox', workspace: 'sandbox', args: [], color: 'gray' },
]

const children = new Map(programs.map((program) => [program.name, start(program)]))
let isEnding = false

whenAskedToEnd(() => endAll(0))

/** @param {(typeof programs)[number]} program */
function start({ name, workspace, args, color }) {
  const child = spawn('npm', ['run', 'dev', '--silent', `--workspace=@livetype/${workspace}`, ...args], {
    cwd: root,
    env: {
      ...toolEnvironment(),
      FORCE_COLOR: process.env.NO_COLOR ? '0' : '1',
      // Where the clients' development servers look for it.
      HOST: '127.0.0.1',
      PORT: '3000',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    detached: ownsGroup,
  })
  const prefix = styleText(color, name.padEnd(7))
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => console.log(`${prefix} ${line}`))
  }
  child.on('exit', (code, signal) => {
    children.delete(name)
    if (!isEnding) {
      console.error(
        `\n"${name}" ended (${signal ?? `exit code ${code}`}), so the others end too. The reason stands above.`,
      )
      endAll(1)
    }
    if (children.size === 0) process.exit()
  })
  return child
}

/** @param {number} exitCode */
function endAll(exitCode) {
  if (isEnding) return
  isEnding = true
  process.exitCode = exitCode
  for (const child of children.values()) signalGroup(child, 'SIGTERM')
  setTimeout(() => {
    for (const child of children.values()) signalGroup(child, 'SIGKILL')
  }, killAfterMs).unref()
}
