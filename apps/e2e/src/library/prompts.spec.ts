import { makeId, type Prompt } from '@livetype/protocol'
import { texts } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import type { ChatPage } from '../stage/chat-page.ts'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { expect, modelEnvironment, test } from '../stage/test.ts'

const { prompts: words, library } = laterTexts

const promptOf = (name: string, more: Partial<Prompt>): Prompt => ({
  id: makeId(),
  name,
  title: '',
  body: `The text of ${name}.`,
  position: 1,
  ...more,
})
const explain = promptOf('explain', {
  title: 'Explain it to somebody',
  body: 'Explain {{topic}} to {{reader=a child}}.\nWhy {{topic}}?',
})

function slashOf({ page }: ChatPage) {
  const list = page.getByRole('listbox', { name: words.list })
  return { list, options: list.getByRole('option'), dialog: page.getByRole('dialog', { name: explain.title }) }
}

test('[PROMPT1] a slash finds a prompt, its variables are asked for, and what is filled in is sent: by keyboard alone', async ({
  client,
  model,
  openTab,
  startServer,
}) => {
  test.slow()
  const server = await startServer(modelEnvironment(model))
  const chat = await openTab(client, server)
  await server.client.library.savePrompt.mutate({ prompt: explain })
  await server.client.library.savePrompt.mutate({ prompt: promptOf('summary', { position: 2 }) })
  await chat.open()
  const { list, options, dialog } = slashOf(chat)
  const { keyboard } = chat.page
  await expect(chat.composer).toBeFocused()
  await keyboard.type('/')
  await expect(options).toHaveText([/^\/explain/, /^\/summary/, words.manage])
  await expect(chat.composer).toHaveAttribute('aria-activedescendant', `slash-${explain.id}`)
  await keyboard.press('Escape')
  await expect(list).toHaveCount(0)
  await keyboard.press('Backspace')
  await keyboard.type('/somebody')
  await expect(options).toHaveCount(2)
  await keyboard.press('Enter')
  const fields = dialog.getByRole('textbox')
  await expect(fields.first()).toBeFocused()
  await expect(fields.nth(1)).toHaveValue('a child')
  await keyboard.type('quinces')
  // Nothing that was written is lost by leaving.
  await keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(chat.composer).toBeFocused()
  await expect(chat.composer).toHaveValue('/somebody')
  await keyboard.press('Backspace')
  await keyboard.press('ControlOrMeta+a')
  await keyboard.press('Delete')
  await keyboard.type('/expl')
  await keyboard.press('Tab')
  await expect(fields.first()).toHaveValue('quinces')
  await keyboard.press('Enter')
  await expect(fields.nth(1)).toBeFocused()
  await keyboard.type('a king')
  await expect(dialog.getByRole('group', { name: words.preview })).toHaveText(/^Explain quinces to a king\./)
  await keyboard.press('Enter')
  await expect(chat.composer).toHaveValue('Explain quinces to a king.\nWhy quinces?')
  await expect(chat.composer).toBeFocused()
  await keyboard.press('ControlOrMeta+z')
  await expect(chat.composer).toHaveValue('/expl')
  await keyboard.press('ControlOrMeta+Shift+z')
  await keyboard.type(' Go!')
  await keyboard.press('Enter')
  await chat.expectEnd('completed')
  await expect(chat.questions.locator('.bubble')).toHaveText('Explain quinces to a king.\nWhy quinces? Go!')
})

