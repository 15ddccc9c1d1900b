import { conversationRouter } from './conversations/conversation-router.ts'
import { fileRouter } from './files/file-router.ts'
import { libraryRouter } from './library/library-router.ts'
import { messageRouter } from './messages/message-router.ts'
import { modelRouter } from './models/model-router.ts'
import { runRouter } from './runs/run-router.ts'
import { searchRouter } from './search/search-router.ts'
import { settingsRouter } from './settings/settings-router.ts'
import { shareRouter } from './share/share-router.ts'
import { chatRouter } from './stream/chat-router.ts'
import { router } from './trpc/trpc.ts'
import { usageRouter } from './usage/usage-router.ts'

/** Everything a client can ask for and follow. */
export const appRouter = router({
  conversation: conversationRouter,
  message: messageRouter,
  file: fileRouter,
  library: libraryRouter,
  run: runRouter,
  model: modelRouter,
  settings: settingsRouter,
  search: searchRouter,
  share: shareRouter,
  chat: chatRouter,
  usage: usageRouter,
})

/** The contract: the one type clients import from the server. */
export type AppRouter = typeof appRouter
