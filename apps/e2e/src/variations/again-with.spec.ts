import { texts } from '@livetype/ui'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { expect, models, test } from '../stage/test.ts'
import { converse, versionsOf } from '../stage/versions.ts'

test('[TREE1] any reply is made again with another model, by keyboard too, and the old one stays', async ({ chat }) => {
  await converse(chat, ['One', 'Two'])
  const first = chat.replies.first()
  const again = first.getByRole('button', { name: texts.actions.againWith })
  await again.focus()
  await chat.page.keyboard.press('Enter')
  const menu = chat.page.getByRole('menu')
  await expect(menu.getByRole('menuitem')).toHaveCount(Object.keys(models).length + 1)
  await expectAccessible(chat.page, 'the models to make a reply again with')
  await chat.page.keyboard.press('ArrowDown')
  await chat.page.keyboard.press('Enter')
  await expect(chat.replies).toHaveCount(1)
  await chat.expectEnd('completed')
  await expect(chat.lastReply).toContainText(models.words)
  await expect(chat.composer).toBeFocused()
  const { previous, expectPlace } = versionsOf(first)
  await expectPlace(2, 2)
  await previous.click()
  await expect(chat.replies).toHaveCount(2)
  await expect(first).toContainText(models.echo)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 640 }, hasTouch: true })

  test('the menu of models has room', async ({ chat }) => {
    await converse(chat, ['One'])
    await chat.lastReply.getByRole('button', { name: texts.actions.againWith }).tap()
    const menu = chat.page.getByRole('menu')
    await expect(menu).toBeVisible()
    const box = await menu.boundingBox()
    expect(box && box.x >= 0 && box.x + box.width <= 360).toBe(true)
    await chat.page.getByRole('menuitem', { name: models.words }).tap()
    await expect(chat.lastReply).toContainText(models.words)
  })
})
