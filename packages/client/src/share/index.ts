import { makeId } from '@livetype/protocol'
import { chatErrorFromTrpc } from '../trpc-client/chat-error-from-trpc.ts'
import type { LivetypeClient } from '../trpc-client/create-trpc-client.ts'
import { createSharesView, type ShareApi, type SharesView } from './create-shares-view.ts'

export type { SharesView } from './create-shares-view.ts'
export { readShared, type SharedView } from './read-shared.ts'

/** The links of one conversation, at the server of this client. */
export function openShares(client: LivetypeClient, conversationId: string): SharesView {
  return createSharesView({ api: createShareApi(client), conversationId, makeId })
}

function createShareApi({ share }: LivetypeClient): ShareApi {
  return {
    listShares: (conversationId) => call(share.list.query({ conversationId })),
    createShare: (command) => call(share.create.mutate(command)),
    updateShare: (command) => call(share.update.mutate(command)),
    revokeShare: (shareId) => call(share.revoke.mutate({ shareId })),
  }
}

async function call<Output>(answer: Promise<Output>): Promise<Output> {
  try {
    return await answer
  } catch (error) {
    throw chatErrorFromTrpc(error)
  }
}
