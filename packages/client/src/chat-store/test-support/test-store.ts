import { type Settings, textOf } from '@livetype/protocol'
import type { ChatStore, ConversationView, MessageView } from '../chat-store.ts'
import { createChatStore } from '../create-chat-store.ts'
import type { UnsentTexts } from '../unsent-keeper.ts'
import { createFakeClock, type FakeClock, settle } from './fake-clock.ts'
import { createFakeFrames, type FakeFrames } from './fake-frames.ts'
import { createFakeServer, type FakeServer } from './fake-server.ts'
import { createFakeSignals, type FakeSignals } from './fake-signals.ts'

/** A store with everything around it in a test's hands. */
export interface TestStore {
  readonly store: ChatStore
  readonly server: FakeServer
  readonly clock: FakeClock
  readonly frames: FakeFrames
  readonly signals: FakeSignals
  /** Lets promises, the network and a frame go their way until nothing moves. */
  flow(): Promise<void>
  ready(conversationId: string): Extract<ConversationView, { status: 'ready' }>
  view(conversationId: string, messageId: string): MessageView
  /** The texts of the messages a person sees. */
  texts(conversationId: string): string[]
}

interface TestStoreOptions {
  /** Whether the tab is in sight at first (true). */
  readonly isShown?: boolean
  readonly unsent?: UnsentTexts
  readonly settings?: Settings
  /** With how many of its last messages a conversation is read (all). */
  readonly recentMessages?: number
}

/** @see TestStore. `prepare` fills the server before the store begins. */
export function createTestStore(
  prepare: (server: FakeServer) => void = () => undefined,
  options: TestStoreOptions = {},
): TestStore {
  const clock = createFakeClock()
  const frames = createFakeFrames()
  frames.isShown = options.isShown ?? true
  const signals = createFakeSignals()
  const server = createFakeServer(clock.now)
  prepare(server)
  let ids = 0
  const store = createChatStore({
    api: server.api,
    frames,
    signals,
    now: clock.now,
    makeId: () => `made-id-${++ids}`,
    timers: clock.timers,
    random: () => 0.5,
    ...(options.unsent && { unsent: options.unsent }),
    ...(options.settings && { settings: options.settings }),
    ...(options.recentMessages !== undefined && { recentMessages: options.recentMessages }),
  })

  function ready(conversationId: string) {
    const view = store.conversation(conversationId).get()
    if (view.status !== 'ready') throw new Error(`the conversation is ${view.status}`)
    return view
  }

  function view(conversationId: string, messageId: string) {
    const message = store.message(conversationId, messageId).get()
    if (!message) throw new Error(`there is no message ${messageId}`)
    return message
  }

  return {
    store,
    server,
    clock,
    frames,
    signals,
    async flow() {
      for (let turn = 0; turn < 3; turn += 1) {
        await settle()
        server.pump()
        frames.run()
      }
      await settle()
    },
    ready,
    view,
    texts: (id) => ready(id).messageIds.map((messageId) => textOf(view(id, messageId).message)),
  }
}
