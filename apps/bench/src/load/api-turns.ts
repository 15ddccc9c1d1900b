import { makeId, type StreamEvent } from '@livetype/protocol'
import { fetchJson, readEvents, send } from './http-client.ts'
import type { Turns } from './turns.ts'

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
 * A client of the API: it follows one conversation over `chat.stream` and sends with `message.send`, as the web
 * clients do. Each turn begins the conversation anew (a message without a parent), so that none has a context.
 */
export function openApiTurns(url: string, index: number): Turns {
  const conversationId = `bench-conversation-${index}`
  let input = ''
  let stream: OpenStream | undefined

  const call = async (path: string, body: unknown): Promise<Answer> => {
    const answer = (await fetchJson(`${url}/trpc/${path}`, { body })) as Answer
    if (!answer.result) throw new Error(`${path} answered ${JSON.stringify(answer)}`)
    return answer
  }
  const cursorOf = async (path: string) => {
    const answer = (await fetchJson(`${url}/trpc/${path}`)) as Answer
    return answer.result?.data?.cursor
  }
  const open = async () => {
    stream = await follow(`${url}/trpc/chat.stream?input=${input}`)
  }

  return {
    async prepare() {
      const get = `conversation.get?input=${encodeURIComponent(JSON.stringify({ conversationId }))}`
      let cursor = await cursorOf(get)
      if (cursor === undefined) {
        await call('conversation.create', { conversationId, title: 'Benchmark' })
        // A title by a person: no model is asked for one, which would be a second reply.
        await call('conversation.rename', { conversationId, title: `Benchmark ${index}` })
        cursor = await cursorOf(get)
      }
      const workspaceCursor = await cursorOf('conversation.list')
      input = encodeURIComponent(JSON.stringify({ workspaceCursor, conversation: { id: conversationId, cursor } }))
    },
    open,
    async turn(model, onText) {
      if (!stream) await open()
      const following = stream
      stream = undefined
      if (!following) throw new Error('there is no stream')
      const replyId = makeId()
      following.await(replyId, onText)
      const text = 'Hi'
      await call('message.send', { conversationId, messageId: makeId(), parentId: null, text, modelId: model, replyId })
      await following.ended
      following.close()
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
    switch (event.type) {
      case 'text-delta':
        if (event.messageId !== replyId) return
        if (event.offset !== offset) throw new Error(`a delta at ${event.offset} came where ${offset} was due`)
        offset += event.text.length
        onText(event.text)
        return
      case 'run-ended':
        if (event.messageId !== replyId) return
        if (event.status !== 'completed') throw new Error(`the run ended: ${JSON.stringify(event)}`)
        resolve()
        return
      case 'conversation-reset':
      case 'workspace-reset':
        throw new Error(`the stream was reset: ${event.type}`)
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
