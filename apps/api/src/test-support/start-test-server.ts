import { createLogger } from '../logging/create-logger.ts'
import { type RunningServer, startServer } from '../start-server.ts'
import type { WebPages } from '../web/web-routes.ts'
import { createTestClient, type TestClient } from './test-client.ts'
import { makeDataDir, testConfig } from './test-config.ts'

/** A real server in this process, on a free port, with a database of its own. */
export interface TestServer extends AsyncDisposable {
  readonly url: string
  readonly client: TestClient
  readonly running: RunningServer
  /** The folder of its data. */
  readonly dataDir: string
}

/** @param environment changes to the test's environment, such as `OPENAI_BASE_URL`. */
export async function startTestServer(
  environment: Record<string, string> = {},
  pages: WebPages = { clients: [] },
): Promise<TestServer> {
  const dataDir = makeDataDir()
  const config = testConfig(dataDir.path, environment)
  const running = await startServer(config, { logger: createLogger(config.logLevel), pages })
  return {
    url: running.url,
    client: createTestClient(running.url),
    running,
    dataDir: dataDir.path,
    async [Symbol.asyncDispose]() {
      await running.shutdown()
      dataDir.remove()
    },
  }
}
