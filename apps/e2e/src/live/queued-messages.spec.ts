import { texts } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import type { ChatPage } from '../stage/chat-page.ts'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { cutNetwork } from '../stage/problem-watch.ts'
import { expect, modelEnvironment, test } from '../stage/test.ts'

const words = laterTexts.queue

/** The queue above the composer. */
function queueOf({ page }: ChatPage) {
  const region = page.getByRole('region', { name: words.label })
  const items = region.getByRole('listitem')
  return {
    region,
    items,
    texts: region.locator('.queued-text'),
    edit: (name: string) => region.getByRole('button', { name: words.edit(name), exact: true }),
    remove: (name: string) => region.getByRole('button', { name: words.remove(name), exact: true }),
    stopAndSend: (name: string) => region.getByRole('button', { name: words.stopAndSendOf(name), exact: true }),
    sendNow: (name: string) => region.getByRole('button', { name: words.sendNowOf(name), exact: true }),
    field: region.getByRole('textbox', { name: words.editLabel }),
    news: page.locator('.queue-news'),
  }
}

/** Begins a reply that goes on until it is stopped. */
async function beginStalled(chat: ChatPage) {
  await chat.open()
  await chat.send('[[mock-stall:3]]')
  await expect(chat.lastProse).toHaveText('The river was')
}

test('[QUEUE1] [QUEUE2] [QUEUE4] three wait: one is changed in another tab, one is removed, one is sent at once, the last goes out by itself', async ({
  client,
  model,
  startServer,
  openTab,
}) => {
  const server = await startServer(modelEnvironment(model))
  const chat = await openTab(client, server)
  const queue = queueOf(chat)
  await beginStalled(chat)
  await expect(chat.page.locator('.composer-hint')).toHaveText(texts.composer.queueHint)
  await expect(chat.page.getByRole('button', { name: texts.composer.queue, exact: true })).toBeVisible()
  for (const text of ['one', 'two', 'three']) await chat.send(text)
  await expect(queue.texts).toHaveText(['one', 'two', 'three'])
  await expect(queue.region).toContainText(words.waiting(3))
  await expect(queue.news).toContainText(words.news.queued('three'))
  await expect(chat.questions).toHaveCount(1)
  await expectAccessible(chat.page, 'queued messages')

  const other = await openTab(client, server)
  const otherQueue = queueOf(other)
  await other.open(await chat.conversationId())
  await expect(otherQueue.texts).toHaveText(['one', 'two', 'three'])
  await otherQueue.edit('two').click()
  await otherQueue.field.fill('two, better')
  await otherQueue.field.press('Enter')
  await expect(queue.texts).toHaveText(['one', 'two, better', 'three'])
  await queue.remove('one').click()
  await expect(chat.composer).toBeFocused()
  await expect(queue.news).toContainText(words.news.removed('one'))
  await expect(otherQueue.texts).toHaveText(['two, better', 'three'])

  await queue.stopAndSend('two, better').click()
  await expect(chat.questions).toHaveText([/mock-stall/, /two, better/, /three/])
  await expect(chat.replies.first()).toHaveAttribute('data-status', 'stopped')
  await expect(chat.replies.nth(1)).toContainText('You said: two, better')
  await expect(chat.lastProse).toHaveText('You said: three')
  await expect(queue.region).toHaveCount(0)
  await expect(queue.news).toContainText(words.news.sent('three'))
  await expect(other.lastProse).toHaveText('You said: three')
  await expect(otherQueue.region).toHaveCount(0)
})

test('[QUEUE2] by keyboard: Up in an empty message box edits the last one, Escape leaves it as it was', async ({
  chat,
}) => {
  const queue = queueOf(chat)
  await beginStalled(chat)
  for (const text of ['one', 'two']) await chat.send(text)
  await expect(queue.texts).toHaveText(['one', 'two'])
  await chat.composer.press('ArrowUp')
  await expect(queue.field).toBeFocused()
  await expect(queue.field).toHaveValue('two')
  await expectAccessible(chat.page, 'a queued message that is edited')
  await queue.field.press('Escape')
  await expect(queue.edit('two')).toBeFocused()
  await expect(chat.stopButton).toBeVisible()
  await chat.page.keyboard.press('Enter')
  await queue.field.fill('two, better')
  await queue.field.press('Enter')
  await expect(queue.texts).toHaveText(['one', 'two, better'])
  await expect(chat.composer).toBeFocused()
  await chat.composer.press('Escape')
  await chat.expectEnd('stopped')
})

test('[QUEUE3] after a stop it is held, over a reload and a killed server, until it is sent', async ({
  client,
  model,
  startServer,
  openTab,
  problems,
}) => {
  // A server is killed and begun anew on the way.
  test.slow()
  problems.allow(cutNetwork)
  const server = await startServer(modelEnvironment(model))
  const chat = await openTab(client, server)
  const queue = queueOf(chat)
  await beginStalled(chat)
  await chat.send('next')
  await chat.send('last')
  await expect(queue.texts).toHaveText(['next', 'last'])
  await expect(queue.items.last()).toHaveAttribute('data-delivery', 'sent')
  await server.kill()
  await server.restart()
  await chat.expectEnd('interrupted')
  await expect(queue.region).toHaveAttribute('data-state', 'held')
  await expect(queue.region).toContainText(words.held.interrupted)
  await chat.send('[[mock-stall:3]]')
  await expect(queue.region).toHaveAttribute('data-state', 'waiting')
  await expect(chat.lastProse).toHaveText('The river was')
  await chat.stopButton.click()
  await expect(queue.region).toContainText(words.held.stopped)
  await chat.page.reload()
  await expect(queue.texts).toHaveText(['next', 'last'])
  await expect(queue.region).toContainText(words.held.stopped)
  await queue.sendNow('next').click()
  await expect(chat.lastProse).toHaveText('You said: last')
  await expect(queue.region).toHaveCount(0)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 640 }, hasTouch: true })

  test('[QUEUE2] the controls of queued messages can be reached, and nothing scrolls sideways', async ({ chat }) => {
    const queue = queueOf(chat)
    await beginStalled(chat)
    const long = 'Whatever comes next is said at some length, '.repeat(8)
    for (const text of [long, 'second', 'third']) await chat.send(text)
    await expect(queue.items).toHaveCount(3)
    expect(await chat.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await expect(queue.stopAndSend('second')).toBeInViewport({ ratio: 1 })
    await expect(chat.composer).toBeInViewport({ ratio: 1 })
    await queue.remove('second').tap()
    await expect(queue.items).toHaveCount(2)
    await expectAccessible(chat.page, 'queued messages on a phone')
  })
})
