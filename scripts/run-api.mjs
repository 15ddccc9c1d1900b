import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { exitCodeOf, ownsGroup, signalGroup, whenAskedToEnd } from './process-end.mjs'
import { root } from './root.mjs'
import { toolEnvironment } from './run-command.mjs'

/**
 * Runs a program of the API with the settings of `.env`, and ends as it ends.
 * @param {string} program its file in apps/api/src
 * @param {{ args?: string[], cwd?: string }} [options] by default no arguments, in the repository's root
 */
export function runApi(program, { args = [], cwd = root } = {}) {
  const envFile = join(root, '.env')
  const settings = existsSync(envFile) ? [`--env-file=${envFile}`] : []
  // "node" is the pinned one, first on this PATH, whichever Node runs this script.
  const child = spawn('node', [...settings, join(root, 'apps', 'api', 'src', program), ...args], {
    cwd,
    env: toolEnvironment(),
    stdio: 'inherit',
    detached: ownsGroup,
  })
  whenAskedToEnd((signal) => signalGroup(child, signal))
  child.on('error', (error) => {
    console.error(`${program} could not be started: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(exitCodeOf(code, signal)))
}
