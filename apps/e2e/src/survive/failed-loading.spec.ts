import { ask, readReply } from '@livetype/api/test-support'
import { texts } from '@livetype/ui'
import type { Page } from '@playwright/test'
import { expect, test } from '../stage/test.ts'

const failure = { code: 'storage-failed', message: 'Not now.', isRetryable: false }

/**
 * Has the server refuse a procedure once, and then leave it unanswered until it is let go: what the client tries
 * again by itself must not take the button away before it is pressed.
 */
async function refuse(page: Page, procedure: string): Promise<() => void> {
  const gate = Promise.withResolvers<void>()
  let isRefused = false
  await page.route(new RegExp(`/trpc/[^?]*${procedure}`), async (route) => {
    if (isRefused) {
      await gate.promise
      await route.continue()
      return
    }
    isRefused = true
    const error = { message: failure.message, code: -32600, data: { httpStatus: 400, failure } }
    await route.fulfill({ status: 400, json: [{ error }] })
  })
  return () => gate.resolve()
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
  await chat.page.evaluate(() => Object.assign(window, { isSamePage: true }))
  await failed.getByRole('button', { name: texts.actions.retry }).click()
  letGo()
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
  await failed.getByRole('button', { name: texts.actions.retry }).click()
  letGo()
  await expect(chat.listed(conversationId)).toBeVisible()
  await expect(chat.composer).toHaveValue('half a thought')
  await expect(chat.page.getByRole('link', { name: texts.sidebar.newConversation }).first()).toBeFocused()
})
