import { once } from 'node:events'
import { accessSync, constants, mkdirSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import type { Logger } from 'pino'
import { createApp } from './app.ts'
import { type Config, ConfigError } from './config.ts'
import { createServices } from './create-services.ts'
import type { WebPages } from './web/web-routes.ts'

/** A server that listens. */
export interface RunningServer {
  /** Such as `http://127.0.0.1:3000`. */
  readonly url: string
  /** Ends gracefully: no new runs, what runs is stored as interrupted, followers are let go to reconnect. */
  shutdown(): Promise<void>
}

/** How long connections may take to end by themselves. */
const closeGraceMs = 3_000

/** Opens everything, listens, and knows how to end it. */
export async function startServer(
  config: Config,
  options: {
    logger: Logger
    pages: WebPages
    /** Told when another server has taken the database over: this one can store nothing more and should end. */
    onSuperseded?: () => void
  },
): Promise<RunningServer> {
  const { logger, pages, onSuperseded } = options
  // Before the database is opened: a second start by mistake must not take it from the first.
  await assertPortFree(config)
  assertFolder(config.dataDir)
  const goingDown = new AbortController()
  const services = await createServices(config, {
    logger,
    shutdownSignal: goingDown.signal,
    ...(onSuperseded && { onSuperseded }),
  })
  const app = await createApp(services, pages)
  try {
    await app.listen({ host: config.host, port: config.port })
  } catch (error) {
    services.database.close()
    throw error
  }
  const { port } = app.server.address() as AddressInfo
  const host = config.host.includes(':') ? `[${config.host}]` : config.host
  const close = async () => {
    // Runs end first, so that their followers still see it; then the followers are let go.
    await services.runs.shutdown()
    goingDown.abort()
    const cutOff = setTimeout(() => app.server.closeAllConnections(), closeGraceMs)
    app.server.closeIdleConnections()
    await app.close()
    clearTimeout(cutOff)
    services.database.close()
  }
  let closing: Promise<void> | undefined
  return {
    url: `http://${host}:${port}`,
    shutdown: () => {
      closing ??= close()
      return closing
    },
  }
}

/** @throws {NodeJS.ErrnoException} `EADDRINUSE` */
async function assertPortFree({ host, port }: Pick<Config, 'host' | 'port'>): Promise<void> {
  if (port === 0) return
  const probe = createServer().listen({ host, port, exclusive: true })
  await once(probe, 'listening')
  probe.close()
  await once(probe, 'close')
}

/** @throws {ConfigError} where the folder can't be made, or nothing can be kept in it. */
function assertFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ConfigError(`LIVETYPE_DATA_DIR must be a folder in which this user can write (${reason})`, {
      cause: error,
    })
  }
}
