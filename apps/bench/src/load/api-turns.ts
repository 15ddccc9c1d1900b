import { makeId, type StreamEvent } from '@livetype/protocol'
import { fetchJson, readEvents, send } from './http-client.ts'
import type { Clients, Turns } from './turns.ts'

/** What a procedure answers. */
interface Answer {
  readonly result?: { readonly data?: { readonly cursor?: string } }
}

interface OpenStream {
  /** Resolves when the reply that is awaited has ended. */
  readonly ended: Promise<void>
  await(replyId: string, onText: (text: string) => void): void
  close(): void
}

/**
 * Clients of the API: each follows one conversation over `chat.stream` and sends with `message.send`, as the web
 * clients do. A turn begins the conversation anew (a message without a parent), so that none has a context.
 */
export function openApiClients(url: string): Clients {
  const call = async (path: string, body?: unknown): Promise<Answer> =>
    (await fetchJson(`${url}/trpc/${path}`, body === undefined ? {} : { body })) as Answer
  const cursorOf = async (path: string) => (await call(path)).result?.data?.cursor
  let workspaceCursor: string | undefined

  const prepareConversation = async (conversationId: string) => {
    const path = `conversation.get?input=${encodeURIComponent(JSON.stringify({ conversationId }))}`
    const known = await cursorOf(path)
    if (known !== undefined) return known
    await call('conversation.create', { conversationId, title: 'Benchmark' })
    // A title by a person: no model is asked for one, which would be a second reply.
    await call('conversation.rename', { conversationId, title: `Benchmark of ${conversationId}` })
    return cursorOf(path)
  }

  const openClient = async (index: number): Promise<Turns> => {
    const conversationId = `bench-conversation-${index}`
    const cursor = await prepareConversation(conversationId)
    let stream: OpenStream | undefined
    const open = async () => {
      const input = { workspaceCursor, conversation: { id: conversationId, cursor } }
      return follow(`${url}/trpc/chat.stream?input=${encodeURIComponent(JSON.stringify(input))}`)
    }
    return {
      async open() {
        stream = await open()
      },
      async turn(model, onText) {
        const following = stream ?? (await open())
        stream = undefined
        const replyId = makeId()
        following.await(replyId, onText)
        const question = { conversationId, messageId: makeId(), parentId: null, text: 'Hi', modelId: model, replyId }
        const answer = await call('message.send', question)
        if (!answer.result) throw new Error(`the message was refused: ${JSON.stringify(answer)}`)
        await following.ended
        following.close()
      },
    }
  }

  return {
    async prepare(count) {
      const clients: Turns[] = []
      for (let index = 0; index < count; index++) clients.push(await openClient(index))
      workspaceCursor = await cursorOf('conversation.list')
      return clients
    },
  }
}

async function follow(url: string): Promise<OpenStream> {
  const response = await send(url)
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let replyId = ''
  let offset = 0
  let onText: (text: string) => void = () => {}
  const take = (event: StreamEvent) => {
    if (event.type === 'conversation-reset' || event.type === 'workspace-reset') {
      throw new Error(`the stream was reset: ${event.type}`)
    }
    if (event.type === 'text-delta' && event.messageId === replyId) {
      if (event.offset !== offset) throw new Error(`a delta at ${event.offset} came where ${offset} was due`)
      offset += event.text.length
      onText(event.text)
    }
    if (event.type === 'run-ended' && event.messageId === replyId) {
      if (event.status !== 'completed') throw new Error(`the run ended: ${JSON.stringify(event)}`)
      resolve()
    }
  }
  readEvents(response, (data) => {
    for (const event of JSON.parse(data) as StreamEvent[]) take(event)
  }).then(() => reject(new Error('the stream ended')), reject)
  promise.catch(() => {
    // Whoever awaits the turn sees it.
  })
  return {
    ended: promise,
    await(id, callback) {
      replyId = id
      onText = callback
    },
    close: () => response.destroy(),
  }
}
