import { texts } from '@livetype/ui'
import { expect, models, test } from '../stage/test.ts'

test('a fresh start invites with examples for the model, and one click asks', async ({ chat }) => {
  await chat.open()
  await expect(chat.page.getByRole('heading', { name: texts.empty.title })).toBeVisible()
  const examples = chat.page.getByRole('list', { name: texts.empty.examplesLabel }).getByRole('button')
  await expect(examples).toHaveCount(texts.empty.examples.length)
  await examples.first().click()
  await expect(chat.questions).toContainText(texts.empty.examples[0]?.prompt ?? '')
  await chat.expectEnd('completed')
  await chat.conversationId()
})

test('without a real model: the demo says what it is and how to connect one, until it is dismissed', async ({
  client,
  startServer,
  openTab,
}) => {
  const server = await startServer()
  const chat = await openTab(client, server)
  await chat.open()
  await expect(chat.sidebar).toContainText(texts.sidebar.empty)
  const examples = chat.page.getByRole('list', { name: texts.empty.examplesLabel }).getByRole('button')
  await expect(examples.first()).toContainText(texts.empty.demoExamples[0]?.title ?? '')
  const banner = chat.page.getByRole('complementary', { name: texts.demo.label })
  await expect(banner).toContainText(texts.demo.title)
  await banner.getByText(texts.demo.show).click()
  for (const { name } of texts.demo.variables) await expect(banner).toContainText(name)

  await examples.first().click()
  await chat.expectEnd('completed')
  await expect(chat.lastReply.locator('.code-block')).not.toHaveCount(0)
  await expect(chat.lastReply).toContainText(/Demo/)

  await banner.getByRole('button', { name: texts.demo.dismiss }).click()
  await expect(banner).toHaveCount(0)
  await chat.page.reload()
  await expect(chat.messages).toHaveCount(2)
  await expect(banner).toHaveCount(0)
})

test('a real model has no banner, the demo beside it has one', async ({ chat }) => {
  await chat.open()
  await expect(chat.page.getByRole('button', { name: texts.models.current(models.echo) })).toBeVisible()
  const banner = chat.page.getByRole('complementary', { name: texts.demo.label })
  await expect(banner).toHaveCount(0)
  await chat.chooseModel(/Demo/)
  await expect(banner).toBeVisible()
})
