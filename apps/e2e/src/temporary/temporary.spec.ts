import { texts } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import type { ChatPage } from '../stage/chat-page.ts'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { expect, test } from '../stage/test.ts'

const words = texts.temporary
const toggle = (chat: ChatPage) => chat.page.getByRole('button', { name: words.title })
const keep = (chat: ChatPage) => chat.page.getByRole('button', { name: words.keep })
const heading = (chat: ChatPage) => chat.page.getByRole('heading', { level: 1 })

test('[TEMP1] [TEMP2] a temporary chat is in no list until it is kept, and then in all tabs', async ({
  chat,
  client,
  openTab,
}) => {
  const { page } = chat
  const other = await openTab(client)
  await other.open()
  await chat.open()
  await toggle(chat).click()
  await expect(page.getByText(words.hint)).toBeVisible()
  await expectAccessible(page, 'a temporary chat to come')
  await chat.send('/help Only for now')
  await expect(heading(chat)).toHaveText(words.title)
  await chat.expectEnd('completed')
  const id = await chat.conversationId()
  await page.reload()
  await expect(heading(chat)).toHaveText(words.title)
  await chat.send('/help And once more')
  await expect(chat.messages).toHaveCount(4)
  await chat.expectEnd('completed')
  for (const tab of [chat, other]) await expect(tab.listed(id)).toHaveCount(0)
  await expectAccessible(page, 'a temporary chat')

  await keep(chat).click()
  for (const tab of [chat, other]) await expect(tab.listed(id)).toContainText('Only for now')
  await expect(heading(chat)).toContainText('Only for now')
  await expect(keep(chat)).toHaveCount(0)
  await expect(chat.composer).toBeFocused()
  // The next chat is like all others again.
  await page.getByRole('link', { name: texts.sidebar.newConversation }).first().click()
  await expect(toggle(chat)).toHaveAttribute('aria-pressed', 'false')
})

test('[TEMP1] after a restart of the server it is gone, and says so', async ({
  client,
  startServer,
  openTab,
  problems,
}) => {
  problems.allow(/net::ERR_|Failed to load resource|WebSocket/)
  const server = await startServer({})
  const chat = await openTab(client, server)
  await chat.open()
  await toggle(chat).click()
  await chat.send('/help Gone tomorrow')
  await chat.expectEnd('completed')
  await server.kill()
  await server.restart()
  await expect(chat.page.getByText(texts.notFound.conversationBody)).toBeVisible()
})

test('a temporary chat by keyboard, on a phone', async ({ chat }) => {
  const { page } = chat
  await page.setViewportSize({ width: 360, height: 740 })
  await chat.open()
  await expect(chat.composer).toBeVisible()
  await page.keyboard.press('Control+KeyK')
  await expect(page.getByRole('combobox', { name: laterTexts.palette.title })).toBeFocused()
  await page.keyboard.type(laterTexts.palette.actions.temporaryChat)
  await page.keyboard.press('Enter')
  await expect(toggle(chat)).toHaveAttribute('aria-pressed', 'true')
  await expect(chat.composer).toBeFocused()
  await chat.send('/help On a phone')
  await chat.expectEnd('completed')
  await expect(heading(chat)).toContainText(words.title)
  await expect(keep(chat)).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await keep(chat).focus()
  await page.keyboard.press('Enter')
  await expect(heading(chat)).toContainText('On a phone')
})
