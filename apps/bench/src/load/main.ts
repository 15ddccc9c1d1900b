/** The load generator: a process of its own that is told by messages what to do. */
import { closeConnections } from './http-client.ts'
import type { LoadCommand, LoadReport } from './load-job.ts'
import { runFirstToken } from './run-first-token.ts'
import { prepareStreams } from './run-streams.ts'

const report = (message: LoadReport) => process.send?.(message)
let go: (() => Promise<void>) | undefined

async function obey(command: LoadCommand): Promise<void> {
  switch (command.type) {
    case 'streams': {
      const run = await prepareStreams(command, () => report({ type: 'open' }))
      go = async () => {
        report({ type: 'streams-done', result: await run() })
      }
      report({ type: 'prepared' })
      return
    }
    case 'first-token':
      go = async () => {
        report({ type: 'first-token-done', firstTokenMs: await runFirstToken(command) })
      }
      report({ type: 'prepared' })
      return
    case 'go':
      await go?.()
      closeConnections()
      return
  }
}

process.on('message', (command: LoadCommand) => {
  obey(command).catch((error: unknown) => report({ type: 'failed', message: String(error) }))
})
