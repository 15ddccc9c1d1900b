import { texts } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import { cutNetwork } from '../stage/problem-watch.ts'
import { galleryId } from './gallery-conversations.ts'
import { expect, test } from './gallery-test.ts'

test.use({ timezoneId: 'UTC', serviceWorkers: 'block', deviceScaleFactor: 1 })

test('[LOOK1] the first page', async ({ chat, show, look }) => {
  await show(undefined, { width: 1100, height: 700 }, chat.page.locator('.example').last())
  await expect(chat.sidebar.getByRole('link', { name: 'Replies that end' })).toBeVisible()
  await expect(chat.page).toHaveScreenshot('welcome.png')
  await look({ width: 360, height: 700, dark: true })
  await expect(chat.page).toHaveScreenshot('welcome-phone-dark.png')
})

test('[LOOK1] prose', async ({ chat, show, look }) => {
  await show('prose', { width: 900, height: 1200 }, chat.lastReply.locator('.message-actions'))
  await expect(chat.lastReply).toHaveScreenshot('prose.png')
  await look({ width: 360, height: 1460, dark: true })
  await expect(chat.page).toHaveScreenshot('prose-phone-dark.png')
})

test('[LOOK1] code', async ({ chat, show, look }) => {
  const size = { width: 900, height: 1560 }
  await show('code', size)
  // Each language has its colours at a time of its own.
  await expect(chat.page.locator('.code-block').filter({ has: chat.page.locator('[class^="token-"]') })).toHaveCount(3)
  await chat.lastProse.getByRole('button', { name: laterTexts.code.fold }).click()
  await expect(chat.transcript).toHaveScreenshot('code.png')
  await look({ ...size, dark: true })
  await expect(chat.transcript).toHaveScreenshot('code-dark.png')
})

test('[LOOK1] tables, formulas and footnotes', async ({ chat, show, look }) => {
  await show('rich', { width: 900, height: 1000 }, chat.lastProse.locator('.katex').first())
  await expect(chat.lastProse.locator('.image-load')).toBeVisible()
  await expect(chat.lastReply).toHaveScreenshot('rich.png')
  await look({ width: 360, height: 1300, dark: true })
  await expect(chat.lastReply).toHaveScreenshot('rich-phone-dark.png')
})

test('[LOOK1] replies that ended, and what came with a question', async ({ chat, show, look }) => {
  await show('ends', { width: 900, height: 1200 }, chat.lastReply.locator('.failure'))
  await expect(chat.page.getByRole('img', { name: 'harbour.png' })).toHaveJSProperty('complete', true)
  await expect(chat.transcript).toHaveScreenshot('ends.png')
  await look({ width: 360, height: 1420, dark: true, contrast: 'more' })
  await expect(chat.transcript).toHaveScreenshot('ends-phone-dark-contrast.png')
})

test('[LOOK1] scripts of both directions, and words that do not fit', async ({ chat, show }) => {
  await show('scripts', { width: 360, height: 1060 }, chat.lastReply.locator('.message-actions'))
  await expect(chat.transcript).toHaveScreenshot('scripts-phone.png')
})

test('[LOOK1] while a conversation is being read, and without a network', async ({ chat, look, problems }) => {
  problems.allow(cutNetwork)
  await look({ width: 700, height: 420 })
  const reading = Promise.withResolvers<void>()
  await chat.page.route(/\/trpc\/[^?]*conversation\.get/, async (route) => {
    await reading.promise
    await route.continue()
  })
  await chat.open(galleryId('ends'))
  await expect(chat.page.locator('.attach-button')).toBeVisible()
  await expect(chat.page).toHaveScreenshot('loading.png')
  reading.resolve()
  await expect(chat.lastReply.locator('.failure')).toBeVisible()
  await chat.page.context().setOffline(true)
  await expect(chat.connection).toContainText(texts.connection.offline)
  await expect(chat.page).toHaveScreenshot('offline.png')
})

test('[LOOK1] the settings', async ({ chat, show }) => {
  await show(undefined, { width: 900, height: 640, dark: true })
  await chat.page.getByRole('button', { name: texts.settings.open, exact: true }).click()
  await expect(chat.page.getByRole('dialog').locator('.setting').last()).toBeAttached()
  await expect(chat.page).toHaveScreenshot('settings-dark.png')
})

test.describe('from right to left', () => {
  test.use({ locale: 'ar' })

  test('[LOOK1] the same, mirrored', async ({ chat, page, show }) => {
    await show('arabic', { width: 1100, height: 1000 }, page.locator('.token-keyword'))
    await expect(chat.page).toHaveScreenshot('arabic.png')
  })
})