test('[PROMPT1] a text with a slash that no prompt has is sent as it is; the list fits a phone and has no barriers', async ({
  client,
  model,
  openTab,
  startServer,
}) => {
  test.slow()
  const server = await startServer(modelEnvironment(model))
  const chat = await openTab(client, server)
  await chat.page.setViewportSize({ width: 360, height: 740 })
  await chat.open()
  await chat.send('/explain me this')
  await chat.expectEnd('completed')
  await expect(chat.questions.locator('.bubble')).toHaveText('/explain me this')
  await server.client.library.savePrompt.mutate({ prompt: explain })
  await server.client.library.savePrompt.mutate({
    prompt: promptOf('plain', { position: 2, title: 'Long. '.repeat(15) }),
  })
  const { options, dialog } = slashOf(chat)
  await chat.composer.pressSequentially('/')
  await expect(options).toHaveCount(3)
  await expectAccessible(chat.page, 'the prompts behind a slash')
  expect(await chat.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await options.filter({ hasText: '/plain' }).click()
  await expect(chat.composer).toHaveValue('The text of plain.')
  await chat.composer.fill('')
  await chat.composer.pressSequentially('/ex')
  await options.first().click()
  await expect(dialog.getByRole('textbox').first()).toBeFocused()
  await expectAccessible(chat.page, 'the variables of a prompt')
  expect(await dialog.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true)
})

test('[PROMPT2] prompts are made, changed, deleted and brought back in the library, live in two tabs', async ({
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
  const [here, there] = [libraryOf(chat), libraryOf(other)]
  const { keyboard } = chat.page
  await chat.composer.focus()
  await keyboard.type('/')
  await expect(slashOf(chat).options).toHaveText([words.manage])
  await keyboard.press('Enter')
  await here.add.press('Enter')
  await expect(here.title).toBeFocused()
  await keyboard.type('Code review!')
  await expect(here.name).toHaveValue('code-review')
  await keyboard.press('Enter')
  await expect(here.body).toBeFocused()
  await expect(here.dialog.getByRole('alert')).toHaveText(library.wrong.bodyMissing)
  await keyboard.type('Review {{code}} in {{language=TypeScript}}.')
  await expect(here.dialog.getByText(library.asksFor('code, language (TypeScript)'))).toBeVisible()
  await expectAccessible(chat.page, 'a prompt that is written, on a phone')
  expect(await here.dialog.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true)
  // Leaving takes nothing away unasked.
  await keyboard.press('Escape')
  await here.dialog.getByRole('button', { name: library.keepWriting }).click()
  await here.save.click()
  await expect(here.rows).toHaveText([/\/code-review/])
  await expect(here.rows.getByRole('button').first()).toBeFocused()

  await other.page.getByRole('button', { name: texts.library.open }).click()
  await there.rows.getByRole('button').first().click()
  await there.title.fill('Look it over')
  await keyboard.press('Enter')
  await here.body.fill('Check {{code}}.')
  await here.save.click()
  await expect(there.dialog.getByText(library.changedElsewhere)).toBeVisible()
  await expect(there.title).toHaveValue('Look it over')
  await there.save.click()
  await expect(here.rows).toContainText(['Look it over'])

  await here.rows.getByRole('button', { name: library.actionsFor.prompts('/code-review') }).press('Enter')
  await chat.page.getByRole('menuitem', { name: texts.presets.duplicate }).click()
  await expect(there.rows).toHaveText([/\/code-review/, /\/code-review-2/])
  await here.rows.getByRole('button').first().press('Alt+ArrowDown')
  await expect(there.rows).toHaveText([/\/code-review-2/, /\/code-review/])
  await expect(here.rows.nth(1).getByRole('button').first()).toBeFocused()
  await here.rows.getByRole('button', { name: library.actionsFor.prompts('/code-review'), exact: true }).click()
  await chat.page.getByRole('menuitem', { name: texts.presets.delete }).click()
  await expect(there.rows).toHaveText([/\/code-review-2/])
  await here.dialog.getByRole('button', { name: texts.sidebar.undo }).press('Enter')
  await expect(there.rows).toHaveCount(2)
  await expect(here.rows.nth(1).getByRole('button').first()).toBeFocused()
  await expectAccessible(chat.page, 'the prompts of the library, on a phone')
  await keyboard.press('Escape')
  await expect(here.dialog).toHaveCount(0)
})

function libraryOf({ page }: ChatPage) {
  const dialog = page.getByRole('dialog', { name: library.title })
  return {
    dialog,
    add: dialog.getByRole('button', { name: library.add.prompts }),
    rows: dialog.getByRole('listitem'),
    title: dialog.getByRole('textbox', { name: library.promptTitle }),
    name: dialog.getByRole('textbox', { name: library.promptName }),
    body: dialog.getByRole('textbox', { name: library.promptBody, exact: true }),
    save: dialog.getByRole('button', { name: laterTexts.configuration.save, exact: true }),
  }
}
