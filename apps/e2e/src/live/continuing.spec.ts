import { texts } from '@livetype/ui'
import { type ChatPage, withSingleSpaces } from '../stage/chat-page.ts'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { cutNetwork } from '../stage/problem-watch.ts'
import { recordReplies } from '../stage/reply-recorder.ts'
import { expect, modelEnvironment, test } from '../stage/test.ts'

const firstWords = 'The river was'
/** What the model writes in all, when it is asked to go on. */
const whole = 'The river was quiet in the morning and the boats lay still. Someone had left a lamp burning in the'

const continueButton = (chat: ChatPage) => chat.lastReply.getByRole('button', { name: texts.actions.continue })
const undoButton = (chat: ChatPage) => chat.lastReply.getByRole('button', { name: texts.actions.undoContinue })

/** A reply of which the model wrote three words before it was stopped. */
async function stopReply(chat: ChatPage): Promise<void> {
  await chat.open()
  await chat.send('[[mock-stall:3]]')
  await expect(chat.lastProse).toHaveText(firstWords)
  await chat.stopButton.click()
  await chat.expectEnd('stopped')
}

test('[RUN9] a reply that was stopped goes on in the same message, with nothing twice', async ({ chat, server }) => {
  const recorded = await recordReplies(chat.page)
  await stopReply(chat)
  const messageId = await chat.lastReply.getAttribute('data-message-id')
  await continueButton(chat).click()
  await chat.expectEnd('completed')
  expect(await chat.shownText()).toBe(whole)
  await expect(chat.lastReply).toHaveAttribute('data-message-id', messageId ?? '')
  await expect(chat.messages).toHaveCount(2)
  await expect(chat.composer).toBeFocused()
  expect(withSingleSpaces(await server.lastText(await chat.conversationId()))).toBe(whole)
  expect((await recorded()).hasShrunk).toBe(false)

  await chat.page.reload()
  await expect.poll(() => chat.shownText()).toBe(whole)
  await expect(undoButton(chat)).toBeVisible()
  await expect(continueButton(chat)).toHaveCount(0)
})

test('[RUN10] a continuation is taken back, by keyboard, and can be made again', async ({ chat }) => {
  await stopReply(chat)
  await continueButton(chat).focus()
  await chat.page.keyboard.press('Enter')
  await chat.expectEnd('completed')
  await expectAccessible(chat.page, 'a reply that was continued')
  await undoButton(chat).focus()
  await chat.page.keyboard.press('Enter')
  await chat.expectEnd('stopped')
  await expect(chat.lastProse).toHaveText(firstWords)
  await expect(chat.announcer).toHaveText(texts.announce.undone)
  await expect(undoButton(chat)).toHaveCount(0)
  await chat.page.reload()
  await expect(chat.lastProse).toHaveText(firstWords)
  await continueButton(chat).click()
  await chat.expectEnd('completed')
  expect(await chat.shownText()).toBe(whole)
})

test('[STORE3] another tab sees a reply go on, and that taken back', async ({ chat, client, server, openTab }) => {
  await stopReply(chat)
  const other = await openTab(client, server)
  await other.open(await chat.conversationId())
  await other.expectEnd('stopped')
  await continueButton(chat).click()
  await other.expectEnd('completed')
  expect(await other.shownText()).toBe(whole)
  await undoButton(other).click()
  await expect(chat.lastProse).toHaveText(firstWords)
  await chat.expectEnd('stopped')
})

test('[RUN9] a reply that failed after some words goes on behind them', async ({ chat }) => {
  await chat.open()
  await chat.send('[[mock-cut:3]]')
  await chat.expectEnd('failed')
  await expect(chat.lastReply.getByRole('button', { name: texts.actions.retry })).toBeVisible()
  await continueButton(chat).click()
  await chat.expectEnd('completed')
  expect(await chat.shownText()).toBe(whole)
})

test('[RUN9] a reply that its model left at a limit says so and goes on', async ({ chat }) => {
  await chat.open()
  await chat.send('[[mock-length:3]]')
  await chat.expectEnd('completed')
  await expect(chat.lastReply.locator('.failure[data-kind="truncated"]')).toContainText('limit of tokens')
  await continueButton(chat).click()
  await expect.poll(() => chat.shownText()).toBe(whole)
})

test('[RUN9] a reply that a killed server left goes on after its restart', async ({
  client,
  model,
  startServer,
  openTab,
  problems,
}) => {
  problems.allow(cutNetwork)
  const server = await startServer(modelEnvironment(model))
  const chat = await openTab(client, server)
  await chat.open()
  await chat.send('[[mock-stall:3]]')
  await expect(chat.lastProse).toHaveText(firstWords)
  await server.kill()
  await server.restart()
  await chat.expectEnd('interrupted')
  await continueButton(chat).click()
  await chat.expectEnd('completed')
  expect(await chat.shownText()).toBe(whole)
})
