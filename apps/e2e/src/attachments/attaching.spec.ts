import { png } from '@livetype/api/test-support'
import { texts } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import type { Locator } from '@playwright/test'
import type { ChatPage } from '../stage/chat-page.ts'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { expect, test } from '../stage/test.ts'

const photo = { name: 'photo.png', mimeType: 'image/png', buffer: png(640, 400) }
const portrait = { name: 'portrait.png', mimeType: 'image/png', buffer: png(300, 500) }
const notes = { name: 'notes.md', mimeType: 'text/markdown', buffer: Buffer.from('# Notes') }
const archive = { name: 'archive.zip', mimeType: 'application/zip', buffer: Buffer.from('PK\x03\x04 a zip', 'latin1') }

const chips = ({ page }: ChatPage) => page.locator('.attachment-chip')
const input = ({ page }: ChatPage) => page.locator('.composer input[type=file]')
const ready = (chat: ChatPage) => chips(chat).and(chat.page.locator('[data-status="ready"]'))
const imagesOf = (message: Locator) => message.locator('.attachment-image img')

test('[FILE3] files that are attached are in the message, which needs no text, and over a reload', async ({ chat }) => {
  await chat.open()
  await input(chat).setInputFiles([photo, notes])
  await expect(ready(chat)).toHaveCount(2)
  await expect(chat.sendButton).toBeEnabled()
  await chat.sendButton.click()
  await chat.expectEnd('completed')
  await expect(chips(chat)).toHaveCount(0)
  for (const isReloaded of [false, true]) {
    if (isReloaded) await chat.page.reload()
    const image = imagesOf(chat.questions.first())
    await expect(image).toHaveAttribute('alt', 'photo.png')
    await expect(image).toHaveJSProperty('naturalWidth', 640)
    await expect(
      chat.questions.first().getByRole('link', { name: texts.attachments.download('notes.md') }),
    ).toBeVisible()
    await expect(chat.questions.first().locator('.bubble')).toHaveCount(0)
  }
})

test('[FILE3] what is attached and not sent outlives a reload, and each conversation has its own', async ({ chat }) => {
  await chat.open()
  await chat.send('Hello')
  await chat.expectEnd('completed')
  await input(chat).setInputFiles([photo, notes])
  await expect(ready(chat)).toHaveCount(2)
  await chat.page.reload()
  await expect(ready(chat)).toHaveCount(2)
  await chat.page.getByRole('link', { name: texts.sidebar.newConversation }).first().click()
  await expect(chips(chat)).toHaveCount(0)
  await chat.page.goBack()
  await chat.page.getByRole('button', { name: laterTexts.attachments.remove('photo.png') }).click()
  await expect(ready(chat)).toHaveCount(1)
  await expect(chat.composer).toBeFocused()
  await chat.send('Look')
  await expect(chat.questions.last().locator('.attachment-card')).toHaveCount(1)
})

test('[FILE3] sending waits for what is on its way up, and is not lost', async ({ chat }) => {
  const gate = Promise.withResolvers<void>()
  await chat.page.route(/\/files\//, async (route) => {
    if (route.request().method() === 'PUT') await gate.promise
    await route.continue()
  })
  await chat.open()
  await input(chat).setInputFiles([photo])
  await expect(chips(chat)).toHaveAttribute('data-status', 'uploading')
  await chat.composer.fill('What is it?')
  await chat.composer.press('Enter')
  await expect(chat.page.getByRole('button', { name: texts.composer.sendWhenUploaded })).toBeVisible()
  await expect(chat.messages).toHaveCount(0)
  await expect(chat.composer).toHaveValue('What is it?')
  gate.resolve()
  await chat.expectEnd('completed')
  await expect(imagesOf(chat.questions.first())).toHaveCount(1)
  await expect(chat.composer).toHaveValue('')
})

test('[FILE1] a file that is refused says why in its place, and the others are sent', async ({ chat, problems }) => {
  problems.allow(/status of 415/)
  await chat.open()
  await input(chat).setInputFiles([archive, notes])
  const refused = chips(chat).filter({ hasText: 'archive.zip' })
  await expect(refused).toContainText('Archives and office documents can’t be read.')
  await expect(chat.page.locator('.attachment-news', { hasText: 'archive.zip could not be attached.' })).toBeAttached()
  await expectAccessible(chat.page, 'a composer with an attachment and one that failed')
  await expect(ready(chat)).toHaveCount(1)
  await refused.getByRole('button', { name: laterTexts.attachments.remove('archive.zip') }).press('Enter')
  await expect(chips(chat)).toHaveCount(1)
  await expect(chat.composer).toBeFocused()
  await chat.send('Look')
  await expect(chat.questions.first().locator('.attachment-card')).toHaveCount(1)
  await expect(chips(chat)).toHaveCount(0)
})

