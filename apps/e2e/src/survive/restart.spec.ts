import { texts } from '@livetype/ui'
import { withSingleSpaces } from '../stage/chat-page.ts'
import { cutNetwork } from '../stage/problem-watch.ts'
import { recordReplies } from '../stage/reply-recorder.ts'
import { expect, modelEnvironment, test } from '../stage/test.ts'

test('[RUN5] a server killed in mid-reply: the tab reconnects by itself, keeps every word, and goes on working', {
  tag: '@transports',
}, async ({ client, model, startServer, openTab, problems }) => {
  problems.allow(cutNetwork)
  const server = await startServer(modelEnvironment(model))
  const chat = await openTab(client, server)
  const recorded = await recordReplies(chat.page)
  await chat.open()
  await chat.send('[[mock-words:4000;delay=5]]')
  await expect.poll(() => chat.shownText()).toMatch(/lamp burning/)
  await server.kill()
  const shown = await chat.shownText()
  await expect(chat.connection).toContainText(texts.connection.reconnecting)
  await expect(chat.lastReply).toContainText(texts.activity.reconnecting)

  await server.restart()
  await chat.expectEnd('interrupted')
  await expect(chat.lastReply).toContainText(texts.marks.interruptedHint)
  await expect(chat.connection).toBeEmpty()
  const kept = await chat.shownText()
  expect(kept.slice(0, shown.length)).toBe(shown)
  expect(kept).toBe(withSingleSpaces(await server.lastText(await chat.conversationId())))
  expect((await recorded()).hasShrunk).toBe(false)

  await chat.send('Are you back?')
  await expect(chat.lastProse).toHaveText('You said: Are you back?')
  await chat.expectEnd('completed')
})

test('an interrupted reply can be asked for again', async ({ client, model, startServer, openTab, problems }) => {
  problems.allow(cutNetwork)
  const server = await startServer(modelEnvironment(model))
  const chat = await openTab(client, server)
  await chat.open()
  await chat.send('[[mock-stall:3]]')
  await expect(chat.lastProse).toHaveText('The river was')
  await server.kill()
  await server.restart()
  await chat.expectEnd('interrupted')
  const interruptedId = await chat.lastReply.getAttribute('data-message-id')
  await chat.lastReply.getByRole('button', { name: texts.actions.regenerate }).click()
  await expect(chat.lastReply).not.toHaveAttribute('data-message-id', interruptedId ?? '')
  await expect(chat.lastReply.locator('[data-activity="writing"]')).toBeVisible()
  await chat.stopButton.click()
  await chat.expectEnd('stopped')
})

test('[LOG1] after a restart the conversation is there, in a browser that never saw it', async ({
  browser,
  client,
  model,
  startServer,
  openTab,
}) => {
  const server = await startServer(modelEnvironment(model))
  const chat = await openTab(client, server)
  await chat.open()
  await chat.chooseModel(/Demo/)
  await chat.send('What a lovely evening')
  await chat.expectEnd('completed')
  const text = await chat.shownText()
  const conversationId = await chat.conversationId()
  await chat.page.close()
  await server.kill()
  await server.restart()

  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${server.url}${client.path}`)
  await page.getByRole('link', { name: 'What a lovely evening' }).click()
  await expect(page).toHaveURL(new RegExp(`/c/${conversationId}$`))
  await expect(page.getByRole('article')).toHaveCount(2)
  const prose = page.getByRole('article').last().locator('.prose')
  await expect.poll(async () => withSingleSpaces(await prose.innerText())).toBe(text)
  await context.close()
})

test('[STORE4] a message the absent server could not take says so, and goes out once when it is back', async ({
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
  await chat.open()
  await chat.send('First')
  await chat.expectEnd('completed')
  await server.kill()
  await chat.send('Second')
  await expect(chat.questions.last().getByRole('alert')).toContainText(texts.delivery.failed)
  await server.restart()
  await expect(chat.lastProse).toHaveText('You said: Second')
  await chat.expectEnd('completed')
  const { messages } = await server.client.conversation.get.query({ conversationId: await chat.conversationId() })
  expect(messages).toHaveLength(4)
})
