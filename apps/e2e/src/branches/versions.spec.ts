import { texts } from '@livetype/ui'
import type { Locator } from '@playwright/test'
import type { ChatPage } from '../stage/chat-page.ts'
import { holdRequests } from '../stage/hold-requests.ts'
import { expect, models, test } from '../stage/test.ts'
import { beginEdit, converse, sendEdit, versionsOf } from '../stage/versions.ts'

const topOf = (locator: Locator) => locator.evaluate((element) => element.getBoundingClientRect().top)
const regenerate = (reply: Locator) => reply.getByRole('button', { name: texts.actions.regenerate })
const overflow = (chat: ChatPage) =>
  chat.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Presses what is where it is: Playwright's own click may scroll to it first. */
async function pressInPlace(locator: Locator): Promise<void> {
  const box = await locator.boundingBox()
  if (!box) throw new Error('What is to be pressed is not shown.')
  await locator.page().mouse.click(box.x + box.width / 2, box.y + box.height / 2)
}

/** What rises, or moves in any other way, among the messages from now on: tells where. */
async function watchMotion(chat: ChatPage): Promise<() => Promise<string[]>> {
  const moved = await chat.page.evaluateHandle(() => {
    const texts: string[] = []
    for (const name of ['transitionrun', 'animationstart']) {
      document.addEventListener(name, ({ target }) => {
        if (target instanceof Element && target.matches('.message'))
          texts.push(target.querySelector('.bubble')?.textContent ?? 'edited')
      })
    }
    return texts
  })
  return () => moved.jsonValue().then((texts) => [...new Set(texts)])
}

test('[TREE1] an older answer is made again: what followed stays with the answer it followed', async ({ chat }) => {
  await converse(chat, ['First', 'Second'])
  const reply = chat.replies.first()
  await chat.chooseModel(models.words)
  await reply.hover()
  await regenerate(reply).click()
  await expect(chat.composer).toBeFocused()
  await expect(chat.messages).toHaveCount(2)
  await versionsOf(reply).expectPlace(2, 2)
  await chat.expectEnd('completed')
  await expect(chat.lastProse).toContainText('The river was quiet')

  await versionsOf(reply).previous.click()
  await expect(chat.messages).toHaveCount(4)
  await expect(reply.locator('.prose')).toHaveText('You said: First')
  await expect(chat.lastProse).toHaveText('You said: Second')
  await chat.page.reload()
  await expect(chat.messages).toHaveCount(4)
  await versionsOf(reply).expectPlace(1, 2)
})

test('all by keyboard: edit, go through the versions, and the focus goes along', async ({ chat }) => {
  const { keyboard } = chat.page
  await converse(chat, ['One', 'After one'])
  const question = chat.questions.first()
  await question.getByRole('button', { name: texts.actions.edit, exact: true }).focus()
  await keyboard.press('Enter')
  await keyboard.press('ControlOrMeta+a')
  await keyboard.type('Two')
  await keyboard.press('Shift+Enter')
  await keyboard.type('lines')
  await keyboard.press('Enter')
  await expect(chat.composer).toBeFocused()
  await expect(question.locator('.bubble')).toHaveText('Two\nlines', { useInnerText: true })
  await chat.expectEnd('completed')
  await sendEdit(chat, question, 'Three')
  await chat.expectEnd('completed')

  const { previous, next, expectPlace } = versionsOf(question)
  await expectPlace(3, 3)
  await previous.focus()
  await keyboard.press('Enter')
  await expectPlace(2, 3)
  await expect(previous).toBeFocused()
  await keyboard.press('Space')
  await expectPlace(1, 3)
  await expect(chat.messages).toHaveCount(4)
  await expect(previous).toBeFocused()
  await expect(previous).toHaveAttribute('aria-disabled', 'true')
  await keyboard.press('Enter')
  await expectPlace(1, 3)
  await expect(previous).toBeFocused()

  await keyboard.press('Tab')
  await expect(next).toBeFocused()
  await keyboard.press('ArrowRight')
  await expectPlace(2, 3)
  await expect(next).toBeFocused()
  await keyboard.press('ArrowRight')
  await expectPlace(3, 3)
  await keyboard.press('ArrowRight')
  await expectPlace(3, 3)
  await expect(next).toBeFocused()
  await keyboard.press('ArrowLeft')
  await expectPlace(2, 3)
  await expect(next).toBeFocused()
})

