import { ask, readReply, type TestClient } from '@livetype/api/test-support'
import { texts } from '@livetype/ui'
import type { ChatPage } from '../stage/chat-page.ts'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { expect, test } from '../stage/test.ts'

async function begin(client: TestClient, ...questions: string[]): Promise<string[]> {
  const ids: string[] = []
  for (const question of questions) {
    const { conversationId } = await ask(client, question, { modelId: 'demo' })
    await readReply(client, conversationId)
    ids.push(conversationId)
  }
  return ids
}

/** Chooses from the menu of a conversation by keyboard alone. */
async function choose(chat: ChatPage, conversationId: string, name: string): Promise<void> {
  await chat.listed(conversationId).getByRole('link').focus()
  await chat.page.keyboard.press('Tab')
  await chat.page.keyboard.press('Enter')
  const item = chat.page.getByRole('menuitem', { name, exact: true })
  await expect(item).toBeVisible()
  const items = chat.page.getByRole('menuitem')
  // The menu takes the keys a frame after its first item is marked.
  await expect(chat.page.getByRole('menu')).toBeFocused()
  await expect(items.first()).toHaveAttribute('data-highlighted', '')
  const before = (await items.allInnerTexts()).findIndex((text) => text.trim() === name)
  for (let step = 0; step < before; step += 1) await chat.page.keyboard.press('ArrowDown')
  await expect(item).toHaveAttribute('data-highlighted', '')
  await chat.page.keyboard.press('Enter')
  await expect(chat.page.getByRole('menu')).toHaveCount(0)
}

async function show(chat: ChatPage, name: string): Promise<void> {
  await chat.page.getByRole('button', { name: texts.sidebar.listMenu }).click()
  await chat.page.getByRole('menuitemradio', { name }).click()
  await expect(chat.page.getByRole('menu')).toHaveCount(0)
}

test('[LIST2] what is pinned stands on top, in all tabs', async ({ chat, client, server, openTab }) => {
  const [older = '', newer = ''] = await begin(server.client, 'Pinned one', 'Newer than the pinned one')
  await chat.open()
  const other = await openTab(client)
  await other.open(newer)
  const pinned = (tab: ChatPage) => tab.page.getByRole('region', { name: texts.sidebar.pinned }).getByRole('listitem')
  await choose(chat, older, texts.sidebar.pin)
  for (const tab of [chat, other]) {
    await expect(pinned(tab).and(tab.page.locator(`[data-conversation-id="${older}"]`))).toBeVisible()
  }
  await expectAccessible(chat.page, 'a list with pinned conversations')
  await chat.page.reload()
  await expect(pinned(chat).first()).toBeVisible()
  await choose(other, older, texts.sidebar.unpin)
  await expect(pinned(chat).and(chat.page.locator(`[data-conversation-id="${older}"]`))).toHaveCount(0)
  await expect(chat.listed(older)).toBeVisible()
})

test('[LIST2] what is archived is out of the way, and comes back', async ({ chat, server }) => {
  const [archived = '', beside = ''] = await begin(server.client, 'To the archive', 'Beside it')
  await chat.open(archived)
  await choose(chat, archived, texts.sidebar.archive)
  await expect(chat.listed(archived)).toHaveCount(0)
  // Whoever reads it goes on reading, and the focus is not lost.
  await expect(chat.messages).toHaveCount(2)
  await expect(chat.page.locator('#sidebar :focus')).toHaveCount(1)
  await chat.page.getByRole('button', { name: texts.sidebar.undo }).click()
  await expect(chat.listed(archived)).toBeVisible()

  await choose(chat, archived, texts.sidebar.archive)
  await expect(chat.listed(archived)).toHaveCount(0)
  await show(chat, texts.sidebar.showArchived)
  await expect(chat.listed(archived)).toBeVisible()
  await expect(chat.listed(beside)).toHaveCount(0)
  await expectAccessible(chat.page, 'the archive')
  await chat.listed(archived).getByRole('link').click()
  await expect(chat.questions).toContainText('To the archive')
  await choose(chat, archived, texts.sidebar.unarchive)
  await expect(chat.listed(archived)).toHaveCount(0)
  await show(chat, texts.sidebar.showAll)
  await expect(chat.listed(archived)).toBeVisible()
})

test('the archive in the drawer of a phone', async ({ chat, server }) => {
  const [archived = ''] = await begin(server.client, 'Archived on a phone')
  await server.client.conversation.file.mutate({ conversationIds: [archived], changes: { isArchived: true } })
  await chat.page.setViewportSize({ width: 360, height: 740 })
  await chat.open()
  await chat.page.getByRole('button', { name: texts.sidebar.open }).click()
  await show(chat, texts.sidebar.showArchived)
  await chat.listed(archived).getByRole('link').click()
  await expect(chat.questions).toContainText('Archived on a phone')
  await expect(chat.page.getByRole('button', { name: texts.sidebar.open })).toBeVisible()
})
