import { seedDataDirLong } from '@livetype/api/test-support'
import type { ChatPage } from '../stage/chat-page.ts'
import type { ChatServer } from '../stage/chat-server.ts'
import { expect, modelEnvironment, test } from '../stage/test.ts'

type Seeded = Awaited<ReturnType<typeof seedDataDirLong>>

interface LongConversation {
  /** Starts a server that has one long conversation; the tab is not opened yet. */
  openLong: (options: {
    messageCount: number
    versionEvery?: number
  }) => Promise<{ chat: ChatPage; seeded: Seeded; server: ChatServer }>
}

/** The suite's `test`, with servers that have a conversation of any length. */
export const longConversation = test.extend<LongConversation>({
  openLong: async ({ startServer, openTab, client, model }, use) => {
    await use(async (options) => {
      let seeded: Seeded | undefined
      const server = await startServer(modelEnvironment(model), async (dataDir) => {
        seeded = await seedDataDirLong(dataDir, { ...options, newestAt: Date.now() })
      })
      if (!seeded) throw new Error('nothing was seeded')
      return { chat: await openTab(client, server), seeded, server }
    })
  },
})

export { expect }
