import { startNetwork } from '@livetype/test-network'
import { texts } from '@livetype/ui'
import { withSingleSpaces } from '../stage/chat-page.ts'
import { recordReplies } from '../stage/reply-recorder.ts'
import { expect, test } from '../stage/test.ts'
import { hideOnCommand } from '../stage/visibility.ts'

test('[SUB1] a machine that slept in mid-reply: its connections are dead and nobody says so, and the tab catches up', {
  tag: '@transports',
}, async ({ client, openTab, server }) => {
  await using network = await startNetwork(server.url)
  const chat = await openTab(client, network)
  const { page } = chat
  await page.clock.install()
  const recorded = await recordReplies(page)
  await chat.open()
  network.onceAnswered('burning', () => network.forget())
  await chat.send('[[mock-words:400;delay=8]]')
  await expect.poll(() => chat.shownText()).toMatch(/lamp burning/)
  const conversationId = await chat.conversationId()
  await expect.poll(() => server.lastStatus(conversationId)).toBe('completed')
  await expect(chat.lastReply).toHaveAttribute('data-status', 'running')
  const shown = await chat.shownText()

  await page.clock.fastForward('08:00:00')
  await chat.expectEnd('completed')
  await expect(chat.connection).toBeEmpty()
  const text = await chat.shownText()
  expect(text.slice(0, shown.length)).toBe(shown)
  expect(text).toBe(withSingleSpaces(await server.lastText(conversationId)))
  expect((await recorded()).hasShrunk).toBe(false)
  await chat.send('Slept well?')
  await expect(chat.lastProse).toHaveText('You said: Slept well?')
})

test('[SUB4] a tab out of sight with nothing running holds no stream, and catches up when it is shown', {
  tag: '@transports',
}, async ({ chat, client, openTab, server, streams }) => {
  const { page } = chat
  await page.clock.install()
  const visibility = await hideOnCommand(page)
  await chat.open()
  await chat.send('Good morning')
  await chat.expectEnd('completed')
  const conversationId = await chat.conversationId()
  const openStreams = () => streams.openOverSse + streams.openOverWebSocket
  expect(openStreams()).toBe(1)
  await visibility.hide()
  await page.clock.fastForward(10_000)
  await expect.poll(openStreams).toBe(0)

  const other = await openTab(client)
  await other.open(conversationId)
  await other.send('[[mock-words:60;delay=2]]')
  await other.expectEnd('completed')
  await expect(chat.questions).toHaveCount(1)
  await visibility.show()
  await expect(chat.questions).toHaveCount(2)
  await chat.expectEnd('completed')
  expect(await chat.shownText()).toBe(withSingleSpaces(await server.lastText(conversationId)))
  await expect(chat.connection).toBeEmpty()
  await expect(chat.page.getByText(texts.activity.reconnecting)).toHaveCount(0)
})

test('[SUB4] a tab out of sight follows a reply to its end, and is whole when it is shown', {
  tag: '@transports',
}, async ({ chat, server, streams }) => {
  const { page } = chat
  await page.clock.install()
  const visibility = await hideOnCommand(page)
  await chat.open()
  await chat.send('[[mock-words:300;delay=8]]')
  await expect.poll(() => chat.shownText()).toMatch(/lamp burning/)
  const conversationId = await chat.conversationId()
  await visibility.hide()
  await page.clock.fastForward(10_000)
  await expect.poll(() => server.lastStatus(conversationId)).toBe('completed')
  await expect.poll(() => streams.openOverSse + streams.openOverWebSocket).toBe(0)
  await visibility.show()
  await chat.expectEnd('completed')
  expect(await chat.shownText()).toBe(withSingleSpaces(await server.lastText(conversationId)))
})
