import { texts } from '@livetype/ui'
import { expect, test } from '../stage/test.ts'

for (const id of ['no-such-conversation', 'x', '%F0%9F%99%88']) {
  test(`the address of a conversation that does not exist says so and leads on: ${id}`, async ({ chat, problems }) => {
    problems.allow(/status of 40[04]/)
    await chat.open(id)
    await expect(chat.page.getByRole('heading', { name: texts.notFound.conversationTitle })).toBeVisible()
    await expect(chat.composer).toHaveCount(0)
    await chat.page.getByRole('link', { name: texts.notFound.action }).click()
    await expect(chat.page.getByRole('heading', { name: texts.empty.title })).toBeVisible()
    await expect(chat.composer).toBeFocused()
  })
}

test('an address that is none says so and leads on', async ({ chat, client }) => {
  await chat.page.goto(`${client.path}no/such/page`)
  await expect(chat.page.getByRole('heading', { name: texts.notFound.pageTitle })).toBeVisible()
  await expect(chat.page).toHaveTitle(texts.documentTitle(null))
  await chat.page.getByRole('link', { name: texts.notFound.action }).click()
  await expect(chat.page.getByRole('heading', { name: texts.empty.title })).toBeVisible()
})