test('the versions of a reply stay under the pointer, and the view does not go to the end', async ({ chat }) => {
  await chat.page.setViewportSize({ width: 1000, height: 520 })
  await converse(chat, ['[[mock-words:300]]', '[[mock-words:600]]'])
  const reply = chat.replies.first()
  await chat.chooseModel(models.words)
  await reply.hover()
  await regenerate(reply).click()
  await versionsOf(reply).expectPlace(2, 2)
  await chat.expectEnd('completed')
  await chat.send('[[mock-words:600]]')
  await expect(chat.replies).toHaveCount(2)
  await chat.expectEnd('completed')

  const { previous, next, expectPlace } = versionsOf(reply)
  await previous.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const top = await topOf(previous)
  await pressInPlace(previous)
  await expectPlace(1, 2)
  await expect(chat.jumpToLatest).toBeVisible()
  expect(Math.abs((await topOf(previous)) - top)).toBeLessThan(2)
  await pressInPlace(next)
  await expectPlace(2, 2)
  expect(Math.abs((await topOf(next)) - top)).toBeLessThan(2)
})

test('[VIEW3] the versions of a last question that was just edited stay under the pointer, at the top of the view', async ({
  chat,
}) => {
  await chat.page.setViewportSize({ width: 1000, height: 520 })
  await converse(chat, ['[[mock-words:300]]', 'Short'])
  const question = chat.questions.last()
  await sendEdit(chat, question, 'Other')
  await expect(chat.lastProse).toHaveText('You said: Other')
  await chat.expectEnd('completed')
  const { previous, next, expectPlace } = versionsOf(question)
  const top = await topOf(previous)
  const motion = await watchMotion(chat)
  await pressInPlace(previous)
  await expectPlace(1, 2)
  await expect(chat.lastProse).toHaveText('You said: Short')
  expect(Math.abs((await topOf(previous)) - top)).toBeLessThan(2)
  await pressInPlace(next)
  await expectPlace(2, 2)
  await expect(chat.lastProse).toHaveText('You said: Other')
  expect(Math.abs((await topOf(next)) - top)).toBeLessThan(2)

  // Only what is being sent rises: no other version, and no form.
  await beginEdit(chat, question)
  await chat.page.keyboard.press('Escape')
  await expect(next).toBeVisible()
  expect(await motion()).toEqual([])
  await chat.send('New')
  await chat.expectEnd('completed')
  expect(await motion()).toEqual(['New'])
})

test('at the end of a conversation a longer version does not pull the view to its end', async ({ chat }) => {
  await chat.page.setViewportSize({ width: 1000, height: 520 })
  await converse(chat, ['Short', '[[mock-words:900]]'])
  await sendEdit(chat, chat.questions.first(), 'Other')
  await chat.expectEnd('completed')
  const { previous, expectPlace } = versionsOf(chat.questions.first())
  await previous.click()
  await expectPlace(1, 2)
  await expect(chat.messages).toHaveCount(4)
  await expect(chat.jumpToLatest).toBeVisible()
  await expect(previous).toBeInViewport()
})

test('going through versions faster than the network: none comes back, and the focus stays', async ({ chat }) => {
  await converse(chat, ['One'])
  const question = chat.questions.first()
  for (const text of ['Two', 'Three', 'Four']) {
    await sendEdit(chat, question, text)
    await chat.expectEnd('completed')
  }
  const { previous, expectPlace } = versionsOf(question)
  const held = await holdRequests(chat.page, 'conversation.chooseBranch')
  await previous.focus()
  for (const number of [3, 2, 1]) {
    await chat.page.keyboard.press('Enter')
    await expectPlace(number, 4)
  }
  const shown = await chat.page.evaluateHandle(() => {
    const texts: (string | null | undefined)[] = []
    new MutationObserver(() => texts.push(document.querySelector('.bubble')?.textContent)).observe(document.body, {
      childList: true,
      subtree: true,
    })
    return texts
  })
  const answered = chat.page.waitForResponse(/conversation\.chooseBranch/)
  held.release()
  await answered
  await expect(previous).toBeFocused()
  await chat.send('And on')
  await expect(chat.lastProse).toHaveText('You said: And on')
  expect((await shown.jsonValue()).filter((text) => text !== 'One')).toEqual([])
  await expectPlace(1, 4)
})

