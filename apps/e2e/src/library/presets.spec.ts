import { texts } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { expect, modelEnvironment, test } from '../stage/test.ts'

const words = laterTexts.configuration

test('[CONFIG2] what is set is saved as a preset, live elsewhere, and begins conversations', async ({
  client,
  model,
  openTab,
  startServer,
}) => {
  test.slow()
  const server = await startServer(modelEnvironment(model))
  const [chat, other] = [await openTab(client, server), await openTab(client, server)]
  await other.open()
  await chat.open()
  await chat.page.setViewportSize({ width: 360, height: 740 })
  await chat.page.locator('.topbar-configure').press('Enter')
  const dialog = chat.page.getByRole('dialog', { name: words.title })
  await dialog.getByRole('textbox', { name: words.systemPrompt, exact: true }).fill('Be a pirate.')
  for (const name of ['Pirate', 'Second']) {
    await dialog.getByRole('textbox', { name: words.presetName }).fill(name)
    await dialog.getByRole('textbox', { name: words.presetName }).press('Enter')
    await expect(dialog.getByRole('textbox', { name: words.presetName })).toHaveValue('')
  }
  await chat.page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  const names = (page: typeof chat.page) => page.locator('.preset-name')
  await expect(names(chat.page)).toHaveText(['Pirate', 'Second'])
  await expect(names(other.page)).toHaveText(['Pirate', 'Second'])
  await expectAccessible(chat.page, 'presets on a phone')
  expect(await chat.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)

  const second = other.page.getByRole('button', { name: texts.presets.actionsFor('Second') })
  await second.press('Enter')
  await other.page.keyboard.press('ArrowDown')
  await other.page.keyboard.press('ArrowDown')
  await other.page.keyboard.press('Enter')
  await expect(names(chat.page)).toHaveText(['Second', 'Pirate'])
  await expect(second).toBeFocused()
  await second.click()
  await other.page.getByRole('menuitem', { name: texts.presets.delete }).click()
  await expect(names(chat.page)).toHaveText(['Pirate'])
  await other.page.getByRole('button', { name: texts.sidebar.undo }).click()
  await expect(names(chat.page)).toHaveText(['Second', 'Pirate'])

  const pirate = chat.page.getByRole('button', { name: /^Pirate/ })
  await pirate.press('Enter')
  await expect(pirate).toHaveAttribute('aria-pressed', 'true')
  await chat.page.reload()
  await expect(pirate).toHaveAttribute('aria-pressed', 'true')
  await chat.send('hello')
  await chat.expectEnd('completed')
  const conversationId = await chat.conversationId()
  const { configuration } = await server.client.conversation.get.query({ conversationId })
  expect(configuration).toEqual({ systemPrompt: 'Be a pirate.' })
})
