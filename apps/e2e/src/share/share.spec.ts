import { ask, readReply } from '@livetype/api/test-support'
import { makeId } from '@livetype/protocol'
import { texts } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import type { Browser, Page } from '@playwright/test'
import type { ChatPage, Client } from '../stage/chat-page.ts'
import type { ChatServer } from '../stage/chat-server.ts'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { expect, models, test } from '../stage/test.ts'

const words = laterTexts.share
const dialog = (chat: ChatPage) => chat.page.getByRole('dialog', { name: words.title })
const link = (chat: ChatPage, number: number) => dialog(chat).getByRole('textbox', { name: words.link(number) })

async function begin(server: ChatServer, question: string): Promise<{ conversationId: string; replyId: string }> {
  const ids = await ask(server.client, question, { modelId: models.echo })
  await readReply(server.client, ids.conversationId)
  return ids
}

/** A browser that nobody has used, and what it asks for. */
async function openFresh(browser: Browser, address: string, size?: { width: number; height: number }) {
  const context = await browser.newContext({ ...(size && { viewport: size }), locale: 'en-US' })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  page.on('websocket', (socket) => asked.push(socket.url()))
  await page.goto(address)
  return { page, asked, [Symbol.asyncDispose]: () => context.close() }
}

async function openShare(chat: ChatPage, client: Client, conversationId: string): Promise<void> {
  await chat.page.goto(`${client.path}c/${conversationId}`)
  await chat.listed(conversationId).hover()
  await chat.listed(conversationId).getByRole('button').click()
  await chat.page.getByRole('menuitem', { name: texts.sidebar.share }).click()
  await expect(dialog(chat)).toBeVisible()
}

const bodyOf = (page: Page) => page.getByRole('main')

test('[SHARE1] a link is made, read elsewhere as it was then, updated and revoked', async ({
  chat,
  client,
  server,
  browser,
}) => {
  const { conversationId, replyId } = await begin(server, 'To be **shared**')
  await openShare(chat, client, conversationId)
  await dialog(chat).getByRole('button', { name: words.create }).click()
  await expect(dialog(chat).getByRole('status')).toHaveText(words.created)
  await expectAccessible(chat.page, 'links to a conversation')
  await dialog(chat)
    .getByRole('button', { name: words.copyLink(1) })
    .click()
  const address = await link(chat, 1).inputValue()
  await expect.poll(() => chat.page.evaluate(() => navigator.clipboard.readText())).toBe(address)
  expect(address).toContain(`${client.path}s/`)

  const later = { messageId: makeId(), replyId: makeId(), modelId: models.echo }
  await server.client.message.send.mutate({ conversationId, ...later, parentId: replyId, text: 'Said later' })
  // Behind the dialog, where no role reaches.
  const replies = chat.page.locator('article[data-role=assistant]')
  await expect(replies).toHaveCount(2)
  await expect(replies.last()).toHaveAttribute('data-status', 'completed')
  await using reader = await openFresh(browser, address)
  const { page } = reader
  await expect(page.getByRole('article')).toHaveCount(2)
  await expect(page.locator('.prose strong')).toHaveText('shared')
  await expect(bodyOf(page)).not.toContainText('Said later')
  await expectAccessible(page, 'a shared conversation')
  expect(reader.asked.filter((path) => /trpc|stream|ws:/.test(path))).toEqual(['/trpc/share.get'])

  await dialog(chat)
    .getByRole('button', { name: words.updateOf(1) })
    .click()
  await expect(dialog(chat).getByRole('status')).toHaveText(words.updated)
  await page.reload()
  await expect(bodyOf(page)).toContainText('Said later')
  await dialog(chat)
    .getByRole('button', { name: words.revokeOf(1) })
    .click()
  await expect(dialog(chat).getByText(words.none)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: words.page.missingTitle })).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(0)
})

test('[SHARE2] versions and the system prompt show where they were chosen; another tab knows of the link', async ({
  chat,
  client,
  server,
  browser,
  openTab,
}) => {
  const { conversationId } = await begin(server, 'The first version')
  const configuration = { systemPrompt: 'Be a pirate.' }
  await server.client.conversation.configure.mutate({ conversationId, configuration })
  const edited = { messageId: makeId(), replyId: makeId(), modelId: models.echo }
  await server.client.message.send.mutate({ conversationId, ...edited, parentId: null, text: 'The second version' })
  const other = await openTab(client)
  await openShare(other, client, conversationId)
  await chat.open(conversationId)
  await chat.expectEnd('completed')
  await chat.page.keyboard.press('Control+K')
  await expect(chat.page.getByRole('combobox')).toBeFocused()
  await chat.page.keyboard.type(laterTexts.palette.actions.share)
  await chat.page.keyboard.press('Enter')
  await dialog(chat).getByRole('checkbox', { name: words.branches }).press('Space')
  await dialog(chat).getByRole('checkbox', { name: words.systemPrompt }).press('Space')
  await dialog(chat).getByRole('button', { name: words.create }).press('Enter')
  await expect(link(chat, 1)).toBeVisible()
  await expect(link(other, 1)).toHaveValue(await link(chat, 1).inputValue())

  await using reader = await openFresh(browser, await link(chat, 1).inputValue(), { width: 360, height: 740 })
  const { page } = reader
  await expect(bodyOf(page)).toContainText('Be a pirate.')
  const question = page.locator('article[data-role=user]')
  await expect(question).toContainText('The second version')
  const previous = question.getByRole('button', { name: texts.versions.previous })
  await previous.press('Enter')
  await expect(question).toContainText('The first version')
  await expect(page.locator('article[data-role=assistant]')).toContainText('The first version')
  await expect(previous).toBeFocused()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  // What a reader looks at is no choice of the owner's.
  await expect(chat.page.locator('article[data-role=user]')).toContainText('The second version')
})
