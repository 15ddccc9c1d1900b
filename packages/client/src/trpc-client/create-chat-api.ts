import type { LibraryChange } from '@livetype/protocol'
import type { ChatApi } from '../chat-store/chat-api.ts'
import { chatErrorFromTrpc } from './chat-error-from-trpc.ts'
import type { LivetypeClient } from './create-trpc-client.ts'
import { streamChat } from './stream-chat.ts'

/** The chat store's port over the typed client. */
export function createChatApi(client: LivetypeClient): ChatApi {
  return {
    listConversations: (wanted) => call(client.conversation.list.query(wanted)),
    pageConversations: (page) => call(client.conversation.page.query(page)),
    getSummaries: (conversationIds) =>
      call(client.conversation.summaries.query({ conversationIds: [...conversationIds] })),
    listTags: () => call(client.conversation.tags.query()),
    getConversation: (conversationId, part) =>
      call(client.conversation.get.query({ conversationId, ...(part && { part }) })),
    getMessages: (wanted) => call(client.conversation.messages.query(wanted)),
    createConversation: (conversationId, title) =>
      call(client.conversation.create.mutate({ conversationId, ...(title !== undefined && { title }) })),
    keepConversation: (conversationId) => done(client.conversation.keep.mutate({ conversationId })),
    renameConversation: (conversationId, title) => done(client.conversation.rename.mutate({ conversationId, title })),
    fileConversations: (command) => done(client.conversation.file.mutate(command)),
    deleteConversations: (conversationIds) =>
      done(client.conversation.deleteMany.mutate({ conversationIds: [...conversationIds] })),
    restoreConversations: (conversationIds) =>
      done(client.conversation.restoreMany.mutate({ conversationIds: [...conversationIds] })),
    chooseBranch: (command) => done(client.conversation.chooseBranch.mutate(command)),
    configureConversation: (command) => done(client.conversation.configure.mutate(command)),
    changeLibrary: (change) => done(changeLibrary(client, change)),
    sendMessage: (command) => call(client.message.send.mutate(command)),
    queueMessage: (command) => done(client.message.queue.mutate(command)),
    editQueued: (command) => done(client.message.editQueued.mutate(command)),
    removeQueued: (command) => done(client.message.removeQueued.mutate(command)),
    sendQueuedNow: (command) => done(client.message.sendQueuedNow.mutate(command)),
    stopRun: (conversationId, runId) => done(client.run.stop.mutate({ conversationId, runId })),
    regenerate: (command) => call(client.run.regenerate.mutate(command)),
    continueReply: (command) => call(client.run.continue.mutate(command)),
    undoContinue: (command) => done(client.run.undoContinue.mutate(command)),
    giveFeedback: (command) => done(client.message.feedback.mutate(command)),
    changeSettings: (changes) => done(client.settings.change.mutate(changes)),
    listModels: () => call(client.model.list.query()),
    stream: (input, handlers) => streamChat(client, input, handlers),
  }
}

function changeLibrary({ library }: LivetypeClient, change: LibraryChange): Promise<unknown> {
  switch (change.type) {
    case 'preset-saved':
      return library.savePreset.mutate({ preset: change.preset })
    case 'preset-deleted':
      return library.deletePreset.mutate({ presetId: change.presetId })
    case 'prompt-saved':
      return library.savePrompt.mutate({ prompt: change.prompt })
    case 'prompt-deleted':
      return library.deletePrompt.mutate({ promptId: change.promptId })
  }
}

async function call<Output>(answer: Promise<Output>): Promise<Output> {
  try {
    return await answer
  } catch (error) {
    throw chatErrorFromTrpc(error)
  }
}

/** For commands whose answer the stream tells as well. */
async function done(answer: Promise<unknown>): Promise<void> {
  await call(answer)
}
