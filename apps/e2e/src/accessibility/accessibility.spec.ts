import { texts } from '@livetype/ui'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { expect, test } from '../stage/test.ts'

const looks = [
  { look: 'light', colorScheme: 'light', viewport: { width: 1200, height: 800 } },
  { look: 'dark', colorScheme: 'dark', viewport: { width: 1200, height: 800 } },
  { look: 'phone', colorScheme: 'light', viewport: { width: 375, height: 740 } },
] as const

for (const { look, colorScheme, viewport } of looks) {
  test.describe(look, () => {
    test.use({ colorScheme, viewport })
    test.slow()

    test('no barriers on the first page, in its menus and with the demo’s notice', async ({ chat }) => {
      await chat.open()
      await expect(chat.page.getByRole('list', { name: texts.empty.examplesLabel })).toBeVisible()
      await expectAccessible(chat.page, 'empty')
      await chat.page.getByRole('button', { name: texts.models.current('') }).click()
      await expect(chat.page.getByRole('menu')).toBeVisible()
      await expectAccessible(chat.page, 'model menu')
      await chat.page.getByRole('menuitemradio', { name: /Demo/ }).click()
      await chat.page.getByText(texts.demo.show).click()
      await expectAccessible(chat.page, 'demo notice')
      if (look !== 'phone') return
      await chat.page.getByRole('button', { name: texts.sidebar.open }).click()
      await expect(chat.page.getByRole('button', { name: texts.sidebar.close })).toBeFocused()
      await expectAccessible(chat.page, 'drawer')
    })

    test('no barriers in a conversation: typed, finished, stopped, failed', async ({ chat }) => {
      await chat.open()
      await chat.chooseModel(/Demo/)
      await chat.send('/code')
      await chat.expectEnd('completed')
      await chat.send('/table')
      await expect(chat.replies).toHaveCount(2)
      await chat.expectEnd('completed')
      await chat.send('/think')
      await expect(chat.replies).toHaveCount(3)
      await chat.expectEnd('completed')
      await chat.lastReply.locator('summary').click()
      await expectAccessible(chat.page, 'finished replies')
      await chat.chooseModel('mock-echo')
      await chat.send('[[mock-stall:3]]')
      await expect(chat.lastReply.locator('[data-activity="writing"]')).toBeVisible()
      await expectAccessible(chat.page, 'reply being written')
      await chat.stopButton.click()
      await chat.expectEnd('stopped')
      await chat.send('[[mock-no-finish]]')
      await chat.expectEnd('failed')
      await expectAccessible(chat.page, 'stopped and failed replies')
    })
  })
}

test('no barriers where there is no such conversation, and in a conversation’s menu and note', async ({
  chat,
  problems,
}) => {
  problems.allow(/status of 404/)
  await chat.open('no-such-conversation-0')
  await expect(chat.page.getByRole('heading', { name: texts.notFound.conversationTitle })).toBeVisible()
  await expectAccessible(chat.page, 'not found')
  await chat.page.getByRole('link', { name: texts.notFound.action }).click()
  await chat.send('Hello')
  await chat.expectEnd('completed')
  const item = chat.listed(await chat.conversationId())
  await item.getByRole('button').click()
  await expect(chat.page.getByRole('menu')).toBeVisible()
  await expectAccessible(chat.page, 'conversation menu')
  await chat.page.getByRole('menuitem', { name: texts.sidebar.rename }).click()
  await expect(chat.page.getByRole('textbox', { name: texts.sidebar.renameLabel })).toBeFocused()
  await expectAccessible(chat.page, 'renaming')
  await chat.page.keyboard.press('Escape')
  await item.getByRole('button').click()
  await chat.page.getByRole('menuitem', { name: texts.sidebar.delete }).click()
  await expect(chat.page.getByRole('button', { name: texts.sidebar.undo })).toBeVisible()
  await expectAccessible(chat.page, 'note with undo')
})
