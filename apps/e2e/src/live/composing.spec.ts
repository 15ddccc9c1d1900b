import { maxMessageTextLength } from '@livetype/protocol'
import { texts } from '@livetype/ui'
import { expect, test } from '../stage/test.ts'

test('Shift+Enter breaks the line and the field grows, Enter sends', async ({ chat }) => {
  await chat.open()
  const heightBefore = (await chat.composer.boundingBox())?.height ?? 0
  await chat.composer.press('a')
  for (let line = 0; line < 3; line++) await chat.composer.press('Shift+Enter')
  await chat.composer.press('b')
  await expect(chat.composer).toHaveValue('a\n\n\nb')
  await expect.poll(async () => (await chat.composer.boundingBox())?.height).toBeGreaterThan(heightBefore + 20)
  await expect(chat.questions).toHaveCount(0)
  await chat.composer.press('Enter')
  await expect(chat.questions.locator('.bubble')).toHaveText('a\n\n\nb', { useInnerText: true })
  await expect.poll(async () => (await chat.composer.boundingBox())?.height).toBeLessThanOrEqual(heightBefore + 1)
})

test('an Enter that belongs to an input method does not send', async ({ chat }) => {
  await chat.open()
  await chat.composer.fill('にほん')
  const pressEnter = (how: { isComposing?: boolean; keyCode?: number }) =>
    chat.composer.evaluate((input, init) => {
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init }))
    }, how)
  await pressEnter({ isComposing: true })
  // Safari ends the composition first; only this key code still tells.
  await pressEnter({ keyCode: 229 })
  await expect(chat.composer).toHaveValue('にほん')
  await expect(chat.questions).toHaveCount(0)
  await pressEnter({ keyCode: 13 })
  await expect(chat.questions).toContainText('にほん')
})

test('text that an input method has in the making can be sent once it is confirmed', async ({ chat }) => {
  await chat.open()
  await chat.composer.focus()
  const session = await chat.page.context().newCDPSession(chat.page)
  await session.send('Input.imeSetComposition', { text: '日本', selectionStart: 2, selectionEnd: 2 })
  await expect(chat.composer).toHaveValue('日本')
  await session.send('Input.insertText', { text: '日本' })
  await chat.composer.press('Enter')
  await expect(chat.questions.locator('.bubble')).toHaveText('日本')
})

test('blank messages are not sent', async ({ chat }) => {
  await chat.open()
  await expect(chat.sendButton).toBeDisabled()
  await chat.composer.fill(' \n\t ')
  await expect(chat.sendButton).toBeDisabled()
  await chat.composer.press('Enter')
  await expect(chat.questions).toHaveCount(0)
  await chat.composer.fill('x')
  await expect(chat.sendButton).toBeEnabled()
})

test('a message that is too long says by how much and is not sent', async ({ chat }) => {
  await chat.open()
  await chat.composer.fill('a'.repeat(maxMessageTextLength + 7))
  await expect(chat.page.getByText(texts.composer.tooLong(7))).toBeVisible()
  await expect(chat.sendButton).toBeDisabled()
  await chat.composer.press('Enter')
  await expect(chat.questions).toHaveCount(0)
})

test('a draft is kept for each conversation, and over a reload', async ({ chat }) => {
  await chat.open()
  await chat.send('First')
  await chat.expectEnd('completed')
  await chat.composer.fill('half a thought')
  await chat.page.getByRole('link', { name: texts.sidebar.newConversation }).first().click()
  await expect(chat.page.getByRole('heading', { name: texts.empty.title })).toBeVisible()
  await expect(chat.composer).toHaveValue('')
  await chat.composer.fill('another one')
  await chat.page.goBack()
  await expect(chat.questions).toContainText('First')
  await expect(chat.composer).toHaveValue('half a thought')
  await chat.page.reload()
  await expect(chat.questions).toContainText('First')
  await expect(chat.composer).toHaveValue('half a thought')
  await chat.page.goForward()
  await expect(chat.composer).toHaveValue('another one')
})

test('while a reply is written the composer takes the next message, and sends it', async ({ chat }) => {
  await chat.open()
  await chat.send('[[mock-stall:3]]')
  await expect(chat.lastReply.locator('[data-activity="writing"]')).toBeVisible()
  await expect(chat.composer).toBeFocused()
  await chat.composer.pressSequentially('Next')
  await expect(chat.composer).toHaveValue('Next')
  await expect(chat.sendButton).toBeEnabled()
  await chat.stopButton.click()
  await chat.expectEnd('stopped')
  await expect(chat.composer).toHaveValue('Next')
  await chat.composer.press('Enter')
  await expect(chat.lastProse).toHaveText('You said: Next')
})
