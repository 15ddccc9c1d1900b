import { makeId } from '@livetype/protocol'
import { texts } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { expect, modelEnvironment, models, test } from '../stage/test.ts'

const { configuration: words, library, palette } = laterTexts

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

test('[CONFIG2] a preset is given an icon and a model, and used for an open conversation: its model is asked as it says', async ({
  client,
  model,
  openTab,
  startServer,
}) => {
  test.slow()
  const server = await startServer(modelEnvironment(model))
  const chat = await openTab(client, server)
  const preset = { id: makeId(), name: 'Terse', icon: 'sparkles', configuration: {}, position: 1 }
  await server.client.library.savePreset.mutate({ preset })
  await chat.open()
  await chat.send('hello')
  await chat.expectEnd('completed')
  await chat.page.getByRole('button', { name: texts.library.open }).click()
  const dialog = chat.page.getByRole('dialog', { name: library.title })
  await dialog.getByRole('tab', { name: library.tabs.prompts }).press('ArrowRight')
  await dialog.getByRole('listitem').getByRole('button').first().click()
  await dialog.getByRole('radio', { checked: true }).press('ArrowLeft')
  await expect(dialog.getByRole('radio', { name: library.icons.scale })).toBeChecked()
  await dialog.getByRole('combobox', { name: library.model }).selectOption(models.words)
  await dialog.getByRole('textbox', { name: words.systemPrompt, exact: true }).fill('Be terse.')
  await dialog.getByRole('textbox', { name: words.temperature, exact: true }).fill('0.3')
  await expectAccessible(chat.page, 'a preset that is edited')
  await dialog.getByRole('button', { name: words.save, exact: true }).click()
  await expect(dialog.getByRole('listitem')).toContainText('Be terse.')
  await chat.page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  expect((await server.client.conversation.list.query()).library?.presets).toMatchObject([{ icon: 'scale' }])

  await chat.page.keyboard.press('Control+k')
  await expect(chat.page.getByRole('combobox')).toBeFocused()
  await chat.page.keyboard.type('terse')
  await expect(chat.page.getByRole('option', { selected: true })).toHaveText(palette.usePreset('Terse'))
  await chat.page.keyboard.press('Enter')
  await expect(chat.page.getByText(words.presetUsed('Terse'))).toBeVisible()
  await chat.send('again')
  await expect(chat.replies).toHaveCount(2)
  await chat.expectEnd('completed')
  expect((await model.requests()).at(-1)?.body).toMatchObject({
    model: models.words,
    temperature: 0.3,
    messages: [{ role: 'system', content: 'Be terse.' }, {}, {}, { content: 'again' }],
  })

  await chat.open()
  await chat.page.locator('.topbar-configure').click()
  const settings = chat.page.getByRole('dialog', { name: words.title })
  await settings.getByRole('button', { name: words.usePreset }).click()
  await chat.page.getByRole('menuitem', { name: 'Terse' }).click()
  await expect(settings.getByRole('textbox', { name: words.systemPrompt, exact: true })).toHaveValue('Be terse.')
  await settings.getByRole('button', { name: words.save, exact: true }).click()
  await expect(chat.page.getByRole('button', { name: /^Terse/ })).toHaveAttribute('aria-pressed', 'true')
})
