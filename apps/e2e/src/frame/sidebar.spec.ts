import { ask, readReply } from '@livetype/api/test-support'
import { texts } from '@livetype/ui'
import { expect, test } from '../stage/test.ts'

test('conversations stand newest first, and the open one is marked', async ({ chat, server }) => {
  const ids: string[] = []
  for (const text of ['Older one', 'Newer one']) {
    const { conversationId } = await ask(server.client, text, { modelId: 'demo' })
    await readReply(server.client, conversationId)
    ids.push(conversationId)
  }
  const [older = '', newer = ''] = ids
  await chat.open(older)
  await expect(chat.listed(newer)).toBeVisible()
  const order = async () => {
    const all = await chat.page.locator('li[data-conversation-id]').all()
    const listed = await Promise.all(all.map((item) => item.getAttribute('data-conversation-id')))
    return listed.filter((id) => id !== null && ids.includes(id))
  }
  expect(await order()).toEqual([newer, older])
  await expect(chat.listed(older).getByRole('link')).toHaveAttribute('aria-current', 'page')
  await expect(chat.listed(newer).getByRole('link')).not.toHaveAttribute('aria-current')
  await chat.send('Once more')
  await expect.poll(order).toEqual([older, newer])

  await chat.listed(newer).getByRole('link').click()
  await expect(chat.page).toHaveURL(new RegExp(`/c/${newer}$`))
  // As a list: until the other conversation is drawn, this one's two questions stand there.
  await expect(chat.questions).toHaveText([/Newer one/])
  await chat.page.goBack()
  await expect(chat.questions.first()).toHaveText(/Older one/)
})

test('a running reply shows in the list, also from elsewhere', async ({ chat }) => {
  await chat.open()
  await chat.send('[[mock-stall:3]]')
  const conversationId = await chat.conversationId()
  const dot = chat.listed(conversationId).getByRole('img', { name: texts.sidebar.running })
  await expect(dot).toBeVisible()
  await chat.page.getByRole('link', { name: texts.sidebar.newConversation }).first().click()
  await expect(chat.page.getByRole('heading', { name: texts.empty.title })).toBeVisible()
  await expect(dot).toBeVisible()
  await chat.listed(conversationId).getByRole('link').click()
  await expect(chat.lastProse).toHaveText('The river was')
  await chat.stopButton.click()
  await expect(dot).toHaveCount(0)
})

test('renaming: Escape leaves the title, Enter and leaving the field keep it', async ({ chat, server }) => {
  const { conversationId } = await ask(server.client, 'Plain title', { modelId: 'demo' })
  await chat.open(conversationId)
  const item = chat.listed(conversationId)
  const field = chat.page.getByRole('textbox', { name: texts.sidebar.renameLabel })
  const rename = async (title: string) => {
    await item.getByRole('button').click()
    await chat.page.getByRole('menuitem', { name: texts.sidebar.rename }).click()
    await expect(field).toBeFocused()
    await field.fill(title)
  }
  await rename('Not this')
  await field.press('Escape')
  await expect(item).toContainText('Plain title')
  await rename('By Enter')
  await field.press('Enter')
  await expect(item).toContainText('By Enter')
  await expect(chat.page.getByRole('heading', { level: 1 })).toHaveText('By Enter')
  await rename('By leaving')
  await chat.composer.click()
  await expect(item).toContainText('By leaving')
  await chat.page.reload()
  await expect(item).toContainText('By leaving')
})

test('deleting the open conversation leads to a new chat, and undoing it back', async ({ chat, server }) => {
  const { conversationId } = await ask(server.client, 'Soon gone', { modelId: 'demo' })
  await readReply(server.client, conversationId)
  await chat.open(conversationId)
  await expect(chat.messages).toHaveCount(2)
  await chat.listed(conversationId).getByRole('button').click()
  await chat.page.getByRole('menuitem', { name: texts.sidebar.delete }).click()
  await expect(chat.page.getByRole('heading', { name: texts.empty.title })).toBeVisible()
  await expect(chat.listed(conversationId)).toHaveCount(0)
  await expect(chat.page.getByText(texts.sidebar.deleted('Soon gone'))).toBeVisible()
  await chat.page.getByRole('button', { name: texts.sidebar.undo }).click()
  await expect(chat.listed(conversationId)).toBeVisible()
  await expect(chat.messages).toHaveCount(2)
})

test('undoing a deletion does not pull back who has moved on', async ({ chat, server }) => {
  const ids: string[] = []
  for (const text of ['Moved on to', 'Deleted and restored']) {
    const { conversationId } = await ask(server.client, text, { modelId: 'demo' })
    await readReply(server.client, conversationId)
    ids.push(conversationId)
  }
  const [next = '', deleted = ''] = ids
  await chat.open(deleted)
  await chat.listed(deleted).getByRole('button').click()
  await chat.page.getByRole('menuitem', { name: texts.sidebar.delete }).click()
  await expect(chat.page.getByRole('heading', { name: texts.empty.title })).toBeVisible()
  await chat.listed(next).getByRole('link').click()
  await expect(chat.questions).toContainText('Moved on to')
  await chat.page.getByRole('button', { name: texts.sidebar.undo }).click()
  await expect(chat.listed(deleted)).toBeVisible()
  await expect(chat.page).toHaveURL(new RegExp(`/c/${next}$`))
})

test('the sidebar can be hidden, and stays so', async ({ chat }) => {
  await chat.open()
  await chat.page.getByRole('button', { name: texts.sidebar.close }).click()
  await expect(chat.page.getByRole('link', { name: texts.app.name })).not.toBeInViewport()
  const show = chat.page.getByRole('button', { name: texts.sidebar.open })
  await expect(show).toBeFocused()
  await chat.page.reload()
  await expect(show).toBeVisible()
  await show.click()
  await expect(chat.page.getByRole('link', { name: texts.app.name })).toBeInViewport()
})
