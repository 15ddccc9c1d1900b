import {
  makeDataDir,
  type SpawnedServer,
  spawnServer,
  type TestClient,
  testEnvironment,
} from '@livetype/api/test-support'
import { textOf } from '@livetype/protocol'

/** The real server in a process of its own, with its own data, that can be killed and started again. */
export interface ChatServer extends AsyncDisposable {
  readonly url: string
  readonly client: TestClient
  /** Ends the process at once, as a crash does. */
  kill(): Promise<void>
  /** Starts it again on the same port, with the same data. */
  restart(): Promise<void>
  /** The text of the last message as the database has it. */
  lastText(conversationId: string): Promise<string>
  /** How the last reply stands as the database has it. */
  lastStatus(conversationId: string): Promise<string | undefined>
}

/**
 * @param changes to the environment of a test's server, such as `OPENAI_BASE_URL`.
 * @param prepare fills the folder of its data before it starts.
 */
export async function startChatServer(
  changes: Record<string, string> = {},
  prepare?: (dataDir: string) => Promise<unknown>,
): Promise<ChatServer> {
  const dataDir = makeDataDir()
  await prepare?.(dataDir.path)
  const environment = { ...testEnvironment(dataDir.path), ...changes }
  let server: SpawnedServer = await spawnServer(environment)
  const { url } = server
  return {
    url,
    get client() {
      return server.client
    },
    kill: async () => {
      await server.end('SIGKILL')
    },
    restart: async () => {
      server = await spawnServer({ ...environment, PORT: new URL(url).port })
    },
    lastText: async (conversationId) => {
      const { messages } = await server.client.conversation.get.query({ conversationId })
      const last = messages.at(-1)
      return last ? textOf(last) : ''
    },
    lastStatus: async (conversationId) => {
      const { messages } = await server.client.conversation.get.query({ conversationId })
      const last = messages.at(-1)
      return last?.role === 'assistant' ? last.reply.status : undefined
    },
    [Symbol.asyncDispose]: async () => {
      await server.end('SIGKILL')
      dataDir.remove()
    },
  }
}
