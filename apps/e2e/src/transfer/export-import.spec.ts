import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { ask, readReply } from '@livetype/api/test-support'
import { texts } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import type { Locator } from '@playwright/test'
import type { ChatPage } from '../stage/chat-page.ts'
import type { ChatServer } from '../stage/chat-server.ts'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { expect, test } from '../stage/test.ts'

const words = laterTexts.data
const fixture = (name: string) =>
  fileURLToPath(new URL(`../../../api/src/import/fixtures/${name}.json`, import.meta.url))
const dialog = (chat: ChatPage) => chat.page.getByRole('dialog', { name: words.title })
const status = (chat: ChatPage) => dialog(chat).locator('.import')

async function begin(server: ChatServer, question: string): Promise<string> {
  const { conversationId } = await ask(server.client, question, { modelId: 'demo' })
  await readReply(server.client, conversationId)
  return conversationId
}

async function openData(chat: ChatPage): Promise<void> {
  await chat.page.getByRole('button', { name: texts.settings.open, exact: true }).click()
  await chat.page.getByRole('button', { name: laterTexts.settings.dataOpen, exact: true }).click()
  await expect(dialog(chat)).toBeVisible()
}

/** What is saved by a press, as a file with its name. */
async function saved(chat: ChatPage, press: Locator): Promise<{ path: string; name: string }> {
  const [download] = await Promise.all([chat.page.waitForEvent('download'), press.click()])
  return { path: await download.path(), name: download.suggestedFilename() }
}

async function choose(chat: ChatPage, file: Parameters<Locator['setInputFiles']>[0]): Promise<void> {
  await dialog(chat).locator('input[type=file]').setInputFiles(file)
}

async function openMenu(chat: ChatPage, conversationId: string): Promise<void> {
  await chat.listed(conversationId).hover()
  await chat.listed(conversationId).getByRole('button').click()
  await expect(chat.page.getByRole('menu')).toBeVisible()
}

test('[DATA4] what was exported and deleted comes back by an import, and the report says so', async ({
  chat,
  server,
}) => {
  const conversationId = await begin(server, 'To be exported')
  await chat.open(conversationId)
  await chat.expectEnd('completed')
  // The buttons above its code come later, and are text as well.
  await expect(chat.lastProse.locator('.code-actions')).toBeVisible()
  const reply = await chat.shownText()
  await openData(chat)
  const all = await saved(chat, dialog(chat).getByRole('link', { name: words.exportJson }))
  expect(all.name).toMatch(/^livetype-\d{4}-\d\d-\d\d\.json$/)
  await server.client.conversation.delete.mutate({ conversationId })
  await expect(chat.listed(conversationId)).toHaveCount(0)

  await choose(chat, all.path)
  await expect(status(chat)).toHaveAttribute('data-status', 'done')
  await expect(status(chat)).toContainText(words.restored(1))
  await expect(dialog(chat).getByRole('status')).toContainText(words.restored(1))
  await expectAccessible(chat.page, 'the report of an import')
  await status(chat).getByText(words.groups.restored(1)).click()
  await status(chat).getByRole('link', { name: 'To be exported' }).click()
  await expect(dialog(chat)).toHaveCount(0)
  await expect(chat.listed(conversationId)).toBeVisible()
  await expect(chat.questions).toContainText('To be exported')
  await expect.poll(chat.shownText).toBe(reply)
})

test('[DATA4] one conversation is saved and copied as the same Markdown, from its menu', async ({ chat, server }) => {
  const conversationId = await begin(server, 'One for the clipboard')
  await chat.open(conversationId)
  await chat.expectEnd('completed')
  await openMenu(chat, conversationId)
  const one = await saved(chat, chat.page.getByRole('menuitem', { name: texts.sidebar.exportMarkdown }))
  expect(one.name).toBe('One for the clipboard.md')
  const markdown = await readFile(one.path, 'utf8')
  expect(markdown).toMatch(/^# One for the clipboard\n\n## You · /)
  await openMenu(chat, conversationId)
  await chat.page.getByRole('menuitem', { name: texts.sidebar.copyMarkdown }).click()
  await expect(chat.page.getByText(texts.actions.copied, { exact: true })).toBeVisible()
  expect(await chat.page.evaluate(() => navigator.clipboard.readText())).toBe(markdown)
})

test('[DATA4] what other products export is imported, live in another tab, with what was left out', async ({
  chat,
  client,
  openTab,
  startServer,
}) => {
  const server = await startServer()
  const page = await openTab(client, server)
  const other = await openTab(client, server)
  await page.open()
  await other.open()
  await openData(page)
  await choose(page, fixture('open-webui'))
  await expect(status(page)).toHaveAttribute('data-status', 'done')
  await expect(status(page).locator('.import-summary')).toContainText(/^3 conversations imported/)
  await expect(other.sidebar.getByRole('link', { name: 'Side by side' })).toBeVisible()

  // Once more by a drop: nothing is doubled.
  for (const name of ['open-webui', 'chatgpt']) {
    const text = await readFile(fixture(name), 'utf8')
    const transfer = await page.page.evaluateHandle((given) => {
      const data = new DataTransfer()
      data.items.add(new File([given], 'dropped.json', { type: 'application/json' }))
      return data
    }, text)
    for (const type of ['dragenter', 'dragover']) {
      await page.page.dispatchEvent('.dialog-body', type, { dataTransfer: transfer })
    }
    await expect(page.page.getByText(words.drop)).toBeVisible()
    await page.page.dispatchEvent('.dialog-body', 'drop', { dataTransfer: transfer })
    await expect(page.page.getByText(words.drop)).toHaveCount(0)
    const sentence = name === 'chatgpt' ? /^2 conversations imported/ : words.present(3)
    await expect(status(page).locator('.import-summary')).toContainText(sentence)
  }
  await expect(status(page).locator('[data-outcome=changed]')).toContainText('Left out: 1 × image')
  await expect(chat.page.locator('.attachment-chip')).toHaveCount(0)
})

test('[DATA4] a file that can’t be read says so, one that did not arrive can be sent again, and keys do it all', async ({
  chat,
  problems,
}) => {
  await chat.page.setViewportSize({ width: 360, height: 740 })
  await chat.open()
  await chat.composer.focus()
  await chat.page.keyboard.press('Control+K')
  await expect(chat.page.getByRole('combobox')).toBeFocused()
  await chat.page.keyboard.type('Your data')
  await chat.page.keyboard.press('Enter')
  await expect(dialog(chat)).toBeVisible()
  const button = dialog(chat).getByRole('button', { name: words.choose, exact: true })
  const [chooser] = await Promise.all([chat.page.waitForEvent('filechooser'), button.press('Enter')])
  await chooser.setFiles({ name: 'archive.zip', mimeType: 'application/zip', buffer: Buffer.from('PK\u0003\u0004') })
  await expect(dialog(chat).getByRole('alert')).toContainText('conversations.json in it')
  await expect(status(chat)).toBeFocused()

  problems.allow(/net::ERR_FAILED/)
  await chat.page.route('**/import', (route) => route.abort())
  await choose(chat, fixture('chatgpt'))
  await expect(dialog(chat).getByRole('alert')).toContainText('The file did not reach the server.')
  await chat.page.unroute('**/import')
  await dialog(chat).getByRole('button', { name: words.retry }).click()
  await expect(status(chat)).toHaveAttribute('data-status', 'done')
  const width = await chat.page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBe(360)
  await chat.page.keyboard.press('Escape')
  await expect(dialog(chat)).toHaveCount(0)
})
