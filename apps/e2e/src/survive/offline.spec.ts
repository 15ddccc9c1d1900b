import { type Network, startNetwork } from '@livetype/test-network'
import { texts } from '@livetype/ui'
import { type ChatPage, withSingleSpaces } from '../stage/chat-page.ts'
import { cutNetwork } from '../stage/problem-watch.ts'
import { recordReplies } from '../stage/reply-recorder.ts'
import { expect, test } from '../stage/test.ts'

function takeAway(network: Network): void {
  network.mode = 'refuse'
  network.cut()
}

/** Takes the network away, and lets the browser know, as when a machine leaves its Wi-Fi. */
async function goOffline(chat: ChatPage, network: Network): Promise<void> {
  takeAway(network)
  await chat.page.context().setOffline(true)
  await expect(chat.connection).toContainText(texts.connection.offline)
}

async function goOnline(chat: ChatPage, network: Network): Promise<void> {
  network.mode = 'through'
  await chat.page.context().setOffline(false)
}

test('[SUB1] a tab that was offline for a while catches up, without loss or repeat', { tag: '@transports' }, async ({
  client,
  openTab,
  problems,
  server,
}) => {
  problems.allow(cutNetwork)
  await using network = await startNetwork(server.url)
  const chat = await openTab(client, network)
  const recorded = await recordReplies(chat.page)
  await chat.open()
  // A cut may take what was sent just before it: what is waited for came long before.
  network.onceAnswered('bread', () => takeAway(network))
  await chat.send('[[mock-words:500;delay=8]]')
  await expect.poll(() => network.mode).toBe('refuse')
  await expect.poll(() => chat.shownText()).toMatch(/lamp burning/)
  const conversationId = await chat.conversationId()
  await goOffline(chat, network)
  const shown = await chat.shownText()
  await expect.poll(() => server.lastStatus(conversationId)).toBe('completed')
  await server.client.conversation.rename.mutate({ conversationId, title: 'Renamed meanwhile' })
  await expect(chat.lastReply).toHaveAttribute('data-status', 'running')
  await expect(chat.lastReply).toContainText(texts.activity.reconnecting)

  await goOnline(chat, network)
  await expect(chat.connection).toContainText(texts.connection.restored)
  await chat.expectEnd('completed')
  await expect(chat.connection).toBeEmpty()
  const text = await chat.shownText()
  expect(text.slice(0, shown.length)).toBe(shown)
  expect(text).toBe(withSingleSpaces(await server.lastText(conversationId)))
  expect((await recorded()).hasShrunk).toBe(false)
  await expect(chat.listed(conversationId)).toContainText('Renamed meanwhile')
})

test('[SUB1] a cut of a moment in mid-reply: typing goes on where it was', { tag: '@transports' }, async ({
  client,
  openTab,
  problems,
  server,
}) => {
  problems.allow(cutNetwork)
  await using network = await startNetwork(server.url)
  const chat = await openTab(client, network)
  const recorded = await recordReplies(chat.page)
  await chat.open()
  await chat.send('[[mock-words:500;delay=8]]')
  for (const words of ['lamp burning', 'very old dog']) {
    await expect.poll(() => chat.shownText()).toContain(words)
    network.cut()
  }
  await chat.expectEnd('completed')
  expect(await chat.shownText()).toBe(withSingleSpaces(await server.lastText(await chat.conversationId())))
  expect((await recorded()).hasShrunk).toBe(false)
})

test('[STORE4] a message written offline is kept, and sent again once the network is back', async ({
  client,
  openTab,
  problems,
  server,
}) => {
  problems.allow(cutNetwork)
  await using network = await startNetwork(server.url)
  const chat = await openTab(client, network)
  await chat.open()
  await chat.send('First')
  await chat.expectEnd('completed')
  await goOffline(chat, network)
  await chat.send('Second')
  await expect(chat.questions.last().getByRole('alert')).toContainText(texts.delivery.failed)
  await goOnline(chat, network)
  await expect(chat.lastProse).toHaveText('You said: Second')
  await expect(chat.questions).toHaveCount(2)
})
