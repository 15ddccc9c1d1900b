import { type ChatPage, reactClient, vueClient, withSingleSpaces } from '../stage/chat-page.ts'
import { expect, test } from '../stage/test.ts'

test('[SUB4] seven tabs, React and Vue, are all live over HTTP/1.1, and every one of them can send', async ({
  openTab,
  server,
  streams,
}) => {
  test.slow()
  const tabs: ChatPage[] = []
  for (let count = 0; count < 7; count += 1) tabs.push(await openTab(count % 2 === 0 ? reactClient : vueClient))
  const [first] = tabs
  if (!first) throw new Error('no tab')
  await first.open()
  await first.send('Good morning')
  await first.expectEnd('completed')
  const conversationId = await first.conversationId()
  for (const tab of tabs.slice(1)) await tab.open(conversationId)
  for (const tab of tabs) await expect(tab.lastProse).toHaveText('You said: Good morning')
  await expect.poll(() => [streams.openOverSse, streams.openOverWebSocket]).toEqual([3, 4])

  await first.send('[[mock-words:200;delay=15]]')
  for (const tab of tabs) await expect(tab.lastReply).toHaveAttribute('data-status', 'running')
  await Promise.all(tabs.map((tab) => tab.expectEnd('completed')))
  const text = withSingleSpaces(await server.lastText(conversationId))
  for (const tab of tabs) expect(await tab.shownText()).toBe(text)

  for (const [index, tab] of tabs.entries()) {
    await tab.send(`From tab ${index + 1}`)
    await Promise.all(tabs.map((other) => expect(other.lastProse).toHaveText(`You said: From tab ${index + 1}`)))
  }
  await expect.poll(() => [streams.openOverSse, streams.openOverWebSocket]).toEqual([3, 4])

  // A tab that is closed gives its slot to one that is opened.
  const [, second] = tabs
  await second?.page.close()
  await expect.poll(() => [streams.openOverSse, streams.openOverWebSocket]).toEqual([2, 4])
  const late = await openTab(vueClient)
  await late.open(conversationId)
  await expect(late.lastProse).toHaveText('You said: From tab 7')
  await expect.poll(() => [streams.openOverSse, streams.openOverWebSocket]).toEqual([3, 4])
})
