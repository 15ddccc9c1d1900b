import { texts } from '@livetype/ui'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { expect, test } from '../stage/test.ts'
import { beginEdit, converse, editField, sendEdit, versionsOf } from '../stage/versions.ts'

test('[TREE1] an edit is another version; the old one keeps its whole conversation, in every tab and over a reload', async ({
  chat,
  client,
  openTab,
}) => {
  await converse(chat, ['First', 'Second', 'Third'])
  const other = await openTab(client)
  await other.open(await chat.conversationId())
  await expect(other.messages).toHaveCount(6)

  await sendEdit(chat, chat.questions.nth(1), 'Second, said better')
  await expect(chat.composer).toBeFocused()
  for (const tab of [chat, other]) {
    await expect(tab.messages).toHaveCount(4)
    await expect(tab.lastProse).toHaveText('You said: Second, said better')
    await versionsOf(tab.questions.nth(1)).expectPlace(2, 2)
  }
  await chat.expectEnd('completed')

  await versionsOf(chat.questions.nth(1)).previous.click()
  for (const tab of [chat, other]) {
    await expect(tab.messages).toHaveCount(6)
    await expect(tab.questions).toContainText(['First', 'Second', 'Third'])
    await expect(tab.lastProse).toHaveText('You said: Third')
    await versionsOf(tab.questions.nth(1)).expectPlace(1, 2)
  }
  await chat.page.reload()
  await expect(chat.messages).toHaveCount(6)
  await versionsOf(chat.questions.nth(1)).expectPlace(1, 2)

  await versionsOf(other.questions.nth(1)).next.click()
  await expect(chat.lastProse).toHaveText('You said: Second, said better')
  await chat.page.reload()
  await expect(chat.lastProse).toHaveText('You said: Second, said better')
  await chat.send('Fourth')
  await expect(chat.messages).toHaveCount(6)
  await expect(other.lastProse).toHaveText('You said: Fourth')
})

test('the first message can be edited too, and the same text be asked again', async ({ chat }) => {
  await converse(chat, ['Only one'])
  await sendEdit(chat, chat.questions.first(), 'Only one')
  await versionsOf(chat.questions.first()).expectPlace(2, 2)
  await chat.expectEnd('completed')
  await expect(chat.messages).toHaveCount(2)
})

test('an empty edit can not be sent; Escape and Cancel leave the message as it was', async ({ chat }) => {
  await converse(chat, ['Keep me'])
  const question = chat.questions.first()
  const pencil = question.getByRole('button', { name: texts.actions.edit, exact: true })
  const field = await beginEdit(chat, question)
  await expect(field).toHaveValue('Keep me')
  const send = question.getByRole('button', { name: texts.edit.send, exact: true })
  await expect(send).toBeEnabled()
  await field.fill(' \n ')
  await expect(send).toBeDisabled()
  await field.press('Enter')
  await expect(field).toBeVisible()
  await field.press('Escape')
  await expect(pencil).toBeFocused()
  await expect(question).toContainText('Keep me')

  await chat.page.keyboard.press('Enter')
  await expect(editField(chat)).toHaveValue('Keep me')
  await editField(chat).fill('Another text')
  await question.getByRole('button', { name: texts.actions.cancel }).click()
  await expect(pencil).toBeFocused()
  await pencil.click()
  await expect(editField(chat)).toHaveValue('Keep me')
  await expect(versionsOf(question).group).toHaveCount(0)
})

test('in an edit, keys that belong to an input method neither send nor cancel', async ({ chat }) => {
  await converse(chat, ['Hello'])
  const field = await beginEdit(chat, chat.questions.first())
  await field.fill('にほん')
  for (const key of ['Enter', 'Escape']) {
    for (const how of [{ isComposing: true }, { keyCode: 229 }]) {
      await field.evaluate(
        (input, init) => {
          input.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }))
        },
        { key, ...how },
      )
    }
  }
  await expect(field).toHaveValue('にほん')
  await expect(field).toBeFocused()
})

test('a message is edited while a reply is written: the reply goes on, and its end does not pull the view', async ({
  chat,
}) => {
  await chat.page.setViewportSize({ width: 1000, height: 480 })
  await converse(chat, ['Before'])
  await chat.send('[[mock-words:600;delay=20]]')
  await expect(chat.replies).toHaveCount(2)
  await expect(chat.lastProse).toContainText('The river was')
  const question = chat.questions.nth(1)
  const field = await beginEdit(chat, question)
  await field.fill('[[mock-stall:3]]')
  const top = await field.evaluate((element) => element.getBoundingClientRect().top)
  await expect(chat.jumpToLatest).toBeVisible()
  expect(await field.evaluate((element) => element.getBoundingClientRect().top)).toBe(top)
  await field.press('Escape')
  await expect(question.getByRole('button', { name: texts.actions.edit, exact: true })).toBeFocused()
  await expect(chat.lastReply).toHaveAttribute('data-status', 'running')

  await sendEdit(chat, question, '[[mock-stall:3]]')
  await expect(chat.lastProse).toHaveText('The river was')
  await versionsOf(question).expectPlace(2, 2)
  await expect(chat.lastReply.locator('[data-activity]')).toBeInViewport()
  await versionsOf(question).previous.click()
  await chat.expectEnd('completed')
  await versionsOf(question).next.click()
  await expect(chat.lastProse).toHaveText('The river was')
  await chat.page.keyboard.press('Escape')
  await chat.expectEnd('stopped')
})

test('what is written in an edit is kept where another tab turns to another version', async ({
  chat,
  client,
  openTab,
}) => {
  await converse(chat, ['One'])
  await sendEdit(chat, chat.questions.first(), 'Two')
  await chat.expectEnd('completed')
  const other = await openTab(client)
  await other.open(await chat.conversationId())
  await versionsOf(other.questions.first()).expectPlace(2, 2)
  const field = await beginEdit(chat, chat.questions.first())
  await field.fill('Two and a half')
  await versionsOf(other.questions.first()).previous.click()
  await versionsOf(chat.questions.first()).expectPlace(1, 2)
  await versionsOf(chat.questions.first()).next.click()
  await expect(await beginEdit(chat, chat.questions.first())).toHaveValue('Two and a half')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('no barriers where a message is edited and where it has versions', async ({ chat }) => {
      await converse(chat, ['A question'])
      const field = await beginEdit(chat, chat.questions.first())
      await expectAccessible(chat.page, 'editing')
      await field.fill('')
      await expectAccessible(chat.page, 'editing, blank')
      await field.fill('A better question')
      await field.press('Enter')
      await versionsOf(chat.questions.first()).expectPlace(2, 2)
      await chat.expectEnd('completed')
      await expectAccessible(chat.page, 'versions')
    })
  })
}
