import { texts } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import type { ChatPage } from '../stage/chat-page.ts'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { expect, test } from '../stage/test.ts'

const words = laterTexts.configuration

function settingsOf({ page }: ChatPage) {
  const dialog = page.getByRole('dialog', { name: words.title })
  return {
    button: page.locator('.topbar-configure'),
    dialog,
    prompt: dialog.getByRole('textbox', { name: words.systemPrompt, exact: true }),
    temperature: dialog.getByRole('textbox', { name: words.temperature, exact: true }),
    maxTokens: dialog.getByRole('textbox', { name: words.maxTokens, exact: true }),
    effort: dialog.getByRole('combobox', { name: words.reasoningEffort }),
    save: dialog.getByRole('button', { name: words.save, exact: true }),
  }
}

test('[CONFIG1] what is set before the first message is kept over a reload and goes with it', async ({
  chat,
  server,
}) => {
  await chat.open()
  const settings = settingsOf(chat)
  await settings.button.press('Enter')
  await settings.prompt.fill('Be a pirate.')
  await settings.temperature.fill('0,4')
  await settings.effort.selectOption(words.efforts.low)
  await settings.save.press('Enter')
  await expect(settings.dialog).toBeHidden()
  await expect(settings.button).toBeFocused()
  await chat.page.reload()
  await expect(settings.button).toHaveAccessibleName(texts.configuration.openSet)
  await chat.send('hello')
  await chat.expectEnd('completed')
  const conversationId = await chat.conversationId()
  const { configuration } = await server.client.conversation.get.query({ conversationId })
  expect(configuration).toEqual({ systemPrompt: 'Be a pirate.', temperature: 0.4, reasoningEffort: 'low' })
  await expect(settings.button).toHaveAttribute('data-set', '')
  await chat.open()
  await expect(settings.button).toHaveAccessibleName(texts.configuration.open)
})

test('[CONFIG1] what is set is live in another tab and can be unset there', async ({ chat, client, openTab }) => {
  await chat.open()
  await chat.send('hello')
  await chat.expectEnd('completed')
  const other = await openTab(client)
  await other.open(await chat.conversationId())
  await expect(other.lastReply).toBeVisible()
  const [here, there] = [settingsOf(chat), settingsOf(other)]
  await here.button.click()
  await here.maxTokens.fill('99')
  await here.save.click()
  await expect(there.button).toHaveAttribute('data-set', '')
  await there.button.click()
  await expect(there.maxTokens).toHaveValue('99')
  await there.dialog.getByRole('button', { name: words.reset(words.maxTokens) }).click()
  await expect(there.maxTokens).toBeFocused()
  await there.save.click()
  await expect(here.button).not.toHaveAttribute('data-set')
  await chat.page.reload()
  await expect(here.button).toHaveAccessibleName(texts.configuration.open)
})

test('what can’t be is said at its field, and nothing is saved', async ({ chat }) => {
  await chat.open()
  const settings = settingsOf(chat)
  await settings.button.click()
  await settings.temperature.fill('9')
  await expect(settings.dialog.getByRole('alert')).toHaveText(words.wrong.temperature)
  await expect(settings.save).toBeDisabled()
  await chat.page.keyboard.press('Escape')
  await expect(settings.dialog).toBeHidden()
  await expect(settings.button).not.toHaveAttribute('data-set')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the settings fit a phone and have no barriers, ${colorScheme}`, async ({ chat }) => {
    await chat.page.emulateMedia({ colorScheme })
    await chat.page.setViewportSize({ width: 360, height: 740 })
    await chat.open()
    const settings = settingsOf(chat)
    await settings.button.click()
    await settings.prompt.fill('Be a pirate. '.repeat(80))
    await settings.temperature.fill('9')
    await expect(settings.dialog.getByRole('alert')).toBeVisible()
    expect(await settings.dialog.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true)
    await expectAccessible(chat.page, 'settings')
  })
}
