import type { TestClient } from '@livetype/api/test-support'
import { type ChatApi, createChatApi, createChatStore } from '@livetype/client'
import { createNodeClient } from '@livetype/client/node'
import { startMockModel } from '@livetype/mock-model/server'
import { type ConversationSnapshot, makeId, textOf } from '@livetype/protocol'
import { startNetwork } from '@livetype/test-network'
import { expect, it } from 'vitest'
import { everyTurn } from '../clients/every-turn.ts'
import { atScale, beginProof } from '../proof.ts'
import type { History } from '../recording/history.ts'
import { recordedApi } from '../recording/recorded-api.ts'
import { createShownConversation } from '../recording/shown-conversation.ts'
import { watchShownReply } from '../recording/watch-shown-reply.ts'
import { modelId, openStage } from '../stage/fault-stage.ts'

/** Which part of all places is cut at. */
const share = atScale({ ci: 0.1, full: 1 })
/** Clients that are cut at a time. */
const atATime = 24
const timeoutMs = atScale({ ci: 120_000, full: 1_200_000 })

/** A conversation that is over, and how it was known to whoever opened it before it began. */
interface ToldConversation {
  readonly before: Pick<ChatApi, 'getConversation' | 'listConversations'>
  readonly after: ConversationSnapshot
}

it.each(['sse', 'websocket'] as const)(
  `[SUB1] [STORE1] a conversation over %s, cut at ${share === 1 ? 'every byte' : 'a tenth of all bytes'}: the store ends with the same text, and shows none twice`,
  async (transport) => {
    const { random, createHistory, report } = beginProof()
    await using model = await startMockModel()
    await using stage = await openStage({ model, history: createHistory() })
    const server = await stage.start()
    const told = await tellConversation(server.client)
    const follow = (cutAfter: number | undefined) =>
      followOnce({ url: server.url, transport, told, cutAfter, history: createHistory() })

    const whole = await follow(undefined)
    const places = Array.from({ length: whole.bytes }, (_, place) => place).filter(() => random.chance(share))
    const queue = places.values()
    let resumptions = 0
    const cutOneAfterTheOther = async () => {
      for (const place of queue) {
        const { shown, resumed } = await follow(place)
        expect({ place, shown }).toEqual({ place, shown: whole.shown })
        resumptions += resumed
      }
    }
    await Promise.all(Array.from({ length: atATime }, cutOneAfterTheOther))
    report({ 'places cut at': places.length, bytes: whole.bytes, resumptions, units: whole.shown.join('').length })
    expect(whole.shown).toEqual(repliesOf(told.after).map(textOf))
    // Behind the last of all places everything has come: there is nothing to resume for.
    expect(resumptions).toBeGreaterThan(places.length * 0.9)
  },
  timeoutMs,
)

/** Two turns: one with reasoning, one whose characters have up to four bytes. */
async function tellConversation(client: TestClient): Promise<ToldConversation> {
  const conversationId = makeId()
  await client.conversation.create.mutate({ conversationId })
  await client.conversation.rename.mutate({ conversationId, title: 'Cut anywhere' })
  const conversation = await client.conversation.get.query({ conversationId })
  const list = await client.conversation.list.query()
  let parentId: string | null = null
  for (const text of ['[[mock-reasoning-content]]', '[[mock-unicode]]']) {
    const ids: { messageId: string; replyId: string } = { messageId: makeId(), replyId: makeId() }
    await client.message.send.mutate({ conversationId, ...ids, parentId, text, modelId })
    await expect
      .poll(async () => (await client.conversation.get.query({ conversationId })).conversation.runningCount)
      .toBe(0)
    parentId = ids.replyId
  }
  return {
    before: { getConversation: async () => conversation, listConversations: async () => list },
    after: await client.conversation.get.query({ conversationId }),
  }
}

/** Lets a new store follow the conversation from its beginning, on a connection that is cut once. */
async function followOnce(options: {
  url: string
  transport: 'sse' | 'websocket'
  told: ToldConversation
  cutAfter: number | undefined
  history: History
}): Promise<{ shown: readonly string[]; bytes: number; resumed: number }> {
  const { url, transport, told, cutAfter, history } = options
  const conversationId = told.after.conversation.id
  let streams = 0
  await using network = await startNetwork(url, {
    cutAnswerAfter(requestLine) {
      history.note('network', requestLine)
      streams += 1
      return streams === 1 ? cutAfter : undefined
    },
  })
  const api = { ...createChatApi(createNodeClient({ baseUrl: network.url, transport })), ...told.before }
  const shown = createShownConversation(conversationId, history)
  const store = createChatStore({ api: recordedApi(api, () => shown), frames: everyTurn })
  try {
    store.open(conversationId)
    const replies = repliesOf(told.after).map(({ id }) =>
      watchShownReply(store, { conversationId, replyId: id }, history),
    )
    const texts = (await Promise.all(replies)).map(textOf)
    history.assertNone()
    return { shown: texts, bytes: network.answeredBytes, resumed: streams - 1 }
  } finally {
    store.dispose()
  }
}

const repliesOf = ({ messages }: ConversationSnapshot) => messages.filter(({ role }) => role === 'assistant')