/** A `DataTransfer` with one image in it, made in the page. */
function transferOf(chat: ChatPage, withFile: boolean) {
  return chat.page.evaluateHandle(
    ([bytes, isFile]) => {
      const transfer = new DataTransfer()
      if (isFile) transfer.items.add(new File([new Uint8Array(bytes)], 'dropped.png', { type: 'image/png' }))
      else transfer.setData('text/plain', 'only text')
      return transfer
    },
    [[...photo.buffer], withFile] as const,
  )
}

test('files that are dropped anywhere on the page, or pasted, are attached; a dragged text is none', async ({
  chat,
}) => {
  await chat.open()
  await input(chat).setInputFiles([notes])
  await expect(ready(chat)).toHaveCount(1)
  const zone = chat.page.locator('.drop-zone')
  const [files, text] = [await transferOf(chat, true), await transferOf(chat, false)]
  await chat.page.dispatchEvent('.topbar', 'dragenter', { dataTransfer: text })
  await expect(zone).toHaveCount(0)
  await chat.page.dispatchEvent('.topbar', 'dragenter', { dataTransfer: files })
  await expect(zone).toContainText(laterTexts.attachments.drop)
  await chat.page.dispatchEvent('.topbar', 'dragleave', { dataTransfer: files })
  await expect(zone).toHaveCount(0)
  await chat.page.dispatchEvent('.topbar', 'dragenter', { dataTransfer: files })
  await chat.page.dispatchEvent('.topbar', 'drop', { dataTransfer: files })
  await expect(zone).toHaveCount(0)
  await expect(ready(chat)).toHaveCount(2)
  await chat.composer.evaluate((element, clipboardData) => {
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, files)
  await expect(ready(chat)).toHaveCount(3)
})

test('an image opens in a viewer, by keyboard too, and the focus comes back', async ({ chat }) => {
  await chat.open()
  await input(chat).setInputFiles([photo, portrait])
  await expect(ready(chat)).toHaveCount(2)
  await chat.send('Look')
  await chat.expectEnd('completed')
  const first = chat.page.getByRole('button', { name: texts.attachments.view('photo.png') })
  await first.press('Enter')
  const viewer = chat.page.getByRole('dialog', { name: 'photo.png' })
  await expect(viewer.getByRole('img', { name: 'photo.png' })).toBeVisible()
  await expectAccessible(chat.page, 'an image in its viewer')
  await chat.page.keyboard.press('ArrowRight')
  await expect(chat.page.getByRole('dialog', { name: 'portrait.png' })).toBeVisible()
  await chat.page.keyboard.press('Escape')
  await expect(chat.page.getByRole('dialog')).toHaveCount(0)
  await expect(first).toBeFocused()
})

test('[FILE3] an edit keeps what is attached, or changes it', async ({ chat }) => {
  await chat.open()
  await input(chat).setInputFiles([photo, notes])
  await expect(ready(chat)).toHaveCount(2)
  await chat.send('First')
  await chat.expectEnd('completed')
  const question = chat.questions.first()
  await question.hover()
  await question.getByRole('button', { name: texts.actions.edit, exact: true }).click()
  await expect(question.locator('.attachment-chip')).toHaveCount(2)
  await question.getByRole('button', { name: laterTexts.attachments.remove('photo.png') }).click()
  await question.locator('input[type=file]').setInputFiles([portrait])
  await expect(question.locator('.attachment-chip[data-status="ready"]')).toHaveCount(2)
  await question.getByRole('button', { name: texts.edit.send, exact: true }).click()
  await chat.expectEnd('completed')
  await expect(imagesOf(chat.questions.first())).toHaveAttribute('alt', 'portrait.png')
  await expect(chat.questions.first().locator('.attachment-card')).toHaveCount(1)
})

test('on a phone, what is attached fits the page', async ({ chat }) => {
  await chat.page.setViewportSize({ width: 360, height: 720 })
  await chat.open()
  const long = { ...notes, name: `${'a very long name '.repeat(8)}.md` }
  await input(chat).setInputFiles([photo, portrait, long])
  await expect(ready(chat)).toHaveCount(3)
  const fits = () => chat.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
  expect(await fits()).toBe(true)
  await chat.send('Look')
  await chat.expectEnd('completed')
  expect(await fits()).toBe(true)
  await expectAccessible(chat.page, 'a message with attachments on a phone')
})
