import { texts } from '@livetype/ui'
import type { ChatPage } from '../stage/chat-page.ts'
import { expect, test } from '../stage/test.ts'

test.use({ viewport: { width: 1000, height: 480 } })

const longReply = '[[mock-words:4000;delay=4]]'

const scrollTop = (chat: ChatPage) => chat.transcript.evaluate((element) => element.scrollTop)
/** To be polled: between a piece of text and the frame in which the view follows it, it is that piece's height. */
const distanceToEnd = (chat: ChatPage) =>
  chat.transcript.evaluate((element) => element.scrollHeight - element.clientHeight - element.scrollTop)
const textLength = async (chat: ChatPage) => (await chat.shownText()).length

const questionTop = async (chat: ChatPage) => {
  const [question, view] = [await chat.questions.last().boundingBox(), await chat.transcript.boundingBox()]
  return (question?.y ?? Number.NaN) - (view?.y ?? Number.NaN)
}

/** Waits until the reply being typed is so much longer than now. */
async function expectGrowth(chat: ChatPage, growth: number): Promise<void> {
  const before = await textLength(chat)
  await expect.poll(() => textLength(chat)).toBeGreaterThan(before + growth)
}

/** Begins a long reply and waits until there is something to scroll. */
async function beginLongReply(chat: ChatPage): Promise<void> {
  await chat.open()
  await chat.send(longReply)
  await expect.poll(() => scrollTop(chat)).toBeGreaterThan(150)
}

test('the view follows a growing reply while the reader is at its end', async ({ chat }) => {
  await beginLongReply(chat)
  await expectGrowth(chat, 400)
  await expect.poll(() => distanceToEnd(chat)).toBeLessThanOrEqual(2)
  await expect(chat.jumpToLatest).not.toBeVisible()
  await chat.stopButton.click()
  await chat.expectEnd('stopped')
  await expect.poll(() => distanceToEnd(chat)).toBeLessThanOrEqual(2)
})

