import { ask, readReply } from '@livetype/api/test-support'
import { makeId } from '@livetype/protocol'
import { texts } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import type { ChatPage } from '../stage/chat-page.ts'
import type { ChatServer } from '../stage/chat-server.ts'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { expect, models, test } from '../stage/test.ts'

const words = laterTexts.search
const panel = (chat: ChatPage) => chat.page.getByRole('dialog', { name: words.title })
const box = (chat: ChatPage) => panel(chat).getByRole('combobox')
const results = (chat: ChatPage) => panel(chat).getByRole('option')
const marks = (chat: ChatPage) => panel(chat).locator('mark')
const selected = (chat: ChatPage) => panel(chat).getByRole('option', { selected: true })
const openButton = (chat: ChatPage) => chat.page.getByRole('button', { name: texts.search.open })

async function asked(server: ChatServer, text: string) {
  const ids = await ask(server.client, text, { modelId: models.echo })
  await readReply(server.client, ids.conversationId)
  return ids
}

test('[FIND1] [FIND2] finds words, beginnings, phrases and Chinese as they are typed, and shows where', async ({
  chat,
  server,
}) => {
  // The tests of a worker share the server: a word of its own keeps each to itself.
  const own = `zq${makeId().slice(0, 8)}`
  const first = await asked(server, `${own} The <b>quince</b> tree blossoms late`)
  await asked(server, `${own} late blossoms of a tree 我们明天去植物园`)
  await chat.open()
  await openButton(chat).click()
  await expect(box(chat)).toBeFocused()
  await expect(panel(chat).getByText(words.syntax[1]?.meaning ?? '')).toBeVisible()

  await box(chat).pressSequentially(`${own} blossoms`)
  await expect(panel(chat).getByRole('group')).toHaveCount(2)
  await box(chat).fill(`${own} "tree blossoms"`)
  await expect(panel(chat).getByRole('group')).toHaveCount(1)
  await expect(marks(chat).filter({ hasText: 'tree blossoms' })).not.toHaveCount(0)
  await expect(panel(chat).getByRole('status')).toHaveText(words.foundMessages(2))
  await box(chat).fill(`${own} quin*`)
  await expect(marks(chat).filter({ hasText: /^quince$/ })).not.toHaveCount(0)
  // What a message has of markup is text here.
  await expect(results(chat).filter({ hasText: '<b>quince</b>' })).not.toHaveCount(0)
  await box(chat).fill(`${own} 明天`)
  await expect(marks(chat).filter({ hasText: /^明天$/ })).not.toHaveCount(0)
  await box(chat).fill(`${own} nothinglikethis`)
  await expect(panel(chat).getByText(words.noneHint)).toBeVisible()

  await server.client.conversation.delete.mutate({ conversationId: first.conversationId })
  await box(chat).fill(`${own} quince`)
  await expect(panel(chat).getByRole('status')).toHaveText(words.none)
})

test('by keyboard: opened by its keys, walked by arrows, a result opened by Enter, closed by Escape', async ({
  chat,
  server,
}) => {
  const own = `zq${makeId().slice(0, 8)}`
  const { conversationId, messageId } = await asked(server, `${own} medlars`)
  await chat.open()
  await expect(chat.composer).toBeFocused()
  await chat.page.keyboard.press('Control+Shift+F')
  await expect(box(chat)).toBeFocused()
  await chat.page.keyboard.press('Escape')
  await expect(panel(chat)).toHaveCount(0)
  await expect(chat.composer).toBeFocused()

  await chat.page.keyboard.press('Control+Shift+F')
  await expect(box(chat)).toBeFocused()
  await chat.page.keyboard.type(own)
  await expect(results(chat)).toHaveCount(3)
  await expect(selected(chat)).toHaveAttribute('data-kind', 'conversation')
  await chat.page.keyboard.press('ArrowUp')
  await expect(results(chat).last()).toHaveAttribute('aria-selected', 'true')
  await expect(box(chat)).toHaveAttribute(
    'aria-activedescendant',
    (await results(chat).last().getAttribute('id')) ?? '',
  )
  const question = panel(chat).locator(`#search-${messageId}`)
  await expect(question).toContainText(texts.transcript.you)
  while ((await question.getAttribute('aria-selected')) !== 'true') await chat.page.keyboard.press('ArrowUp')
  await chat.page.keyboard.press('Enter')
  await expect(panel(chat)).toHaveCount(0)
  await expect(chat.page).toHaveURL(new RegExp(`/c/${conversationId}`))
  await expect(chat.page.locator(`[data-message-id="${messageId}"]`)).toBeInViewport()
})

test('[FIND1] what a stopped reply had said is found; a search that failed says so and can be tried again', async ({
  chat,
  problems,
}) => {
  problems.allow(/net::ERR_FAILED/)
  await chat.open()
  await chat.send('[[mock-stall:3]]')
  await expect(chat.lastProse).toHaveText('The river was')
  await chat.stopButton.click()
  await chat.expectEnd('stopped')
  const replyId = await chat.lastReply.getAttribute('data-message-id')
  await chat.page.keyboard.press('Control+Shift+F')
  await chat.page.route('**/trpc/search.query*', (route) => route.abort())
  await box(chat).fill('river was')
  await expect(panel(chat).getByRole('alert')).toContainText(words.failed)
  await chat.page.unroute('**/trpc/search.query*')
  await panel(chat).getByRole('button', { name: texts.actions.retry }).click()
  await expect(box(chat)).toBeFocused()
  await expect(panel(chat).locator(`#search-${replyId}`).locator('mark').first()).toHaveText('river')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

  test('no barriers: reached through the drawer, filled, left', async ({ chat, server }) => {
    const own = `zq${makeId().slice(0, 8)}`
    const { conversationId } = await asked(server, `${own} ${'averyveryverylongword'.repeat(12)}`)
    await chat.open()
    await chat.page.getByRole('button', { name: texts.sidebar.open }).click()
    await openButton(chat).click()
    await expect(box(chat)).toBeFocused()
    await expectAccessible(chat.page, 'the search before anything was typed')
    await box(chat).fill(own)
    await expect(results(chat)).toHaveCount(3)
    await expectAccessible(chat.page, 'results of a search')
    const list = panel(chat).getByRole('listbox')
    expect(await list.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
    await expect(panel(chat).getByRole('button', { name: texts.actions.close })).toBeInViewport()
    await results(chat).first().click()
    await expect(chat.page).toHaveURL(new RegExp(`/c/${conversationId}$`))
    await expect(chat.page.locator('#sidebar')).not.toBeInViewport()
  })
})
