import { textOf } from '@livetype/protocol'
import { texts } from '@livetype/ui'
import { withSingleSpaces } from '../stage/chat-page.ts'
import { holdRequests } from '../stage/hold-requests.ts'
import { recordReplies } from '../stage/reply-recorder.ts'
import { expect, models, test } from '../stage/test.ts'

test('[RUN1] a message appears at once, before the server knows of it, and is sent once', async ({ chat, server }) => {
  const held = await holdRequests(chat.page, 'message.send')
  await chat.open()
  await chat.send('Are you there?')
  await expect(chat.questions).toHaveText(/Are you there\?/)
  await expect(chat.questions).toHaveAttribute('data-delivery', 'sending')
  await expect(chat.questions).toContainText(texts.delivery.sending)
  await expect(chat.lastReply).toContainText(texts.activity.sending)
  await expect(chat.composer).toHaveValue('')
  const { conversations } = await server.client.conversation.list.query()
  expect(conversations.map(({ id }) => id)).not.toContain(await chat.conversationId())

  held.release()
  await expect(chat.questions).toHaveAttribute('data-delivery', 'sent')
  await chat.expectEnd('completed')
  await expect(chat.lastProse).toHaveText('You said: Are you there?')
  const { messages } = await server.client.conversation.get.query({ conversationId: await chat.conversationId() })
  expect(messages.map((message) => textOf(message))).toEqual(['Are you there?', 'You said: Are you there?'])
})

test('a reply is typed: the indicator turns into the text, and that is what the database has', async ({
  chat,
  server,
}) => {
  const recorded = await recordReplies(chat.page)
  await chat.open()
  await chat.send('[[mock-words:200;delay=10]]')
  await chat.expectEnd('completed')
  const { states, stepCount, hasShrunk } = await recorded()
  // What comes before may be shorter than a frame.
  expect(states.slice(-2)).toEqual(['writing', 'completed'])
  expect(stepCount).toBeGreaterThan(5)
  expect(hasShrunk).toBe(false)
  expect(await chat.shownText()).toBe(withSingleSpaces(await server.lastText(await chat.conversationId())))
  await expect(chat.lastReply.locator('[data-activity]')).toHaveCount(0)
})

test('a model that thinks first: the indicator says so, and what it thinks can be read meanwhile', async ({ chat }) => {
  await chat.open()
  await chat.send('[[mock-stall-thinking]]')
  await expect(chat.lastReply.locator('[data-activity]')).toHaveAttribute('data-activity', 'thinking')
  const summary = chat.lastReply.locator('summary')
  const thoughts = chat.lastReply.getByText('Let me think.')
  await expect(summary).toContainText(texts.reasoning.open)
  await expect(thoughts).toBeHidden()
  await summary.press('Enter')
  await expect(thoughts).toBeVisible()
  await expect(summary).toHaveText(texts.reasoning.openFor('2 s'))
  await chat.page.reload()
  await expect(summary).toHaveText(/^Thinking… [3-9] s$/)
  await summary.press('Enter')
  await chat.stopButton.click()
  await chat.expectEnd('stopped')
  await expect(chat.lastReply.locator('[data-activity]')).toHaveCount(0)
  await expect(thoughts).toBeVisible()
})

test('[RUN12] for how long a model thought is told, and the same after a reload', async ({ chat }) => {
  await chat.open()
  await chat.send('[[mock-stall-thinking]]')
  const summary = chat.lastReply.locator('summary')
  await expect(summary).toHaveText(texts.reasoning.openFor('2 s'))
  await chat.stopButton.click()
  await chat.expectEnd('stopped')
  await expect(summary).toHaveText(/^Thought for [2-9] s$/)
  const said = (await summary.textContent()) ?? ''
  await chat.page.reload()
  await expect(summary).toHaveText(said)
})

test('thoughts are folded away once the answer is there, and stay to be read', async ({ chat }) => {
  await chat.open()
  await chat.send('[[mock-reasoning-content]]')
  await chat.expectEnd('completed')
  await expect(chat.lastProse).toHaveText('The answer is 42.')
  const thoughts = chat.lastReply.getByRole('group')
  await expect(thoughts).not.toHaveAttribute('open')
  await chat.lastReply.locator('summary').click()
  await expect(chat.lastReply.getByText('Let me think.')).toBeVisible()
})

test('while nothing has come, the indicator names the model it waits for', async ({ chat }) => {
  await chat.open()
  await chat.send('[[mock-stall-first]]')
  await expect(chat.lastReply).toContainText(texts.activity.waitingFor(models.echo))
  await expect(chat.lastReply.locator('[data-activity="waiting"]')).toBeVisible()
  await chat.stopButton.click()
  await chat.expectEnd('stopped')
})

test('a finished reply says which model wrote it', async ({ chat }) => {
  await chat.open()
  await chat.send('Who are you?')
  await chat.expectEnd('completed')
  await expect(chat.lastReply).toContainText(models.echo)
  await expect(chat.lastReply.locator('time')).toHaveText(/\d{1,2}:\d{2}/)
})

test('the tab and the page are named after the conversation', async ({ chat }) => {
  await chat.open()
  await expect(chat.page).toHaveTitle(texts.documentTitle(null))
  await chat.chooseModel(/Demo/)
  await chat.send('Blue skies over Lisbon')
  await expect(chat.page).toHaveTitle(texts.documentTitle('Blue skies over Lisbon'))
  await expect(chat.page.getByRole('heading', { level: 1 })).toHaveText('Blue skies over Lisbon')
})