test('a reader who has scrolled up is left alone, and can jump to the latest', async ({ chat }) => {
  await beginLongReply(chat)
  await chat.transcript.hover()
  await chat.page.mouse.wheel(0, -120)
  await expect(chat.jumpToLatest).toBeVisible()
  const top = await chat.transcript.evaluate(async (element) => {
    // A wheel scrolls smoothly: where it comes to rest is where the reader is.
    let last = Number.NaN
    while (element.scrollTop !== last) {
      last = element.scrollTop
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return last
  })
  await expectGrowth(chat, 600)
  expect(await scrollTop(chat)).toBe(top)

  await chat.jumpToLatest.click()
  await expect.poll(() => distanceToEnd(chat)).toBeLessThanOrEqual(2)
  await expect(chat.jumpToLatest).not.toBeVisible()
  await expectGrowth(chat, 400)
  await expect.poll(() => distanceToEnd(chat)).toBeLessThanOrEqual(2)
  await chat.stopButton.click()
})

test('thoughts that are unfolded at the end stay in view', async ({ chat }) => {
  await chat.open()
  await chat.send('[[mock-words:400]]')
  await chat.expectEnd('completed')
  await chat.send('[[mock-reasoning-content]]')
  await expect(chat.replies).toHaveCount(2)
  await chat.expectEnd('completed')
  // Opened anew, the conversation ends with the reply.
  await chat.page.reload()
  const summary = chat.lastReply.locator('summary')
  await expect.poll(() => distanceToEnd(chat)).toBeLessThanOrEqual(2)
  const place = await summary.boundingBox()
  await summary.click()
  await expect(chat.lastReply.getByText('Let me think.')).toBeVisible()
  await expect(chat.jumpToLatest).toBeVisible()
  expect((await summary.boundingBox())?.y).toBe(place?.y)
})

test('scrolling a long message in itself does not end following', async ({ chat }) => {
  await chat.open()
  const lines = Array.from({ length: 60 }, (_, line) => `Line ${line}`)
  await chat.send(`[[mock-words:30]]\n${lines.join('\n')}`)
  await chat.expectEnd('completed')
  const bubble = chat.questions.locator('.bubble')
  await expect.poll(() => distanceToEnd(chat)).toBeLessThanOrEqual(2)
  await bubble.evaluate((element) => element.scrollTo(0, 300))
  // Not `hover()`, which scrolls to what it hovers.
  const box = (await bubble.boundingBox()) ?? { x: 0, y: 0, height: 0 }
  await chat.page.mouse.move(box.x + 20, box.y + box.height - 20)
  await chat.page.mouse.wheel(0, -120)
  await expect.poll(() => bubble.evaluate((element) => element.scrollTop)).toBeLessThan(200)
  await expect.poll(() => distanceToEnd(chat)).toBeLessThanOrEqual(2)
  await expect(chat.jumpToLatest).not.toBeVisible()
})

test('sending takes the reader back to the end', async ({ chat }) => {
  await chat.open()
  await chat.send('[[mock-words:900]]')
  await chat.expectEnd('completed')
  await chat.transcript.focus()
  await chat.page.keyboard.press('Home')
  // The way up is animated: whoever sends has come to rest.
  await expect.poll(() => scrollTop(chat)).toBe(0)
  await expect(chat.jumpToLatest).toBeVisible()
  await chat.send('And then?')
  await expect(chat.questions.last()).toBeInViewport()
  await expect.poll(() => distanceToEnd(chat)).toBeLessThanOrEqual(2)
})

test('[VIEW5] a new turn is brought to the top, and nothing moves until its reply is longer than the view', async ({
  chat,
}) => {
  await chat.open()
  await chat.send('[[mock-words:150]]')
  await chat.expectEnd('completed')
  await chat.send('[[mock-words:40;delay=10]]')
  await expect.poll(() => textLength(chat)).toBeGreaterThan(20)
  const top = await scrollTop(chat)
  expect(await questionTop(chat)).toBeGreaterThanOrEqual(0)
  expect(await questionTop(chat)).toBeLessThan(60)
  await chat.expectEnd('completed')
  expect(await scrollTop(chat)).toBe(top)
  expect(await distanceToEnd(chat)).toBeLessThanOrEqual(2)

  // A lower window, as with the keyboard of a phone: the question stays where it is, and so it does in a higher one.
  for (const height of [400, 600]) {
    await chat.page.setViewportSize({ width: 1000, height })
    await expect.poll(() => distanceToEnd(chat)).toBeLessThanOrEqual(2)
    await expect.poll(() => questionTop(chat)).toBeLessThan(60)
    expect(await questionTop(chat)).toBeGreaterThanOrEqual(0)
  }

  await chat.send(longReply)
  await expect.poll(() => textLength(chat)).toBeGreaterThan(20)
  await expect.poll(() => questionTop(chat)).toBeGreaterThanOrEqual(0)
  // Where the reply is longer than the view its end is followed.
  await expect.poll(() => questionTop(chat)).toBeLessThan(-100)
  await expect.poll(() => distanceToEnd(chat)).toBeLessThanOrEqual(2)
  await chat.stopButton.click()
  await chat.expectEnd('stopped')
  await chat.page.reload()
  await chat.expectEnd('stopped')
  await expect.poll(() => distanceToEnd(chat)).toBeLessThanOrEqual(2)
})

test('[VIEW5] a reply that goes on begins no turn: the view stays where it is', async ({ chat }) => {
  await chat.open()
  await chat.send('[[mock-words:300]]')
  await chat.expectEnd('completed')
  await chat.send('[[mock-words:400;delay=400]]')
  await expect.poll(() => textLength(chat)).toBeGreaterThan(10)
  await chat.stopButton.click()
  await chat.expectEnd('stopped')
  await chat.page.reload()
  await expect.poll(() => questionTop(chat)).toBeGreaterThan(100)
  await chat.lastReply.getByRole('button', { name: texts.actions.continue }).click()
  await expect(chat.lastReply).toHaveAttribute('data-status', 'running')
  await chat.page.setViewportSize({ width: 1000, height: 470 })
  await expectGrowth(chat, 20)
  expect(await questionTop(chat)).toBeGreaterThan(60)
  await chat.stopButton.click()
  await chat.expectEnd('stopped')
})

test('[VIEW2] a reader who went further and came back keeps the line while the text is laid out anew', async ({
  chat,
}) => {
  const paragraphs = Array.from({ length: 40 }, (_, index) => `Paragraph ${index} ${'and more of it '.repeat(12)}`)
  await chat.open()
  await chat.send(paragraphs.join('\n\n'))
  await chat.expectEnd('completed')
  const line = chat.lastProse.getByText('Paragraph 10 ')
  const top = () =>
    line.evaluate((element) => {
      const view = element.closest('.transcript')
      return element.getBoundingClientRect().top - (view?.getBoundingClientRect().top ?? Number.NaN)
    })
  const scrollBy = (px: number) =>
    chat.transcript.evaluate(async (element, by) => {
      element.scrollTop += by
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
    }, px)
  await scrollBy(-400)
  await scrollBy((await top()) + 4)
  // The view was put back here once.
  await chat.page.setViewportSize({ width: 1000, height: 500 })
  await scrollBy(300)
  await scrollBy(-300)
  const before = await top()
  await chat.page.setViewportSize({ width: 420, height: 500 })
  await scrollBy(0)
  expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(2)
})
