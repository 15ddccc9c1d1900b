import { ask, readReply, type TestClient } from '@livetype/api/test-support'
import { texts } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import type { ChatPage } from '../stage/chat-page.ts'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { expect, test } from '../stage/test.ts'

const words = laterTexts.tags

async function begin(client: TestClient, question: string, tags: string[] = []): Promise<string> {
  const { conversationId } = await ask(client, question, { modelId: 'demo' })
  await readReply(client, conversationId)
  if (tags.length > 0) {
    await client.conversation.file.mutate({ conversationIds: [conversationId], changes: { addTags: tags } })
  }
  return conversationId
}

async function openTags(chat: ChatPage, conversationId: string): Promise<void> {
  await chat.listed(conversationId).hover()
  await chat.listed(conversationId).getByRole('button').click()
  await chat.page.getByRole('menuitem', { name: texts.sidebar.editTags }).click()
  await expect(chat.page.getByRole('combobox', { name: words.field })).toBeFocused()
}

const tagsOf = async (client: TestClient, conversationId: string) =>
  (await client.conversation.get.query({ conversationId })).conversation.tags

test('[LIST2] a conversation gets tags by typing, and all tabs show them', async ({
  chat,
  client,
  server,
  openTab,
}) => {
  const tagged = await begin(server.client, 'To be tagged')
  const other = await begin(server.client, 'Has a tag already', ['garden'])
  await chat.open()
  const tab = await openTab(client)
  await tab.open()
  const { page } = chat

  await openTags(chat, tagged)
  await page.keyboard.type('two  words,')
  await page.keyboard.type('gard')
  await expect(page.getByRole('option', { name: 'garden' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.type('mistake')
  await page.keyboard.press('Enter')
  await expect(page.locator('.tag')).toHaveCount(3)
  await page.keyboard.press('Backspace')
  await expect(page.locator('.tag')).toHaveText(['two words', 'garden'])
  await expectAccessible(page, 'the tags of a conversation')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  for (const one of [chat, tab]) await expect(one.listed(tagged)).toContainText('garden +1')
  await expect(chat.listed(tagged).getByRole('button')).toBeFocused()
  expect(await tagsOf(server.client, tagged)).toEqual(['garden', 'two words'])

  // The undo of the first change goes with the page: the next one is of the second.
  await page.reload()
  await openTags(chat, tagged)
  await page.getByRole('button', { name: words.remove('garden') }).click()
  await expect(page.getByRole('combobox', { name: words.field })).toBeFocused()
  // What stands in the field is saved with the rest.
  await page.keyboard.type('last')
  await page.getByRole('button', { name: words.save }).click()
  await expect(tab.listed(tagged)).toContainText('last +1')
  await page.getByRole('button', { name: texts.sidebar.undo }).click()
  await expect(tab.listed(tagged)).toContainText('garden +1')
  expect(await tagsOf(server.client, tagged)).toEqual(['garden', 'two words'])
  expect(await tagsOf(server.client, other)).toEqual(['garden'])
})

test('the list shows what has a tag, says so, and leads back, on a phone too', async ({ chat, server }) => {
  const tagged = await begin(server.client, 'It has the tag', ['a tag with a rather long name of its own'])
  const beside = await begin(server.client, 'It has none')
  const { page } = chat
  await page.setViewportSize({ width: 360, height: 740 })
  await chat.open()
  await page.getByRole('button', { name: texts.sidebar.open }).click()
  const listMenu = page.getByRole('button', { name: texts.sidebar.listMenu })
  await listMenu.click()
  await page.getByRole('menuitemradio', { name: 'a tag with a rather long name of its own' }).click()
  await expect(chat.listed(tagged)).toBeVisible()
  await expect(chat.listed(beside)).toHaveCount(0)
  await expect(page.locator('.list-filter')).toContainText('a tag with a rather long name')
  await expectAccessible(page, 'the conversations of a tag')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await page.getByRole('button', { name: texts.sidebar.leaveFilter }).click()
  await expect(chat.listed(beside)).toBeVisible()
  await expect(listMenu).toBeFocused()
})
