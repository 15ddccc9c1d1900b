import { texts } from '@livetype/ui'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { expect, test } from '../stage/test.ts'

const looks = [
  { look: 'light', colorScheme: 'light', viewport: { width: 1200, height: 800 } },
  { look: 'dark', colorScheme: 'dark', viewport: { width: 1200, height: 800 } },
  { look: 'phone', colorScheme: 'light', viewport: { width: 375, height: 740 } },
] as const

for (const { look, colorScheme, viewport } of looks) {
  test.describe(look, () => {
    test.use({ colorScheme, viewport })
    test.slow()

    test('no barriers on the first page, in its menus and with the demo’s notice', async ({ chat }) => {
      await chat.open()
      await expect(chat.page.getByRole('list', { name: texts.empty.examplesLabel })).toBeVisible()
      await expectAccessible(chat.page, 'empty')
      await chat.page.getByRole('button', { name: texts.models.current('') }).click()
      await expect(chat.page.getByRole('menu')).toBeVisible()
      await expectAccessible(chat.page, 'model menu')
      await chat.page.getByRole('menuitemradio', { name: /Demo/ }).click()
      await chat.page.getByText(texts.demo.show).click()
      await expectAccessible(chat.page, 'demo notice')
      if (look !== 'phone') return
      await chat.page.getByRole('button', { name: texts.sidebar.open }).click()
      await expect(chat.page.getByRole('button', { name: texts.sidebar.close })).toBeFocused()
      await expectAccessible(chat.page, 'drawer')
    })

    test('no barriers in a conversation: typed, finished, stopped, failed', async ({ chat }) => {
      await chat.open()
      await chat.chooseModel(/Demo/)
      await chat.send('/code')
      await chat.expectEnd('completed')
      await chat.send('/table')
      await expect(chat.replies).toHaveCount(2)
      await chat.expectEnd('completed')
      await chat.send('/think')
      await expect(chat.replies).toHaveCount(3)
      await chat.expectEnd('completed')
      await chat.lastReply.locator('summary').click()
      await expectAccessible(chat.page, 'finished replies')
      await chat.chooseModel('mock-echo')
      await chat.send('[[mock-stall:3]]')
      await expect(chat.lastReply.locator('[data-activity="writing"]')).toBeVisible()
      await expectAccessible(chat.page, 'reply being written')
      await chat.stopButton.click()
      await chat.expectEnd('stopped')
      await chat.send('[[mock-no-finish]]')
      await chat.expectEnd('failed')
      await expectAccessible(chat.page, 'stopped and failed replies')
    })
  })
}

test('no barriers where there is no such conversation, and in a conversation’s menu and note', async ({
  chat,
  problems,
}) => {
  problems.allow(/status of 404/)
  await chat.open('no-such-conversation-0')
  await expect(chat.page.getByRole('heading', { name: texts.notFound.conversationTitle })).toBeVisible()
  await expectAccessible(chat.page, 'not found')
  await chat.page.getByRole('link', { name: texts.notFound.action }).click()
  await chat.send('Hello')
  await chat.expectEnd('completed')
  const item = chat.listed(await chat.conversationId())
  await item.getByRole('button').click()
  await expect(chat.page.getByRole('menu')).toBeVisible()
  await expectAccessible(chat.page, 'conversation menu')
  await chat.page.getByRole('menuitem', { name: texts.sidebar.rename }).click()
  await expect(chat.page.getByRole('textbox', { name: texts.sidebar.renameLabel })).toBeFocused()
  await expectAccessible(chat.page, 'renaming')
  await chat.page.keyboard.press('Escape')
  await item.getByRole('button').click()
  await chat.page.getByRole('menuitem', { name: texts.sidebar.delete }).click()
  await expect(chat.page.getByRole('button', { name: texts.sidebar.undo })).toBeVisible()
  await expectAccessible(chat.page, 'note with undo')
})

/** Code, a table, a link and a task: what has colours and lines of its own. */
const mixed = [
  'See [example.org](https://example.com/a), `code` and',
  '',
  '- [x] done',
  '',
  '| a | unbreakable_words_in_a_row | c |\n|---|--:|---|\n| 1 | 2 | unbreakable_words_in_a_row |',
  '',
  '```ts\nconst quite = "a long line of code that does not fit into a narrow window" // at all\n```',
].join('\n')

test('a page that is enlarged four times can be read and written in, without scrolling sideways', async ({ chat }) => {
  await chat.page.setViewportSize({ width: 320, height: 256 })
  await chat.open()
  await chat.send(mixed)
  await chat.expectEnd('completed')
  await expect(chat.lastProse.locator('.code-actions')).toBeVisible()
  const expectRoom = async (state: string) => {
    const rooms = await chat.page.evaluate(() => ({
      sideways: document.documentElement.scrollWidth - innerWidth,
      transcript: document.querySelector('.transcript')?.clientHeight ?? 0,
      bottom: document.querySelector('.composer')?.getBoundingClientRect().bottom ?? 0,
    }))
    expect(rooms.sideways, state).toBe(0)
    expect(rooms.bottom, state).toBeLessThanOrEqual(256)
    return rooms.transcript
  }
  expect(await expectRoom('a reply')).toBeGreaterThan(130)
  await chat.composer.fill('A few\nlines\nof text\nand more\nof them')
  expect(await expectRoom('a long message')).toBeGreaterThan(60)
  await expect(chat.sendButton).toBeInViewport({ ratio: 1 })
  await chat.page.keyboard.press('Control+K')
  const list = chat.page.getByRole('dialog').getByRole('listbox')
  await expect(list.getByRole('option').nth(4)).toBeInViewport()
  await expectAccessible(chat.page, 'the palette, enlarged')
})

test('no barriers with more contrast; with forced colours what is pressed has a line', async ({ chat }) => {
  await chat.open()
  await chat.send(mixed)
  await chat.expectEnd('completed')
  const wrap = chat.lastProse.locator('.code-action[aria-pressed]')
  await wrap.click()
  for (const colorScheme of ['light', 'dark'] as const) {
    await chat.page.emulateMedia({ colorScheme, contrast: 'more' })
    const ink = await chat.page.locator('html').evaluate((element) => getComputedStyle(element).color)
    await expect(chat.lastReply.locator('.message-meta')).toHaveCSS('color', ink)
    await expectAccessible(chat.page, `more contrast, ${colorScheme}`)
  }
  await chat.page.emulateMedia({ contrast: 'no-preference', forcedColors: 'active' })
  await chat.composer.focus()
  await expect(wrap).toHaveCSS('outline-style', 'solid')
})

test('no barriers where nothing can be loaded, and without a network', async ({ chat, problems }) => {
  problems.allow(/status of 500|ERR_INTERNET_DISCONNECTED/)
  await chat.page.route(/\/trpc\/[^?]*conversation\.(?:list|get)/, (route) =>
    route.fulfill({ status: 500, body: '{}' }),
  )
  await chat.open('a-conversation-0')
  await expect(chat.page.getByRole('main').getByRole('alert')).toBeVisible()
  await expect(chat.sidebar.getByRole('alert')).toBeVisible()
  await expectAccessible(chat.page, 'failed to load')
  await chat.page.context().setOffline(true)
  await expect(chat.connection).toContainText(texts.connection.offline)
  await expectAccessible(chat.page, 'offline')
})
