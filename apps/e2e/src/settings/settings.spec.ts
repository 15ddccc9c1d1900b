import { defaultSettings } from '@livetype/protocol'
import { texts } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import { type ChatPage, reactClient, vueClient } from '../stage/chat-page.ts'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { expect, test } from '../stage/test.ts'

// The server keeps settings, and the tests of a worker share it.
test.afterEach(({ server }) => server.client.settings.change.mutate(defaultSettings))

const words = laterTexts.settings
const dialog = (chat: ChatPage) => chat.page.getByRole('dialog', { name: words.title })
const root = (chat: ChatPage) => chat.page.locator('html')

async function openSettings(chat: ChatPage): Promise<void> {
  await chat.page.getByRole('button', { name: texts.settings.open, exact: true }).click()
  await expect(dialog(chat)).toBeVisible()
}

/** Chooses in a group of the dialog; the label covers the radio button. */
async function choose(chat: ChatPage, group: string, choice: string): Promise<void> {
  const radios = dialog(chat).getByRole('radiogroup', { name: group })
  await radios.getByText(choice, { exact: true }).click()
  await expect(radios.getByRole('radio', { name: choice, exact: true })).toBeChecked()
}

test('[SETTINGS1] what is chosen shows in the other client, live and after a reload', async ({
  chat,
  client,
  openTab,
}) => {
  const other = await openTab(client.name === 'react' ? vueClient : reactClient)
  await chat.open()
  await other.open()
  await openSettings(chat)
  await choose(chat, texts.theme.label, texts.theme.dark)
  await choose(chat, words.density, words.densities.compact)
  for (const tab of [chat, other]) {
    await expect(root(tab)).toHaveAttribute('data-theme', 'dark')
    await expect(root(tab)).toHaveAttribute('data-density', 'compact')
  }
  await other.page.reload()
  await expect(root(other)).toHaveAttribute('data-theme', 'dark')
  await expect(root(other)).toHaveAttribute('data-density', 'compact')
  await openSettings(other)
  await expect(dialog(other).getByRole('radio', { name: words.densities.compact })).toBeChecked()
  await choose(other, words.density, words.densities.comfortable)
  await expect(root(chat)).toHaveAttribute('data-density', 'comfortable')
  await expect(dialog(chat).getByRole('radio', { name: words.densities.comfortable })).toBeChecked()
})

test('a compact page has smaller rows', async ({ chat }) => {
  await chat.open()
  const height = () => chat.page.locator('.theme-trigger').evaluate((element) => element.getBoundingClientRect().height)
  const before = await height()
  await openSettings(chat)
  await choose(chat, words.density, words.densities.compact)
  await expect.poll(height).toBeLessThan(before)
})

test('by keyboard: opened, chosen with arrows, closed, and the focus is back where it was', async ({ chat }) => {
  await chat.open()
  await chat.composer.focus()
  await chat.page.keyboard.press('Control+,')
  await expect(dialog(chat)).toBeVisible()
  const light = dialog(chat).getByRole('radio', { name: texts.theme.system })
  await light.focus()
  await chat.page.keyboard.press('ArrowLeft')
  await expect(dialog(chat).getByRole('radio', { name: texts.theme.dark })).toBeFocused()
  await expect(root(chat)).toHaveAttribute('data-theme', 'dark')
  await chat.page.keyboard.press('Escape')
  await expect(dialog(chat)).toHaveCount(0)
  await expect(chat.composer).toBeFocused()
})

test('where Ctrl+Enter sends, Enter begins a line, and the hint says so', async ({ chat }) => {
  await chat.open()
  await openSettings(chat)
  await choose(chat, words.sendKey, 'Ctrl+Enter')
  await chat.page.keyboard.press('Escape')
  await expect(chat.page.getByText(texts.composer.hintWithModifier('Ctrl'))).toBeVisible()
  await chat.composer.fill('One')
  await chat.composer.press('Enter')
  await chat.composer.pressSequentially('two')
  await expect(chat.composer).toHaveValue('One\ntwo')
  await chat.composer.press('Control+Enter')
  await expect(chat.questions.last()).toContainText('One')
  await chat.expectEnd('completed')
})

test('those who want to hear less hear that a reply is complete', async ({ chat, server }) => {
  await server.client.settings.change.mutate({ announcement: 'brief' })
  await chat.open()
  await chat.send('Hello')
  await chat.expectEnd('completed')
  await expect(chat.announcer).toHaveText(texts.announce.completed)
})

test('no change is lost that the server refuses for good: it is said, and what held before holds', async ({
  chat,
  problems,
}) => {
  problems.allow(/status of 400/)
  await chat.open()
  await chat.page.route(/settings\.change/, (route) =>
    route.fulfill({
      status: 400,
      json: [{ error: { message: 'No.', code: -32600, data: { code: 'BAD_REQUEST', httpStatus: 400 } } }],
    }),
  )
  await openSettings(chat)
  await dialog(chat).getByText(words.densities.compact, { exact: true }).click()
  await expect(chat.page.getByText(texts.errors.settingsFailed)).toBeVisible()
  await expect(root(chat)).toHaveAttribute('data-density', 'comfortable')
  await expect(dialog(chat).getByRole('radio', { name: words.densities.comfortable })).toBeChecked()
})

for (const scheme of ['light', 'dark'] as const) {
  test(`no barriers in the settings: ${scheme}`, async ({ chat }) => {
    await chat.page.emulateMedia({ colorScheme: scheme })
    await chat.open()
    await openSettings(chat)
    await expectAccessible(chat.page, `settings, ${scheme}`)
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

  test('the settings fill the screen, and nothing is cut off', async ({ chat }) => {
    await chat.open()
    await chat.page.getByRole('button', { name: texts.sidebar.open }).click()
    await openSettings(chat)
    // Once it has come up: it grows into its place.
    await expect
      .poll(async () => {
        const box = await dialog(chat).boundingBox()
        return [box?.x, box?.y, box?.width, box?.height].map((size) => Math.round(size ?? -1))
      })
      .toEqual([0, 0, 360, 740])
    const isScrolledSideways = await dialog(chat).evaluate((element) =>
      [...element.querySelectorAll('*')].some(
        (child) => child.scrollWidth > child.clientWidth + 1 && child.clientWidth > 1,
      ),
    )
    expect(isScrolledSideways).toBe(false)
    await expectAccessible(chat.page, 'settings on a phone')
    await dialog(chat).getByRole('button', { name: texts.actions.close }).click()
    await expect(dialog(chat)).toHaveCount(0)
  })
})
