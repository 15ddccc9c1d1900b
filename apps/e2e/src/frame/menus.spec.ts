import { defaultSettings } from '@livetype/protocol'
import { texts } from '@livetype/ui'
import type { Locator } from '@playwright/test'
import type { ChatPage } from '../stage/chat-page.ts'
import { expect, test } from '../stage/test.ts'

// The server keeps settings, and the tests of a worker share it.
test.afterEach(({ server }) => server.client.settings.change.mutate(defaultSettings))

/** The script of the menus, which comes after the first paint. */
const menuScript = /\/assets\/menu-?layer/i

/** Holds the menus' script back until the returned function is called. */
async function holdMenus(chat: ChatPage): Promise<() => void> {
  const held = Promise.withResolvers<void>()
  await chat.page.route(menuScript, async (route) => {
    await held.promise
    await route.continue()
  })
  return held.resolve
}

/**
 * Presses keys on a button within one task. The client draws what each of them changes, but no frame passes in which a
 * menu could take the focus.
 */
async function pressAtOnce(button: Locator, keys: readonly string[]): Promise<void> {
  await button.evaluate(async (element: HTMLElement, pressed) => {
    element.focus()
    for (const key of pressed) {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
      // What a browser does for a key that nobody handled.
      if (element.dispatchEvent(event) && key === 'Enter') element.click()
      await Promise.resolve()
    }
  }, keys)
}

const themeButton = (chat: ChatPage) => chat.page.getByRole('button', { name: texts.theme.current('') })
const highlighted = (chat: ChatPage) => chat.page.locator('[role^=menuitem][data-highlighted]')

test('a menu that is asked for before it is there opens when it comes', async ({ chat }) => {
  const release = await holdMenus(chat)
  await chat.open()
  await themeButton(chat).click()
  await expect(themeButton(chat)).toHaveAttribute('aria-haspopup', 'menu')
  await expect(themeButton(chat)).toHaveAttribute('aria-expanded', 'false')
  release()
  const menu = chat.page.getByRole('menu', { name: texts.theme.current('') })
  await expect(menu).toBeFocused()
  await expect(themeButton(chat)).toHaveAttribute('aria-expanded', 'true')
  await expect(highlighted(chat)).toHaveCount(0)
  await chat.page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)
  await expect(themeButton(chat)).toBeFocused()
})

test('a key before the menus are there opens one on its first item', async ({ chat }) => {
  const release = await holdMenus(chat)
  await chat.open()
  await themeButton(chat).focus()
  await chat.page.keyboard.press('Enter')
  release()
  await expect(highlighted(chat)).toHaveText(texts.theme.light)
  await chat.page.keyboard.press('Escape')
  await expect(themeButton(chat)).toBeFocused()
})

test('arrow keys open a menu on its first or its last item', async ({ chat }) => {
  await chat.open()
  await themeButton(chat).focus()
  await chat.page.keyboard.press('ArrowUp')
  await expect(highlighted(chat)).toHaveText(texts.theme.system)
  await chat.page.keyboard.press('Escape')
  await expect(themeButton(chat)).toBeFocused()
  await chat.page.keyboard.press('ArrowDown')
  await expect(highlighted(chat)).toHaveText(texts.theme.light)
})

test('keys before a menu has the focus move in it, and choose', async ({ chat }) => {
  await chat.open()
  await themeButton(chat).press('Enter')
  await expect(highlighted(chat)).toHaveText(texts.theme.light)
  await chat.page.keyboard.press('Escape')
  await expect(themeButton(chat)).toBeFocused()

  await pressAtOnce(themeButton(chat), ['Enter', 'ArrowDown', 'ArrowDown', 'ArrowUp'])
  await expect(chat.page.getByRole('menu')).toBeFocused()
  await expect(highlighted(chat)).toHaveText(texts.theme.dark)
  await chat.page.keyboard.press('Escape')
  await expect(themeButton(chat)).toBeFocused()

  await pressAtOnce(themeButton(chat), ['Enter', 'ArrowDown', 'Enter'])
  await expect(themeButton(chat)).toHaveAccessibleName(texts.theme.current(texts.theme.dark))
  await expect(chat.page.getByRole('menu')).toHaveCount(0)
  await expect(themeButton(chat)).toBeFocused()
})

