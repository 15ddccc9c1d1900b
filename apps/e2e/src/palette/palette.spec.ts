import { ask, readReply } from '@livetype/api/test-support'
import { defaultSettings } from '@livetype/protocol'
import { texts } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import type { ChatPage } from '../stage/chat-page.ts'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { expect, test } from '../stage/test.ts'

// The server keeps settings, and the tests of a worker share it.
test.afterEach(({ server }) => server.client.settings.change.mutate(defaultSettings))

const words = laterTexts.palette
const palette = (chat: ChatPage) => chat.page.getByRole('dialog', { name: words.title })
const box = (chat: ChatPage) => palette(chat).getByRole('combobox')
const selected = (chat: ChatPage) => palette(chat).getByRole('option', { selected: true })
const sheet = (chat: ChatPage) => chat.page.getByRole('dialog', { name: words.shortcutsTitle })

async function openPalette(chat: ChatPage): Promise<void> {
  await expect(chat.page.locator('#composer-input')).toBeVisible()
  await chat.page.keyboard.press('Control+k')
  await expect(box(chat)).toBeFocused()
}

test('by keyboard: found by a few letters, walked by arrows, run by Enter', async ({ chat }) => {
  await chat.open()
  await expect(chat.composer).toBeFocused()
  await openPalette(chat)
  await expect(selected(chat)).toContainText(words.actions.newChat)
  await chat.page.keyboard.press('ArrowUp')
  await expect(palette(chat).getByRole('option').last()).toHaveAttribute('aria-selected', 'true')
  await chat.page.keyboard.type('thdark')
  await expect(selected(chat)).toContainText(texts.theme.dark)
  await chat.page.keyboard.press('Enter')
  await expect(palette(chat)).toHaveCount(0)
  await expect(chat.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(chat.composer).toBeFocused()
})

test('goes to a conversation by its title, and to a new chat', async ({ chat, server }) => {
  const { conversationId } = await ask(server.client, 'Quinces in autumn', { modelId: 'demo' })
  await readReply(server.client, conversationId)
  await chat.open()
  await expect(chat.listed(conversationId)).toBeVisible()
  await openPalette(chat)
  await chat.page.keyboard.type('quinces')
  await expect(selected(chat)).toContainText('Quinces')
  await chat.page.keyboard.press('Enter')
  await expect(chat.page).toHaveURL(new RegExp(`/c/${conversationId}$`))
  await expect(chat.messages).toHaveCount(2)
  await openPalette(chat)
  await palette(chat).getByRole('option', { name: words.actions.newChat }).click()
  await expect(chat.messages).toHaveCount(0)
  await expect(chat.composer).toBeFocused()
})

test('what makes no sense now is not offered; a reply can be stopped, made again and copied', async ({
  chat,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await chat.open()
  await openPalette(chat)
  await expect(palette(chat).getByRole('option', { name: words.actions.stop })).toHaveCount(0)
  await chat.page.keyboard.press('Escape')
  await chat.send('[[mock-stall:3]]')
  await expect(chat.lastProse).toHaveText('The river was')
  await openPalette(chat)
  await palette(chat).getByRole('option', { name: words.actions.stop }).click()
  await chat.expectEnd('stopped')
  await openPalette(chat)
  await palette(chat).getByRole('option', { name: words.actions.copyReply }).click()
  await expect(chat.page.getByText(texts.actions.copied, { exact: true })).toBeVisible()
  expect(await chat.page.evaluate(() => navigator.clipboard.readText())).toBe('The river was')
  const id = await chat.lastReply.getAttribute('data-message-id')
  await openPalette(chat)
  await palette(chat).getByRole('option', { name: words.actions.regenerate }).click()
  await expect(chat.lastReply).not.toHaveAttribute('data-message-id', id ?? '')
  await expect(chat.lastProse).toHaveText('The river was')
  await chat.page.keyboard.press('Escape')
  await chat.expectEnd('stopped')
})

test('Escape closes the palette and stops no reply; nothing found is said', async ({ chat }) => {
  await chat.open()
  await chat.send('[[mock-stall:3]]')
  await expect(chat.lastProse).toHaveText('The river was')
  await openPalette(chat)
  await chat.page.keyboard.type('zzzz')
  await expect(palette(chat).getByText(words.empty)).toBeVisible()
  await expect(palette(chat).getByRole('status')).toHaveText(words.found(0))
  await chat.page.keyboard.press('Enter')
  await expect(palette(chat)).toBeVisible()
  await chat.page.keyboard.press('Escape')
  await expect(palette(chat)).toHaveCount(0)
  await expect(chat.lastReply).toHaveAttribute('data-status', 'running')
  await chat.page.keyboard.press('Escape')
  await chat.expectEnd('stopped')
})

test('the sidebar is hidden and shown by its key, with the focus', async ({ chat }) => {
  await chat.open()
  await expect(chat.composer).toBeFocused()
  await chat.page.keyboard.press('Control+b')
  await expect(chat.page.getByRole('button', { name: texts.sidebar.open })).toBeFocused()
  await chat.page.keyboard.press('Control+b')
  await expect(chat.page.getByRole('button', { name: texts.sidebar.close })).toBeFocused()
})

test('the sheet lists all shortcuts: by its keys anywhere, by “?” outside of fields', async ({ chat }) => {
  await chat.open()
  await chat.composer.press('?')
  await expect(chat.composer).toHaveValue('?')
  await chat.page.keyboard.press('Control+/')
  await expect(sheet(chat)).toBeVisible()
  await expect(sheet(chat).getByRole('listitem').filter({ hasText: words.actions.newChat })).toContainText('CtrlShiftO')
  await expectAccessible(chat.page, 'the list of shortcuts')
  await chat.page.keyboard.press('Escape')
  await expect(sheet(chat)).toHaveCount(0)
  await chat.page.getByRole('button', { name: texts.settings.open, exact: true }).focus()
  await chat.page.keyboard.press('?')
  await expect(sheet(chat)).toBeVisible()
})

test('one dialog gives way to the next', async ({ chat }) => {
  await chat.open()
  await expect(chat.composer).toBeFocused()
  await chat.page.keyboard.press('Control+,')
  await expect(chat.page.getByRole('dialog', { name: laterTexts.settings.title })).toBeVisible()
  await openPalette(chat)
  await expect(chat.page.getByRole('dialog')).toHaveCount(1)
  await chat.page.keyboard.press('Control+k')
  await expect(chat.page.getByRole('dialog')).toHaveCount(0)
})

test('no barriers in the palette, also on a phone', async ({ chat }) => {
  await chat.open()
  await openPalette(chat)
  await expectAccessible(chat.page, 'the palette')
  await chat.page.setViewportSize({ width: 360, height: 740 })
  await chat.page.keyboard.type('a')
  await expectAccessible(chat.page, 'the palette on a phone')
})
