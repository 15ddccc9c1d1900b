import { defaultSettings } from '@livetype/protocol'
import { texts, themeColors, themeStorageKey } from '@livetype/ui'
import type { ChatPage } from '../stage/chat-page.ts'
import { expect, test } from '../stage/test.ts'

// The server keeps settings, and the tests of a worker share it.
test.afterEach(({ server }) => server.client.settings.change.mutate(defaultSettings))

const theme = (chat: ChatPage) => chat.page.locator('html')
const lightness = (chat: ChatPage) =>
  chat.page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d')
    if (!context) throw new Error('no canvas')
    context.fillStyle = getComputedStyle(document.documentElement).backgroundColor
    context.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
    return (red + green + blue) / 3
  })

async function choose(chat: ChatPage, name: string): Promise<void> {
  await chat.page.getByRole('button', { name: texts.theme.current('') }).click()
  await chat.page.getByRole('menuitemradio', { name }).click()
  await expect(chat.page.getByRole('menu')).toHaveCount(0)
}

test('light and dark are chosen in the menu and kept, also by the other client', async ({ chat, openTab }) => {
  await chat.page.emulateMedia({ colorScheme: 'light' })
  await chat.open()
  await expect(theme(chat)).toHaveAttribute('data-theme', 'light')
  expect(await lightness(chat)).toBeGreaterThan(200)
  await choose(chat, texts.theme.dark)
  await expect(theme(chat)).toHaveAttribute('data-theme', 'dark')
  await expect.poll(() => lightness(chat)).toBeLessThan(80)
  const frame = chat.page.locator('meta[name="theme-color"]')
  await expect(frame.first()).toHaveAttribute('content', themeColors.dark)
  await expect(frame.last()).toHaveAttribute('content', themeColors.dark)
  await chat.page.reload()
  await expect(theme(chat)).toHaveAttribute('data-theme', 'dark')
  const [react, vue] = [await openTab({ name: 'react', path: '/' }), await openTab({ name: 'vue', path: '/vue/' })]
  for (const tab of [react, vue]) {
    await tab.open()
    await expect(theme(tab)).toHaveAttribute('data-theme', 'dark')
  }
  await choose(react, texts.theme.light)
  for (const tab of [chat, react, vue]) await expect(theme(tab)).toHaveAttribute('data-theme', 'light')
})

test('the system theme follows the system', async ({ chat }) => {
  await chat.page.emulateMedia({ colorScheme: 'dark' })
  await chat.open()
  await expect(theme(chat)).toHaveAttribute('data-theme', 'dark')
  await choose(chat, texts.theme.light)
  await expect(theme(chat)).toHaveAttribute('data-theme', 'light')
  await choose(chat, texts.theme.system)
  await expect(theme(chat)).toHaveAttribute('data-theme', 'dark')
  await chat.page.emulateMedia({ colorScheme: 'light' })
  await expect(theme(chat)).toHaveAttribute('data-theme', 'light')
})

test('a dark page is dark before the client is loaded', async ({ chat, problems }) => {
  problems.allow(/net::ERR_FAILED/)
  await chat.page.emulateMedia({ colorScheme: 'light' })
  await chat.page.addInitScript((key) => localStorage.setItem(key, 'dark'), themeStorageKey)
  await chat.page.route(/\/assets\/.*\.js$/, (route) => route.abort())
  await chat.open()
  await expect(theme(chat)).toHaveAttribute('data-theme', 'dark')
  await expect(chat.composer).toHaveCount(0)
})
