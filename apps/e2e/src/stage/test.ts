import { type MockModel, startMockModel } from '@livetype/mock-model/server'
import { storageKeys } from '@livetype/ui'
import { test as base, expect } from '@playwright/test'
import { type ChatPage, type Client, chatPage, reactClient, vueClient } from './chat-page.ts'
import { type ChatServer, startChatServer } from './chat-server.ts'
import { type ProblemWatch, watchProblems } from './problem-watch.ts'
import { type StreamWatch, watchStreams } from './stream-watch.ts'

/** The names under which the mock models are offered, the first by default. */
export const models = { echo: 'mock-echo', words: 'mock-words:40', flaky: 'mock-flaky:3' } as const

interface WorkerFixtures {
  /** The client of the project. */
  client: Client
  /** What the project's servers tell the clients to follow over. */
  transport: 'auto' | 'websocket'
  /** A model server in a process of its own; a message chooses how it behaves, such as `[[mock-stall:3]]`. */
  model: MockModel
  /** A server that the tests of a worker share; each has its own conversations. */
  server: ChatServer
}

interface TestFixtures {
  /** Fails a test in which a page complained. */
  problems: ProblemWatch
  /** Fails a test of a project over WebSocket in which a stream went over server-sent events. */
  streams: StreamWatch
  /** The client in a tab, on the shared server. */
  chat: ChatPage
  /** Starts a server of the test's own. */
  startServer: (
    changes?: Record<string, string>,
    prepare?: (dataDir: string) => Promise<unknown>,
  ) => Promise<ChatServer>
  /** A tab of a client on a server, in the browser of the test. */
  openTab: (client: Client, server?: { readonly url: string }) => Promise<ChatPage>
}

/** The suite's `test`: what a browser does against the real server, the real clients and a mock model. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  client: [
    async ({ browserName: _ }, use, workerInfo) => {
      await use(workerInfo.project.name.startsWith(vueClient.name) ? vueClient : reactClient)
    },
    { scope: 'worker' },
  ],
  transport: [
    async ({ browserName: _ }, use, workerInfo) => {
      await use(workerInfo.project.name.endsWith('websocket') ? 'websocket' : 'auto')
    },
    { scope: 'worker' },
  ],
  model: [
    async ({ browserName: _ }, use) => {
      await using model = await startMockModel()
      await use(model)
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ model, transport }, use) => {
      await using server = await startChatServer({ ...modelEnvironment(model), LIVETYPE_TRANSPORT: transport })
      await use(server)
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => {
    await use(server.url)
  },
  problems: [
    async ({ context }, use) => {
      const problems = await watchProblems(context)
      await use(problems)
      expect(problems.found, 'what the pages complained about').toEqual([])
    },
    { auto: true },
  ],
  chat: async ({ page, client }, use) => {
    await use(chatPage(page, client))
  },
  streams: [
    async ({ context, transport }, use) => {
      const streams = watchStreams(context)
      await use(streams)
      if (transport === 'websocket') expect(streams.overSse, 'streams over server-sent events').toBe(0)
    },
    { auto: true },
  ],
  startServer: async ({ context, transport }, use) => {
    await using started = new AsyncDisposableStack()
    await use(async (changes, prepare) =>
      started.use(await startChatServer({ LIVETYPE_TRANSPORT: transport, ...changes }, prepare)),
    )
    // Pages that outlive their server complain.
    for (const page of context.pages()) await page.close()
  },
  openTab: async ({ context }, use) => {
    await use(async (client, server) => {
      const page = await context.newPage()
      return chatPage(page, server ? { ...client, path: `${server.url}${client.path}` } : client)
    })
  },
})

/** What makes a server offer the models of a mock. */
export function modelEnvironment(model: MockModel): Record<string, string> {
  return { OPENAI_BASE_URL: model.baseUrl, OPENAI_API_KEY: 'test-key', OPENAI_MODELS: Object.values(models).join() }
}

/** Makes every tab of a context begin with this model chosen. */
export async function preferModel(chat: ChatPage, modelId: string): Promise<void> {
  await chat.page.context().addInitScript(({ key, value }) => localStorage.setItem(key, value), {
    key: storageKeys.model,
    value: modelId,
  })
}

export { expect }
