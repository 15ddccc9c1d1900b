import { texts } from '@livetype/ui'
import type { ChatPage } from '../stage/chat-page.ts'
import { expect, preferModel, test } from '../stage/test.ts'

test.use({ viewport: { width: 375, height: 740 }, hasTouch: true })

const overflow = (chat: ChatPage) =>
  chat.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
const drawer = (chat: ChatPage) => chat.page.locator('#sidebar')

test('on a phone the sidebar is a drawer that opens, covers, and closes by choice, Escape and tap', async ({
  chat,
}) => {
  await chat.open()
  await expect(drawer(chat)).toHaveAttribute('inert')
  await expect(drawer(chat)).not.toBeInViewport()
  const show = chat.page.getByRole('button', { name: texts.sidebar.open })
  await chat.send('On the road')
  await chat.expectEnd('completed')
  const conversationId = await chat.conversationId()

  await show.click()
  await expect(drawer(chat)).toBeInViewport()
  await expect(chat.page.locator('main')).toHaveAttribute('inert')
  await expect(chat.page.getByRole('button', { name: texts.sidebar.close })).toBeFocused()
  await chat.page.keyboard.press('Escape')
  await expect(drawer(chat)).not.toBeInViewport()
  await expect(show).toBeFocused()

  await show.click()
  await chat.sidebar.getByRole('link', { name: texts.sidebar.newConversation }).click()
  await expect(drawer(chat)).not.toBeInViewport()
  await expect(chat.page.getByRole('heading', { name: texts.empty.title })).toBeVisible()

  await show.click()
  await chat.listed(conversationId).getByRole('link').click()
  await expect(drawer(chat)).not.toBeInViewport()
  await expect(chat.questions).toContainText('On the road')

  await show.click()
  await expect(drawer(chat)).toBeInViewport()
  await chat.page.mouse.click(360, 400)
  await expect(drawer(chat)).not.toBeInViewport()
  await expect(show).toBeFocused()
})

test('Escape that closes the drawer leaves the reply alone', async ({ chat }) => {
  await chat.open()
  await chat.send('[[mock-stall:3]]')
  await expect(chat.lastProse).toHaveText('The river was')
  await chat.page.getByRole('button', { name: texts.sidebar.open }).click()
  await expect(chat.page.getByRole('button', { name: texts.sidebar.close })).toBeFocused()
  await chat.page.keyboard.press('Escape')
  await expect(drawer(chat)).not.toBeInViewport()
  await expect(chat.stopButton).toBeVisible()
  await expect(chat.lastReply).toHaveAttribute('data-status', 'running')
  await chat.page.keyboard.press('Escape')
  await chat.expectEnd('stopped')
})

test('on a phone nothing makes the page scroll sideways, wide tables and code scroll in themselves', async ({
  chat,
}) => {
  await preferModel(chat, 'demo')
  await chat.open()
  expect(await overflow(chat)).toBeLessThanOrEqual(0)
  for (const command of ['/code', '/table']) {
    await chat.send(command)
    await expect(chat.questions.last()).toContainText(command)
    await chat.expectEnd('completed')
    expect(await overflow(chat)).toBeLessThanOrEqual(0)
  }
  await chat.send('x'.repeat(300))
  await expect(chat.questions).toHaveCount(3)
  await chat.expectEnd('completed')
  expect(await overflow(chat)).toBeLessThanOrEqual(0)
  await expect(chat.composer).toBeInViewport({ ratio: 1 })
  await expect(chat.sendButton).toBeInViewport({ ratio: 1 })
})
