import { ask, readReply, seedDataDir, type TestClient } from '@livetype/api/test-support'
import { texts } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import type { ChatPage } from '../stage/chat-page.ts'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { expect, test } from '../stage/test.ts'

const words = laterTexts.selecting

async function begin(client: TestClient, ...questions: string[]): Promise<string[]> {
  const ids: string[] = []
  for (const question of questions) {
    const { conversationId } = await ask(client, question, { modelId: 'demo' })
    await readReply(client, conversationId)
    ids.push(conversationId)
  }
  return ids
}

const box = (chat: ChatPage, conversationId: string) => chat.listed(conversationId).getByRole('checkbox')
const count = (chat: ChatPage) => chat.page.locator('.selection-count')
const bulk = (chat: ChatPage, name: string) =>
  chat.page.getByRole('toolbar', { name: words.label }).getByRole('button', { name, exact: true })
/** Begins to select by the menu of the list, with this conversation. */
async function select(chat: ChatPage, conversationId: string): Promise<void> {
  await chat.page.getByRole('button', { name: texts.sidebar.listMenu }).click()
  await chat.page.getByRole('menuitem', { name: texts.sidebar.select }).click()
  await chat.listed(conversationId).locator('label').click()
  await expect(box(chat, conversationId)).toBeChecked()
}

const undo = (chat: ChatPage) => chat.page.getByRole('button', { name: texts.sidebar.undo })

test('[LIST2] several are deleted at once, in all tabs, and one undo brings all back', async ({
  chat,
  client,
  server,
  openTab,
}) => {
  const [second = '', third = '', fourth = ''] = await begin(server.client, 'Two', 'Three', 'Four')
  const { page } = chat
  await chat.open(second)
  const other = await openTab(client)
  await other.open()
  await expect(other.listed(second)).toBeVisible()

  // The newest stands first.
  await chat
    .listed(fourth)
    .getByRole('link')
    .click({ modifiers: ['Shift'] })
  await expect(box(chat, fourth)).toBeChecked()
  await chat
    .listed(second)
    .locator('label')
    .click({ modifiers: ['Shift'] })
  await expect(count(chat)).toHaveText(words.selected(3))
  await chat.listed(third).locator('label').click()
  await expect(box(chat, third)).not.toBeChecked()
  await expectAccessible(page, 'selecting in the list')
  await bulk(chat, texts.sidebar.delete).click()
  for (const tab of [chat, other]) {
    await expect(tab.listed(third)).toBeVisible()
    for (const id of [second, fourth]) await expect(tab.listed(id)).toHaveCount(0)
  }
  // It was open, and the list is one of links again.
  await expect(page).not.toHaveURL(/\/c\//)
  await expect(chat.listed(third).getByRole('link')).toBeVisible()
  await expect(page.locator(':focus')).not.toHaveCount(0)
  await undo(chat).click()
  for (const id of [second, fourth]) await expect(other.listed(id)).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`/c/${second}$`))
})

test('[LIST2] several get a tag or go to the archive, without those that another tab has deleted', async ({
  chat,
  server,
}) => {
  const [first = '', second = '', third = ''] = await begin(server.client, 'One', 'Two', 'Three')
  const { page } = chat
  await chat.open()
  // Until what selects has been loaded, it is a link like others.
  await expect(async () => {
    await chat
      .listed(third)
      .getByRole('link')
      .click({ modifiers: ['Shift'], timeout: 1_500 })
    await expect(box(chat, third)).toBeVisible({ timeout: 1_500 })
  }).toPass()
  await chat
    .listed(first)
    .locator('label')
    .click({ modifiers: ['Shift'] })
  await bulk(chat, words.tags).click()
  await expect(page.getByRole('combobox', { name: laterTexts.tags.field })).toBeFocused()
  await page.keyboard.type('all of them')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  for (const id of [first, second, third]) await expect(chat.listed(id)).toContainText('all of them')
  await undo(chat).click()
  await expect(page.locator('.conversations').getByText('all of them')).toHaveCount(0)

  await chat
    .listed(first)
    .getByRole('link')
    .click({ modifiers: ['Shift'] })
  await chat.listed(second).locator('label').click()
  await server.client.conversation.delete.mutate({ conversationId: first })
  await expect(count(chat)).toHaveText(words.selected(1))
  await bulk(chat, texts.sidebar.archive).click()
  await expect(chat.listed(second)).toHaveCount(0)
  await expect(chat.listed(third)).toBeVisible()
})

