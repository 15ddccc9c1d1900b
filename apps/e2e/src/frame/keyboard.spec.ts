import { texts } from '@livetype/ui'
import { expect, models, test } from '../stage/test.ts'

test('everything by keyboard: skip the sidebar, choose a model, ask, stop, read, rename', async ({ chat }) => {
  const { page } = chat
  const { keyboard } = page
  await chat.open()
  await expect(chat.composer).toBeFocused()

  const firstStop = await page.evaluate(() => {
    const stops = document.querySelectorAll<HTMLElement>('a[href], button, textarea, input, [tabindex="0"]')
    return [...stops].find((stop) => !stop.closest('[inert]'))?.textContent?.trim()
  })
  expect(firstStop).toBe(texts.app.skipToComposer)
  const skip = page.getByRole('link', { name: texts.app.skipToComposer })
  await skip.focus()
  await expect(skip).toBeInViewport()
  await keyboard.press('Enter')
  await expect(chat.composer).toBeFocused()

  await keyboard.press('Tab')
  await expect(page.getByRole('button', { name: texts.composer.attach })).toBeFocused()
  await keyboard.press('Tab')
  await expect(page.getByRole('button', { name: texts.models.current(models.echo) })).toBeFocused()
  await keyboard.press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await expect(page.getByRole('menuitemradio', { name: models.echo })).toHaveAttribute('aria-checked', 'true')
  await keyboard.press('End')
  await expect(page.getByRole('menuitemradio', { name: /Demo/ })).toHaveAttribute('data-highlighted')
  await keyboard.press('Enter')
  const chosen = page.getByRole('button', { name: texts.models.current('Demo') })
  await expect(chosen).toBeFocused()
  await keyboard.press('Enter')
  await expect(page.getByRole('menu')).toBeFocused()
  await keyboard.press('Home')
  await expect(page.getByRole('menuitemradio', { name: models.echo })).toHaveAttribute('data-highlighted')
  await keyboard.press('Enter')
  await expect(page.getByRole('button', { name: texts.models.current(models.echo) })).toBeFocused()
  await keyboard.press('Shift+Tab')
  await keyboard.press('Shift+Tab')
  await expect(chat.composer).toBeFocused()

  await keyboard.type('[[mock-stall:3]]')
  await keyboard.press('Enter')
  await expect(chat.lastProse).toHaveText('The river was')
  await keyboard.press('Escape')
  await chat.expectEnd('stopped')
  await expect(chat.composer).toBeFocused()

  const conversationId = await chat.conversationId()
  const actions = chat.listed(conversationId).getByRole('button')
  await actions.focus()
  await keyboard.press('Enter')
  await expect(page.getByRole('menu')).toBeFocused()
  await keyboard.press('Home')
  await expect(page.getByRole('menuitem', { name: texts.sidebar.rename })).toHaveAttribute('data-highlighted')
  await keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: texts.sidebar.renameLabel })).toBeFocused()
  await keyboard.type('By keyboard alone')
  await keyboard.press('Enter')
  await expect(chat.listed(conversationId)).toContainText('By keyboard alone')

  await keyboard.press('Control+Shift+O')
  await expect(page.getByRole('heading', { name: texts.empty.title })).toBeVisible()
  await expect(chat.composer).toBeFocused()
})

test('a choice made within one frame leaves the focus at its button', async ({ chat }) => {
  const { page } = chat
  await chat.open()
  const trigger = page.getByRole('button', { name: texts.models.current('') })
  await trigger.press('Enter')
  const menu = page.getByRole('menu')
  await expect(menu).toBeFocused()
  await menu.evaluate(async (element) => {
    const press = (key: string) => element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
    const highlighted = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (element.querySelector('[role=menuitemradio]:last-child[data-highlighted]')) resolve()
      })
      observer.observe(element, { attributes: true, subtree: true })
    })
    press('End')
    await highlighted
    press('Enter')
  })
  await expect(page.getByRole('button', { name: texts.models.current('Demo') })).toBeFocused()
  await expect(menu).toBeHidden()
  await expect(trigger).toBeFocused()
})

test('the transcript can be scrolled by keyboard', async ({ chat }) => {
  await chat.page.setViewportSize({ width: 1000, height: 480 })
  await chat.open()
  await chat.send('[[mock-words:900]]')
  await chat.expectEnd('completed')
  await chat.transcript.focus()
  await chat.page.keyboard.press('Home')
  await expect(chat.questions).toBeInViewport()
  await chat.page.keyboard.press('End')
  await expect(chat.lastReply.locator('time')).toBeInViewport()
})
