import { ask, readReply } from '@livetype/api/test-support'
import { texts } from '@livetype/ui'
import type { ChatPage } from '../stage/chat-page.ts'
import { expect, preferModel, test } from '../stage/test.ts'

/** Waits until what has to go has gone, and sees where the focus is then. */
async function expectFocusKept(chat: ChatPage): Promise<void> {
  await expect
    .poll(() => chat.page.evaluate(() => document.activeElement === document.body), { message: 'focus is lost' })
    .toBe(false)
}

test('sending, stopping and asking again leave the focus where a person writes', async ({ chat }) => {
  await chat.open()
  await chat.send('First')
  await chat.expectEnd('completed')
  await chat.composer.fill('[[mock-stall:3]]')
  await chat.sendButton.click()
  await expect(chat.lastProse).toHaveText('The river was')
  await expect(chat.composer).toBeFocused()

  await chat.stopButton.focus()
  await chat.page.keyboard.press('Enter')
  await chat.expectEnd('stopped')
  await expect(chat.composer).toBeFocused()

  const stoppedId = await chat.lastReply.getAttribute('data-message-id')
  await chat.lastReply.getByRole('button', { name: texts.actions.regenerate }).focus()
  await chat.page.keyboard.press('Enter')
  await expect(chat.lastReply).not.toHaveAttribute('data-message-id', stoppedId ?? '')
  await expect(chat.composer).toBeFocused()

  await expect(chat.lastProse).toHaveText('The river was')
  await chat.stopButton.focus()
  await chat.page.keyboard.press('Escape')
  await chat.expectEnd('stopped')
  await expect(chat.composer).toBeFocused()
})

test('a message that was not taken gives the focus back to where a person writes', async ({ chat, problems }) => {
  problems.allow(/status of 400/)
  await chat.open()
  await chat.send('First')
  await chat.expectEnd('completed')
  const refuse = /message\.send/
  await chat.page.route(refuse, (route) =>
    route.fulfill({
      status: 400,
      json: [{ error: { message: 'No.', code: -32600, data: { code: 'BAD_REQUEST', httpStatus: 400 } } }],
    }),
  )
  await chat.send('Second')
  const refused = chat.questions.last()
  await refused.getByRole('button', { name: texts.actions.retry }).click()
  await expect(chat.composer).toBeFocused()
  await expect(refused).toHaveAttribute('data-delivery', 'failed')
  await refused.getByRole('button', { name: texts.actions.discard }).click()
  await expect(chat.questions).toHaveCount(1)
  await expect(chat.composer).toBeFocused()
})

test('dismissing the demo’s notice leaves the focus where a person writes', async ({ chat }) => {
  await preferModel(chat, 'demo')
  await chat.open()
  const banner = chat.page.getByRole('complementary', { name: texts.demo.label })
  await banner.getByRole('button', { name: texts.demo.dismiss }).click()
  await expect(banner).toHaveCount(0)
  await expect(chat.composer).toBeFocused()
})

test('deleting another conversation gives the focus to its neighbour', async ({ chat, server }) => {
  const ids: string[] = []
  for (const text of ['Kept', 'Deleted', 'Open']) {
    const { conversationId } = await ask(server.client, text, { modelId: 'demo' })
    await readReply(server.client, conversationId)
    ids.push(conversationId)
  }
  const [kept = '', deleted = '', open = ''] = ids
  await chat.open(open)
  await expect(chat.messages).toHaveCount(2)
  await chat.listed(deleted).getByRole('button').focus()
  await chat.page.keyboard.press('Enter')
  await expect(chat.page.getByRole('menu')).toBeFocused()
  await chat.page.keyboard.press('End')
  await expect(chat.page.getByRole('menuitem', { name: texts.sidebar.delete })).toHaveAttribute('data-highlighted')
  await chat.page.keyboard.press('Enter')
  await expect(chat.listed(deleted)).toHaveCount(0)
  await expect(chat.listed(kept).getByRole('link')).toBeFocused()

  await chat.listed(open).getByRole('button').click()
  await chat.page.getByRole('menuitem', { name: texts.sidebar.delete }).click()
  await expect(chat.listed(open)).toHaveCount(0)
  await expectFocusKept(chat)
})

test('undoing a deletion by keyboard ends on the conversation that is back', async ({ chat, server }) => {
  const ids: string[] = []
  for (const text of ['Deleted and back', 'Stays open']) {
    const { conversationId } = await ask(server.client, text, { modelId: 'demo' })
    await readReply(server.client, conversationId)
    ids.push(conversationId)
  }
  const [deleted = '', open = ''] = ids
  await chat.open(open)
  await chat.listed(deleted).getByRole('button').click()
  await chat.page.getByRole('menuitem', { name: texts.sidebar.delete }).click()
  await expect(chat.listed(deleted)).toHaveCount(0)
  const undo = chat.page.getByRole('button', { name: texts.sidebar.undo })
  // From nowhere, to which the note can not give the focus back.
  await chat.page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  await undo.focus()
  await chat.page.keyboard.press('Enter')
  await expect(undo).toHaveCount(0)
  await expect(chat.listed(deleted).getByRole('link')).toBeFocused()
})

test('renaming by keyboard ends on the conversation', async ({ chat, server }) => {
  const { conversationId } = await ask(server.client, 'Plain title', { modelId: 'demo' })
  await chat.open(conversationId)
  await chat.listed(conversationId).getByRole('button').click()
  await chat.page.getByRole('menuitem', { name: texts.sidebar.rename }).click()
  const field = chat.page.getByRole('textbox', { name: texts.sidebar.renameLabel })
  await expect(field).toBeFocused()
  await field.fill('A better one')
  await field.press('Enter')
  await expect(chat.listed(conversationId).getByRole('link')).toBeFocused()
})

test('a jump to the latest gives the focus to what it scrolled', async ({ chat }) => {
  await chat.page.setViewportSize({ width: 1000, height: 480 })
  await chat.open()
  await chat.send('[[mock-words:900]]')
  await chat.expectEnd('completed')
  await chat.transcript.focus()
  await chat.page.keyboard.press('Home')
  await chat.jumpToLatest.click()
  await expect(chat.jumpToLatest).not.toBeVisible()
  await expect(chat.transcript).toBeFocused()
})

test('a new chat by keyboard is ready to be written in, also where one is open already', async ({ chat }) => {
  await chat.open()
  await expect(chat.composer).toBeFocused()
  await chat.page.getByRole('button', { name: texts.sidebar.close }).focus()
  await chat.page.keyboard.press('Control+Shift+O')
  await expect(chat.composer).toBeFocused()
})
