import type { SharedConversation } from '@livetype/protocol'
import { chatErrorFromTrpc } from '../trpc-client/chat-error-from-trpc.ts'
import type { LivetypeClient } from '../trpc-client/create-trpc-client.ts'

/** What became of asking for what a link shows. */
export type SharedView =
  | { readonly status: 'loading' }
  | { readonly status: 'missing' }
  | { readonly status: 'failed'; readonly message: string }
  | { readonly status: 'ready'; readonly conversation: SharedConversation }

/** Reads what a link shows. Never rejects; no stream is opened, and nothing of an owner's is asked for. */
export async function readShared(client: LivetypeClient, token: string): Promise<SharedView> {
  try {
    return { status: 'ready', conversation: await client.share.get.query({ token }) }
  } catch (error) {
    const { code, message } = chatErrorFromTrpc(error)
    return code === 'share-not-found' ? { status: 'missing' } : { status: 'failed', message }
  }
}