test('keys before the menus are there move in the one that comes, and choose', async ({ chat }) => {
  const release = await holdMenus(chat)
  await chat.open()
  await pressAtOnce(themeButton(chat), ['ArrowUp', 'Home', 'ArrowDown', 'Enter'])
  await expect(themeButton(chat)).toHaveAccessibleName(texts.theme.current(texts.theme.dark))
  await pressAtOnce(themeButton(chat), ['Enter', 'End', 'ArrowDown', 'ArrowUp'])
  release()
  await expect(chat.page.getByRole('menu')).toBeFocused()
  await expect(highlighted(chat)).toHaveText(texts.theme.dark)
  await chat.page.keyboard.press('Escape')
  await expect(themeButton(chat)).toBeFocused()
})

test('what is chosen before its menu has the focus can take the focus', async ({ chat }) => {
  await chat.open()
  await chat.send('hello')
  await chat.expectEnd('completed')
  const actions = chat.listed(await chat.conversationId()).getByRole('button')
  await actions.press('Enter')
  await expect(chat.page.getByRole('menu')).toBeFocused()
  await chat.page.keyboard.press('Escape')
  await expect(actions).toBeFocused()
  await pressAtOnce(actions, ['Enter', 'Enter'])
  await expect(chat.page.getByRole('textbox', { name: texts.sidebar.renameLabel })).toBeFocused()
  await expect(chat.page.getByRole('menu')).toHaveCount(0)
  await expect(chat.page.getByRole('textbox', { name: texts.sidebar.renameLabel })).toBeFocused()
})

test('a key that is held down opens a menu, and chooses nothing in it', async ({ chat }) => {
  const release = await holdMenus(chat)
  await chat.open()
  await themeButton(chat).focus()
  await chat.page.keyboard.down('Enter')
  await chat.page.keyboard.down('Enter')
  release()
  await expect(chat.page.getByRole('menu')).toBeFocused()
  await chat.page.keyboard.down('Enter')
  await chat.page.keyboard.up('Enter')
  await expect(highlighted(chat)).toHaveText(texts.theme.light)
  await chat.page.keyboard.press('ArrowDown')
  await expect(highlighted(chat)).toHaveText(texts.theme.dark)
})

test('the button of an open menu closes it', async ({ chat }) => {
  await chat.open()
  await themeButton(chat).click()
  await expect(chat.page.getByRole('menu')).toBeFocused()
  await themeButton(chat).click()
  await expect(chat.page.getByRole('menu')).toHaveCount(0)
  await expect(themeButton(chat)).toHaveAttribute('aria-expanded', 'false')
})

test('who has gone elsewhere before the menu came is left there', async ({ chat }) => {
  const release = await holdMenus(chat)
  await chat.open()
  await themeButton(chat).focus()
  await chat.page.keyboard.press('Enter')
  await chat.composer.fill('Something else')
  release()
  await chat.chooseModel(/mock-words/)
  await expect(chat.page.getByRole('menu')).toHaveCount(0)
  await expect(chat.composer).toHaveValue('Something else')
})

test('menus that could not be fetched are said so, and come with the next click', async ({ chat, problems }) => {
  problems.allow(/uncaught|ERR_FAILED|dynamically imported module/)
  let isDown = true
  await chat.page.route(menuScript, (route) => (isDown ? route.abort() : route.continue()))
  await chat.open()
  await themeButton(chat).click()
  await expect(chat.page.getByText(texts.errors.unexpectedTitle).first()).toBeVisible()
  await expect(themeButton(chat)).toHaveAttribute('aria-expanded', 'false')
  isDown = false
  await themeButton(chat).click()
  await expect(chat.page.getByRole('menu')).toBeFocused()
})
