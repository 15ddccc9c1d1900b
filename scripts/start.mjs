// npm start: builds what changed, then runs the server and ends as it ends.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildClients } from './build-clients.mjs'
import { exitCodeOf, ownsGroup, signalGroup, whenAskedToEnd } from './process-end.mjs'
import { root } from './root.mjs'
import { toolEnvironment } from './run-command.mjs'

const envFile = join(root, '.env')
const server = [...(existsSync(envFile) ? [`--env-file=${envFile}`] : []), join('apps', 'api', 'src', 'main.ts')]

if (await buildClients()) serve()
else process.exitCode = 1

function serve() {
  // "node" is the pinned one, first on this PATH, whichever Node runs this script.
  const child = spawn('node', server, { cwd: root, env: toolEnvironment(), stdio: 'inherit', detached: ownsGroup })
  whenAskedToEnd((signal) => signalGroup(child, signal))
  child.on('error', (error) => {
    console.error(`The server could not be started: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(exitCodeOf(code, signal)))
}
