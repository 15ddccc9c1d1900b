import { runCommand } from './run-command.mjs'

/**
 * Builds the web clients, from turbo's local cache where nothing they are made of has changed.
 * Says what it does in a line; what the build writes is shown only when it fails.
 * @returns {Promise<boolean>} whether they are built
 */
export async function buildClients() {
  const startedAt = Date.now()
  console.error('Building the web clients …')
  const { code, output } = await runCommand('turbo', ['run', 'build', '--output-logs=new-only', '--ui=stream'], {
    output: 'collect',
  })
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
  if (code === 0)
    console.error(`Built in ${seconds} s${output.includes('FULL TURBO') ? ' (nothing had changed)' : ''}.`)
  else console.error(`${output}\nThe web clients could not be built; the reason stands above.`)
  return code === 0
}
