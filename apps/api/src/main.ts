import { ConfigError, readConfig } from './config.ts'
import { createLogger } from './logging/create-logger.ts'
import { rootDir } from './root-dir.ts'
import { type RunningServer, startServer } from './start-server.ts'
import { builtPages } from './web/built-pages.ts'

/** The composition root: reads the configuration, starts the server, and ends it when it is told to. */
async function main(): Promise<void> {
  const config = readConfig(process.env, rootDir)
  const logger = createLogger(config.logLevel)
  const server = await startServer(config, {
    logger,
    pages: builtPages(rootDir),
    onSuperseded: () => {
      process.stderr.write(`Another Livetype server, or a restore, has taken over ${config.dataDir}. This one ends.\n`)
      process.exitCode = 1
      process.kill(process.pid, 'SIGTERM')
    },
  })
  endOnSignals(server)
  process.stdout.write(
    [
      '',
      '  Livetype is ready.',
      '',
      `  React       ${server.url}/`,
      `  Vue         ${server.url}/vue/`,
      `  Plain page  ${server.url}/plain/`,
      '',
      ...config.publicOrigins.flatMap((origin) => [
        `  Also for    ${origin}/`,
        '  Whoever can open that address is the owner: the proxy there must ask for a password.',
        '',
      ]),
      `  Data in ${config.dataDir}`,
      config.openAi
        ? `  Models from ${new URL(config.openAi.baseUrl).host}`
        : '  Only the built-in demo model is there. Set OPENAI_API_KEY or OPENAI_BASE_URL in .env for a real one.',
      '',
      '',
    ].join('\n'),
  )
}

function endOnSignals(server: RunningServer): void {
  let isEnding = false
  const end = (signal: NodeJS.Signals) => {
    // A second Ctrl-C is impatience: go at once.
    if (isEnding) process.exit(signal === 'SIGINT' ? 130 : 143)
    isEnding = true
    server.shutdown().then(
      () => process.exit(),
      (error: unknown) => {
        process.stderr.write(`The server did not end cleanly: ${String(error)}\n`)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
}

main().catch((error: unknown) => {
  process.stderr.write(`\nLivetype could not start.\n\n${explain(error)}\n\n`)
  process.exit(1)
})

function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message
  if (!(error instanceof Error)) return String(error)
  return startFailures[codeOf(error)] ?? error.message
}

const startFailures: Readonly<Record<string, string>> = {
  'listen EADDRINUSE': 'The port is taken. Set PORT to a free one, or stop the program that has it.',
  'listen EACCES': 'This user may not listen on the port. Set PORT to one from 1024 on.',
  'listen EADDRNOTAVAIL': 'This machine does not have the address. Set HOST to 127.0.0.1.',
  SQLITE_FULL: 'The disk of LIVETYPE_DATA_DIR is full. Make room there, and start again.',
}

function codeOf(error: Error): string {
  if (!('code' in error)) return ''
  return 'syscall' in error ? `${String(error.syscall)} ${String(error.code)}` : String(error.code)
}