test('selecting by keyboard alone', async ({ chat, server }) => {
  const [third = '', second = '', first = ''] = await begin(server.client, 'Lowest', 'Middle', 'Uppermost')
  const { page } = chat
  const { keyboard } = page
  await chat.open()
  await chat.listed(first).getByRole('link').focus()
  await expect(async () => {
    await keyboard.press('Space')
    await expect(box(chat, first)).toBeFocused({ timeout: 1_500 })
  }).toPass()
  await keyboard.press('Shift+ArrowDown')
  await expect(box(chat, second)).toBeFocused()
  await keyboard.press('ArrowDown')
  await expect(box(chat, third)).toBeFocused()
  await expect(count(chat)).toHaveText(words.selected(2))
  await keyboard.press('Space')
  await expect(count(chat)).toHaveText(words.selected(3))
  await keyboard.press('Space')
  await keyboard.press('Escape')
  await expect(count(chat)).toHaveCount(0)
  await expect(chat.listed(third).getByRole('link')).toBeFocused()

  await keyboard.press('Shift+ArrowUp')
  await expect(box(chat, second)).toBeFocused()
  await expect(count(chat)).toHaveText(words.selected(2))
  await keyboard.press('Delete')
  for (const id of [second, third]) await expect(chat.listed(id)).toHaveCount(0)
  await expect(page.locator('.conversation-link:focus')).toHaveCount(1)
  await undo(chat).click()
  await expect(chat.listed(third)).toBeVisible()

  await keyboard.press('Control+KeyK')
  await expect(page.getByRole('combobox', { name: laterTexts.palette.title })).toBeFocused()
  await keyboard.type(laterTexts.palette.actions.selectConversations)
  await keyboard.press('Enter')
  await expect(page.locator('.conversation-check').first()).toBeFocused()
  await keyboard.press('Escape')
  await expect(chat.listed(first).getByRole('link')).toBeFocused()
})

test('what is selected stays so out of sight, from the menu of the list, on a phone', async ({
  client,
  startServer,
  openTab,
}) => {
  let ids: readonly string[] = []
  const server = await startServer({}, async (dataDir) => {
    ids = await seedDataDir(dataDir, { total: 120, newestAt: Date.now(), stepMs: 1_000 })
  })
  const chat = await openTab(client, server)
  const { page } = chat
  const [newest = ''] = ids
  await page.setViewportSize({ width: 360, height: 740 })
  await chat.open()
  await page.getByRole('button', { name: texts.sidebar.open }).click()
  await select(chat, newest)
  await page.locator('.selection-all').focus()
  await page.locator('nav.conversations').evaluate((list) => list.scrollTo({ top: list.scrollHeight }))
  await expect(chat.listed(ids[60] ?? '')).toBeVisible()
  await expect(count(chat)).toHaveText(words.selected(1))
  await page.locator('nav.conversations').evaluate((list) => list.scrollTo({ top: 0 }))
  await expect(box(chat, newest)).toBeChecked()
  await page.getByRole('checkbox', { name: words.all }).click()
  await expect(count(chat)).toHaveText(words.selected(120))
  await bulk(chat, texts.sidebar.archive).click()
  await expect(page.getByText(texts.sidebar.empty)).toBeVisible()
  await undo(chat).click()
  await expect(chat.listed(newest)).toBeVisible()
})
