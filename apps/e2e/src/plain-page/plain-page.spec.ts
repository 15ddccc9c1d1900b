import { startNetwork } from '@livetype/test-network'
import type { Page } from '@playwright/test'
import type { ChatServer } from '../stage/chat-server.ts'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { cutNetwork } from '../stage/problem-watch.ts'
import { expect, modelEnvironment, test } from '../stage/test.ts'

const composer = (page: Page) => page.getByRole('textbox', { name: 'Message' })
const lastReply = (page: Page) => page.getByRole('log').locator('[data-role="assistant"]').last()
const status = (page: Page) => page.getByRole('status')

async function lastTextOf(server: ChatServer): Promise<string> {
  const { conversations } = await server.client.conversation.list.query()
  return server.lastText(conversations[0]?.id ?? '')
}

test('the plain page types a reply, newlines and all, and says that it is complete', async ({
  page,
  startServer,
  model,
}) => {
  const server = await startServer(modelEnvironment(model))
  await page.goto(`${server.url}/plain/`)
  await composer(page).fill('[[mock-words:150;delay=5]]')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(status(page)).toHaveText('Writing…')
  await expect(status(page)).toHaveText('The reply is complete.')
  const text = await lastTextOf(server)
  expect(text).toContain('\n\n')
  expect(await lastReply(page).textContent()).toBe(text)
  await expectAccessible(page, 'plain page')
})

test('the plain page goes on in the same conversation', async ({ page, startServer, model }) => {
  const server = await startServer(modelEnvironment(model))
  await page.goto(`${server.url}/plain/`)
  for (const text of ['One & <b>one</b>', 'Two\n\nlines']) {
    await composer(page).fill(text)
    await composer(page).press('Enter')
    await expect(lastReply(page)).toHaveText(`You said: ${text}`, { useInnerText: true })
    await expect(status(page)).toHaveText('The reply is complete.')
    await expect(page.getByRole('button', { name: 'Send' })).toBeEnabled()
  }
  const { conversations } = await server.client.conversation.list.query()
  expect(conversations).toHaveLength(1)
})

test('a server restarted in mid-reply: the plain page reconnects and keeps what had come', async ({
  page,
  startServer,
  model,
  problems,
}) => {
  problems.allow(cutNetwork)
  const server = await startServer(modelEnvironment(model))
  await page.goto(`${server.url}/plain/`)
  await composer(page).fill('[[mock-words:4000;delay=5]]')
  await composer(page).press('Enter')
  await expect(lastReply(page)).toContainText('lamp burning')
  await server.kill()
  await expect(status(page)).toHaveText('Reconnecting…')
  const shown = (await lastReply(page).textContent()) ?? ''
  await server.restart()
  await expect(status(page)).toHaveText('The server was restarted before the reply was complete.')
  const kept = (await lastReply(page).textContent()) ?? ''
  expect(kept.slice(0, shown.length)).toBe(shown)
  expect(kept).toBe(await lastTextOf(server))
  const { messages } = await server.client.conversation.get.query({
    conversationId: (await server.client.conversation.list.query()).conversations[0]?.id ?? '',
  })
  expect(messages).toHaveLength(2)
})

test('a reply that is cut off only for a moment goes on where it was', async ({
  page,
  startServer,
  model,
  problems,
}) => {
  problems.allow(cutNetwork)
  const server = await startServer(modelEnvironment(model))
  await using network = await startNetwork(server.url)
  await page.goto(`${network.url}/plain/`)
  await composer(page).fill('[[mock-words:600;delay=5]]')
  await composer(page).press('Enter')
  await expect(lastReply(page)).toContainText('lamp burning')
  network.mode = 'refuse'
  network.cut()
  await expect(status(page)).toHaveText('Reconnecting…')
  network.mode = 'through'
  await expect(status(page)).toHaveText('The reply is complete.')
  expect(await lastReply(page).textContent()).toBe(await lastTextOf(server))
})

test('[RUN1] a connection lost before the reply begins: the plain page asks no second time', async ({
  page,
  startServer,
  model,
  problems,
}) => {
  problems.allow(cutNetwork)
  const server = await startServer(modelEnvironment(model))
  await page.goto(`${server.url}/plain/`)
  let isFirst = true
  await page.route(/chat-stream/, async (route) => {
    if (!isFirst) return route.fallback()
    isFirst = false
    // The server has answered in full before the page learns that its connection is lost.
    await route.fetch()
    await route.abort('connectionreset')
  })
  await composer(page).fill('Only once')
  await composer(page).press('Enter')
  await expect(status(page)).toHaveText('The reply is complete.')
  await expect(lastReply(page)).toHaveText('You said: Only once')
  expect((await server.client.conversation.list.query()).conversations).toHaveLength(1)
})

test('a message too long for the plain page is given back, and another can be sent', async ({
  page,
  startServer,
  model,
  problems,
}) => {
  problems.allow(/status of 431/)
  const server = await startServer(modelEnvironment(model))
  await page.goto(`${server.url}/plain/`)
  const long = 'A long story. '.repeat(10_000)
  await composer(page).fill(long)
  await composer(page).press('Enter')
  await expect(status(page)).toContainText('too long for this page')
  await expect(composer(page)).toHaveValue(long)
  await expect(lastReply(page)).toHaveCount(0)
  await composer(page).fill('A short one')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(lastReply(page)).toHaveText('You said: A short one')
})

test('a conversation deleted while the plain page is cut off: it says so, and begins another', async ({
  page,
  startServer,
  model,
  problems,
}) => {
  problems.allow(cutNetwork)
  const server = await startServer(modelEnvironment(model))
  await using network = await startNetwork(server.url)
  await page.goto(`${network.url}/plain/`)
  await composer(page).fill('Hello')
  await composer(page).press('Enter')
  await expect(status(page)).toHaveText('The reply is complete.')
  const question = '[[mock-words:4000;delay=5]]'
  await composer(page).fill(question)
  await composer(page).press('Enter')
  await expect(lastReply(page)).toContainText('lamp burning')
  network.mode = 'refuse'
  network.cut()
  await expect(status(page)).toHaveText('Reconnecting…')
  const { conversations } = await server.client.conversation.list.query()
  await server.client.conversation.delete.mutate({ conversationId: conversations[0]?.id ?? '' })
  network.mode = 'through'
  await expect(status(page)).toContainText('may have been deleted')
  await expect(composer(page)).toHaveValue(question)
  await composer(page).fill('Still there?')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(status(page)).toContainText('There is no such conversation')
  await expect(composer(page)).toHaveValue('Still there?')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(lastReply(page)).toHaveText('You said: Still there?')
})
