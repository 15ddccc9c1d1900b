import { texts } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { expect, test } from '../stage/test.ts'
import { hideOnCommand } from '../stage/visibility.ts'

const words = laterTexts.notices

declare global {
  interface Window {
    /** What the page has shown outside of itself, and what a click on the last of it does. */
    notices?: { shown: { title: string; body: string | undefined }[]; asked: number; click(): void }
    /** Lets the page believe that so many milliseconds have passed. */
    skipTime?(ms: number): void
  }
}

/** Gives a page, before it is opened, notifications that are recorded, and a person who answers so when asked. */
async function recordNotices(page: Page, answer: NotificationPermission): Promise<void> {
  await page.addInitScript((given) => {
    let click = () => {}
    const notices = { shown: [] as { title: string; body: string | undefined }[], asked: 0, click: () => click() }
    class RecordedNotification {
      static permission = 'default'
      static async requestPermission() {
        notices.asked += 1
        RecordedNotification.permission = given
        return given
      }
      onclick: (() => void) | null = null
      constructor(title: string, options?: NotificationOptions) {
        notices.shown.push({ title, body: options?.body })
        click = () => this.onclick?.()
      }
      close() {}
    }
    const { now } = Date
    let skipped = 0
    Date.now = () => now() + skipped
    Object.assign(window, {
      Notification: RecordedNotification,
      notices,
      skipTime: (ms: number) => {
        skipped += ms
      },
    })
  }, answer)
}

async function choose(page: Page, choice: string): Promise<void> {
  await page.getByRole('button', { name: texts.settings.open, exact: true }).click()
  await page.locator('[data-setting="notices"]').getByText(choice, { exact: true }).click()
}

test('[NOTICE1] a long reply that ends out of sight is told of by its title, and a click leads to it', async ({
  client,
  startServer,
  openTab,
}) => {
  const server = await startServer({ LIVETYPE_DEMO_TOKENS_PER_SECOND: '30' })
  const chat = await openTab(client, server)
  const { page } = chat
  await recordNotices(page, 'granted')
  const tab = await hideOnCommand(page)
  await chat.open()
  expect(await page.evaluate(() => window.notices?.asked)).toBe(0)
  await choose(page, words.choices.on)
  await expect(page.getByRole('radiogroup', { name: words.label }).getByRole('radio').last()).toBeChecked()
  expect(await page.evaluate(() => window.notices?.asked)).toBe(1)
  await expectAccessible(page, 'the settings with notifications')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await chat.send('/long 40')
  await expect(chat.lastReply).toHaveAttribute('data-status', 'running')
  const id = await chat.conversationId()
  await tab.hide()
  await page.evaluate(() => window.skipTime?.(10_000))
  await expect
    .poll(() => page.evaluate(() => window.notices?.shown))
    .toEqual([{ title: '/long 40', body: words.ready }])
  await tab.show()
  await page.getByRole('link', { name: texts.sidebar.newConversation }).first().click()
  await expect(page).not.toHaveURL(/\/c\//)
  await page.evaluate(() => window.notices?.click())
  await expect(page).toHaveURL(new RegExp(`/c/${id}$`))
})

test('[NOTICE1] where the browser forbids it, the settings say what to do, and nothing is kept', async ({ chat }) => {
  const { page } = chat
  await page.setViewportSize({ width: 360, height: 740 })
  await recordNotices(page, 'denied')
  await chat.open()
  await page.getByRole('button', { name: texts.sidebar.open }).click()
  await choose(page, words.choices.on)
  await expect(page.getByText(words.blocked)).toBeVisible()
  await expect(page.getByRole('radiogroup', { name: words.label }).getByRole('radio').first()).toBeChecked()
  await expectAccessible(page, 'the settings where notifications are blocked')
})
