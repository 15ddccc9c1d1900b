import { ask, readReply } from '@livetype/api/test-support'
import { texts } from '@livetype/ui'
import type { Page } from '@playwright/test'
import { expect, test } from '../stage/test.ts'

// One that can be retried would be, and the button be gone before it is pressed.
const failure = { code: 'storage-failed', message: 'Not now.', isRetryable: false }

/** Has the server refuse a procedure until it is let go. */
async function refuse(page: Page, procedure: string): Promise<() => Promise<void>> {
  const address = new RegExp(`/trpc/[^?]*${procedure}`)
  await page.route(address, (route) =>
    route.fulfill({
      status: 400,
      json: [{ error: { message: failure.message, code: -32600, data: { httpStatus: 400, failure } } }],
    }),
  )
  return () => page.unroute(address)
}

test('a conversation that could not be loaded is loaded on request, without a reload', async ({
  chat,
  problems,
  server,
}) => {
  problems.allow(/status of 400/)
  const { conversationId } = await ask(server.client, 'Hard to load', { modelId: 'demo' })
  await readReply(server.client, conversationId)
  const letGo = await refuse(chat.page, 'conversation.get')
  await chat.open(conversationId)
  const failed = chat.page.getByRole('alert').filter({ hasText: texts.errors.conversationFailed })
  await expect(failed).toBeVisible()
  await letGo()
  await chat.page.evaluate(() => Object.assign(window, { isSamePage: true }))
  await failed.getByRole('button', { name: texts.actions.retry }).click()
  await expect(chat.questions).toContainText('Hard to load')
  expect(await chat.page.evaluate(() => 'isSamePage' in window)).toBe(true)
})

test('a list that could not be loaded is loaded on request, without a reload', async ({ chat, problems, server }) => {
  problems.allow(/status of 400/)
  const { conversationId } = await ask(server.client, 'In the list', { modelId: 'demo' })
  const letGo = await refuse(chat.page, 'conversation.list')
  await chat.open()
  const failed = chat.sidebar.getByRole('alert')
  await expect(failed).toContainText(texts.sidebar.failed)
  await chat.composer.fill('half a thought')
  await letGo()
  await failed.getByRole('button', { name: texts.actions.retry }).click()
  await expect(chat.listed(conversationId)).toBeVisible()
  await expect(chat.composer).toHaveValue('half a thought')
  await expect(chat.page.getByRole('link', { name: texts.sidebar.newConversation }).first()).toBeFocused()
})
