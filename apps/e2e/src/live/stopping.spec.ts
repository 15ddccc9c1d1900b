import type { MockModel } from '@livetype/mock-model/server'
import { texts } from '@livetype/ui'
import type { ChatPage } from '../stage/chat-page.ts'
import { expect, test } from '../stage/test.ts'

const firstWords = 'The river was'

/** Sends a message to which the model writes three words and then says nothing more. */
async function askForHalfAReply(chat: ChatPage): Promise<string> {
  const marker = crypto.randomUUID()
  await chat.open()
  await chat.send(`[[mock-stall:3]] ${marker}`)
  await expect(chat.lastProse).toHaveText(firstWords)
  await expect(chat.lastReply.locator('[data-activity="writing"]')).toBeVisible()
  return marker
}

async function expectClosedUpstream(model: MockModel, marker: string): Promise<void> {
  const outcome = async () => {
    const requests = await model.requests()
    return requests.find(({ body }) => JSON.stringify(body).includes(marker))?.outcome
  }
  await expect.poll(outcome).toBe('closed-by-peer')
}

async function expectStopped(chat: ChatPage): Promise<void> {
  await chat.expectEnd('stopped')
  await expect(chat.lastReply).toContainText(texts.marks.stopped)
  await expect(chat.lastProse).toHaveText(firstWords)
  await expect(chat.stopButton).toHaveCount(0)
}

test('[RUN4] the stop button ends the reply, here and upstream, and keeps what was written', async ({
  chat,
  model,
  server,
}) => {
  const marker = await askForHalfAReply(chat)
  await chat.stopButton.click()
  await expectStopped(chat)
  await expectClosedUpstream(model, marker)
  expect(await server.lastText(await chat.conversationId())).toBe(firstWords)

  await chat.page.reload()
  await expectStopped(chat)
})

test('[RUN4] Escape stops the reply, wherever the focus is', async ({ chat, model }) => {
  const marker = await askForHalfAReply(chat)
  await chat.transcript.focus()
  await chat.page.keyboard.press('Escape')
  await expectStopped(chat)
  await expectClosedUpstream(model, marker)
})

test('Escape that closes a menu stops nothing', async ({ chat }) => {
  await askForHalfAReply(chat)
  await chat.page.getByRole('button', { name: texts.models.current('') }).click()
  await expect(chat.page.getByRole('menu')).toBeVisible()
  await chat.page.keyboard.press('Escape')
  await expect(chat.page.getByRole('menu')).toHaveCount(0)
  await expect(chat.stopButton).toBeVisible()
  await expect(chat.lastReply).toHaveAttribute('data-status', 'running')
  await chat.page.keyboard.press('Escape')
  await expectStopped(chat)
})

test('after a stop the conversation goes on', async ({ chat }) => {
  await askForHalfAReply(chat)
  await chat.stopButton.click()
  await chat.expectEnd('stopped')
  await chat.send('And now?')
  await expect(chat.replies).toHaveCount(2)
  await chat.expectEnd('completed')
  await expect(chat.lastProse).toHaveText('You said: And now?')
})
