import { Agent } from 'node:http'
import { setTimeout as after } from 'node:timers/promises'
import { chatErrorFromTrpc } from '@livetype/client'
import { createNodeClient } from '@livetype/client/node'
import { isWorkspaceEvent, makeId, type StreamEvent, streamEventSchema } from '@livetype/protocol'
import type { History } from '../recording/history.ts'
import { createShownConversation, type ShownConversation } from '../recording/shown-conversation.ts'
import { readEventStream } from './read-event-stream.ts'
import { keptConversations, type Question, type RecordingClient, type SeenReply } from './recording-client.ts'

/** How long it waits before it tries again what a cut or a killed server ended. */
const retryMs = 50
/** A cursor that no server knows: the list of conversations is not read, only followed. */
const unknownCursor = '0:0'

/** A client that speaks the stream's wire format itself and resumes by the ids it was sent, as an `EventSource` does. */
export function openSseClient(url: string, history: History): RecordingClient {
  const agent = new Agent({ keepAlive: false })
  const client = createNodeClient({ baseUrl: url })
  const shown: ShownConversation[] = []
  const closing = new AbortController()

  const follow = async (conversation: ShownConversation, isOver: () => boolean) => {
    const { conversationId } = conversation
    let lastEventId: string | undefined
    /** Of the snapshot that was read last. */
    let cursor: string | undefined
    while (!isOver() && !closing.signal.aborted) {
      const stream = new AbortController()
      let needsSnapshot = false
      const take = (events: readonly StreamEvent[], id: string) => {
        for (const event of events) {
          if (event.type === 'workspace-reset') continue
          if (event.type === 'conversation-reset') needsSnapshot = true
          else if (!isWorkspaceEvent(event) && !needsSnapshot) conversation.takeEvent(event, id)
        }
        lastEventId = id
        if (needsSnapshot || isOver()) stream.abort()
      }
      const input = JSON.stringify({ workspaceCursor: unknownCursor, conversation: { id: conversationId, cursor } })
      await readEventStream({
        url: `${url}/trpc/chat.stream?input=${encodeURIComponent(input)}`,
        lastEventId,
        agent,
        signal: AbortSignal.any([stream.signal, closing.signal]),
        onFrame: ({ event, id, data }) => {
          if (event === 'message' && id !== undefined) take(eventsOf(data), id)
        },
      })
      if (needsSnapshot) {
        const snapshot = await client.conversation.get.query({ conversationId }).catch(() => undefined)
        conversation.beginStream()
        lastEventId = undefined
        cursor = snapshot?.cursor
        if (snapshot) conversation.takeSnapshot(snapshot)
      }
      if (!isOver()) await after(retryMs, undefined, { signal: closing.signal }).catch(() => {})
    }
  }

  const untilTaken = async <Answer>(command: () => Promise<Answer>): Promise<Answer> => {
    for (;;) {
      closing.signal.throwIfAborted()
      try {
        return await command()
      } catch (error) {
        // Whether it came through is not known: the same ids make it safe to say it again (RUN1).
        if (!chatErrorFromTrpc(error).isRetryable) throw error
        await after(retryMs)
      }
    }
  }

  return {
    kind: 'event stream by hand',
    shown,
    async ask({ text, modelId }: Question): Promise<SeenReply> {
      const ids = { conversationId: makeId(), messageId: makeId(), replyId: makeId() }
      const conversation = createShownConversation(ids.conversationId, history)
      shown.push(conversation)
      if (shown.length > keptConversations) shown.shift()
      const following = follow(conversation, () => conversation.endOf(ids.replyId) !== undefined)
      const started = await untilTaken(() => client.message.send.mutate({ ...ids, parentId: null, text, modelId }))
      history.note(ids.conversationId, `taken as run ${started.reply.runId}`)
      await following
      history.assertNone()
      const end = conversation.endOf(ids.replyId)
      if (!end) throw new Error('the client was closed before the reply had ended')
      return { ...ids, ...end, text: conversation.textOf(ids.replyId) }
    },
    async goOn(reply, modelId) {
      const { conversationId, replyId, text } = reply
      const conversation = shown.find((one) => one.conversationId === conversationId)
      if (!conversation) throw new Error('the conversation was asked for too long ago')
      const runId = makeId()
      conversation.beginStream()
      const following = follow(conversation, () => conversation.endOf(replyId)?.runId === runId)
      const command = { conversationId, messageId: replyId, runId, modelId }
      await untilTaken(() => client.run.continue.mutate(command))
      history.note(conversationId, `gone on with by run ${runId}`)
      await following
      history.assertNone()
      const end = conversation.endOf(replyId)
      if (end?.runId !== runId) throw new Error('the client was closed before the reply had ended')
      const now = conversation.textOf(replyId)
      if (!now.startsWith(text)) throw history.violation(conversationId, 'a reply went on from another text')
      return { ...reply, ...end, text: now }
    },
    async [Symbol.asyncDispose]() {
      closing.abort()
      agent.destroy()
    },
  }
}

function eventsOf(data: string): readonly StreamEvent[] {
  const events: unknown = JSON.parse(data)
  if (!Array.isArray(events)) throw new Error(`the stream sent no array: ${data.slice(0, 200)}`)
  return events.map((event) => streamEventSchema.parse(event))
}