test('a version that is still being sent can be left, and come back to', async ({ chat }) => {
  await converse(chat, ['One'])
  const question = chat.questions.first()
  const held = await holdRequests(chat.page, 'message.send')
  await sendEdit(chat, question, 'Two')
  const { previous, next, expectPlace } = versionsOf(question)
  await expectPlace(2, 2)
  await previous.click()
  await expectPlace(1, 2)
  await expect(chat.lastProse).toHaveText('You said: One')
  await next.click()
  await expectPlace(2, 2)
  await previous.click()
  await expectPlace(1, 2)
  const taken = chat.page.waitForResponse(/conversation\.chooseBranch/)
  held.release()
  await taken
  await expectPlace(1, 2)
  await chat.page.reload()
  await expectPlace(1, 2)
  await expect(chat.lastProse).toHaveText('You said: One')
})

test('a choice that the server does not take is taken back, with a note, and the focus stays', async ({
  chat,
  problems,
}) => {
  problems.allow(/status of 400/)
  await converse(chat, ['One'])
  const question = chat.questions.first()
  await sendEdit(chat, question, 'Two')
  await chat.expectEnd('completed')
  await chat.page.route(/conversation\.chooseBranch/, (route) =>
    route.fulfill({
      status: 400,
      json: [{ error: { message: 'No.', code: -32600, data: { code: 'BAD_REQUEST', httpStatus: 400 } } }],
    }),
  )
  const { previous, expectPlace } = versionsOf(question)
  await previous.focus()
  await chat.page.keyboard.press('Enter')
  await expect(chat.page.getByText(texts.errors.chooseBranchFailed)).toBeVisible()
  await expectPlace(2, 2)
  await expect(chat.lastProse).toHaveText('You said: Two')
  await expect(previous).toBeFocused()
})

test('from right to left the arrows are mirrored, what is drawn and what is pressed', async ({ chat }) => {
  await converse(chat, ['One'])
  await sendEdit(chat, chat.questions.first(), 'Two')
  await chat.expectEnd('completed')
  await chat.page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
  const { previous, next, expectPlace } = versionsOf(chat.questions.first())
  const left = (locator: Locator) => locator.evaluate((element) => element.getBoundingClientRect().left)
  expect(await left(previous)).toBeGreaterThan(await left(next))
  await expect(previous.locator('.icon')).toHaveCSS('scale', '-1 1')
  await previous.focus()
  await chat.page.keyboard.press('ArrowRight')
  await expectPlace(1, 2)
  await chat.page.keyboard.press('ArrowLeft')
  await expectPlace(2, 2)
})

test.describe('phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

  test('on a phone versions and the edit of a message fit', async ({ chat }) => {
    await converse(chat, ['x'.repeat(200)])
    const question = chat.questions.first()
    await question.getByRole('button', { name: texts.actions.edit, exact: true }).tap()
    const field = chat.page.getByRole('textbox', { name: texts.edit.label })
    await expect(field).toBeFocused()
    expect(await overflow(chat)).toBeLessThanOrEqual(0)
    for (const name of [texts.actions.cancel, texts.edit.send]) {
      await expect(question.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 })
    }
    await field.fill('Shorter')
    await question.getByRole('button', { name: texts.edit.send, exact: true }).tap()
    await versionsOf(question).expectPlace(2, 2)
    await chat.expectEnd('completed')
    await regenerate(chat.lastReply).tap()
    await versionsOf(chat.lastReply).expectPlace(2, 2)
    await chat.expectEnd('completed')
    for (const message of [question, chat.lastReply]) {
      const { previous, next } = versionsOf(message)
      await expect(previous).toBeInViewport({ ratio: 1 })
      await expect(next).toBeInViewport({ ratio: 1 })
    }
    expect(await overflow(chat)).toBeLessThanOrEqual(0)
    await versionsOf(question).previous.tap()
    await versionsOf(question).expectPlace(1, 2)
    expect(await overflow(chat)).toBeLessThanOrEqual(0)
  })
})
