import { texts } from '@livetype/ui'
import { type ChatPage, reactClient, vueClient, withSingleSpaces } from '../stage/chat-page.ts'
import { recordReplies } from '../stage/reply-recorder.ts'
import { expect, test } from '../stage/test.ts'

/** A tab of the project's client, and one of the other client, both at their start. */
async function openBoth(options: {
  chat: ChatPage
  client: typeof reactClient
  openTab: (client: typeof reactClient) => Promise<ChatPage>
}): Promise<readonly [ChatPage, ChatPage]> {
  const other = await options.openTab(options.client.name === 'react' ? vueClient : reactClient)
  return [options.chat, other]
}

test('[STORE3] two tabs, one React and one Vue, type the same reply and show what either sends', {
  tag: '@transports',
}, async ({ chat, client, openTab, server }) => {
  const [one, other] = await openBoth({ chat, client, openTab })
  await one.open()
  await one.send('Good morning')
  await one.expectEnd('completed')
  const conversationId = await one.conversationId()
  const recorded = await recordReplies(other.page)
  await other.open(conversationId)
  await expect(other.lastProse).toHaveText('You said: Good morning')

  await one.send('[[mock-words:250;delay=10]]')
  await expect(other.questions.last()).toContainText('mock-words:250')
  await expect(other.lastReply).toHaveAttribute('data-status', 'running')
  await Promise.all([one.expectEnd('completed'), other.expectEnd('completed')])
  const text = withSingleSpaces(await server.lastText(conversationId))
  expect(await one.shownText()).toBe(text)
  expect(await other.shownText()).toBe(text)
  expect((await recorded()).stepCount).toBeGreaterThan(5)

  await other.send('And from here?')
  await expect(one.questions.last()).toContainText('And from here?')
  for (const tab of [one, other]) {
    await expect(tab.lastProse).toHaveText('You said: And from here?')
    await expect(tab.messages).toHaveCount(6)
  }
})

test('a reply in the making stands in both tabs, and either stops it for both', async ({ chat, client, openTab }) => {
  const [one, other] = await openBoth({ chat, client, openTab })
  await one.open()
  await one.send('[[mock-stall:3]]')
  await expect(one.lastProse).toHaveText('The river was')
  await other.open(await one.conversationId())
  await expect(other.lastProse).toHaveText('The river was')
  await expect(other.lastReply.locator('[data-activity="writing"]')).toBeVisible()
  await other.stopButton.click()
  await Promise.all([one.expectEnd('stopped'), other.expectEnd('stopped')])
})

test('the list of one tab shows what another begins, renames, deletes and restores', async ({
  chat,
  client,
  openTab,
}) => {
  const [one, other] = await openBoth({ chat, client, openTab })
  await other.open()
  await expect(other.sidebar).toBeVisible()
  await one.open()
  await one.chooseModel(/Demo/)
  const title = `Shared ${crypto.randomUUID().slice(0, 8)}`
  await one.send(title)
  const conversationId = await one.conversationId()
  await expect(other.listed(conversationId)).toContainText(title)
  await one.expectEnd('completed')

  await one
    .listed(conversationId)
    .getByRole('button', { name: texts.sidebar.actionsFor(title) })
    .click()
  await one.page.getByRole('menuitem', { name: texts.sidebar.rename }).click()
  const field = one.page.getByRole('textbox', { name: texts.sidebar.renameLabel })
  await expect(field).toBeFocused()
  await field.fill(`${title} renamed`)
  await field.press('Enter')
  await expect(one.listed(conversationId)).toContainText(`${title} renamed`)
  await expect(other.listed(conversationId)).toContainText(`${title} renamed`)

  await other.open(conversationId)
  await expect(other.messages).toHaveCount(2)
  await one
    .listed(conversationId)
    .getByRole('button', { name: texts.sidebar.actionsFor(`${title} renamed`) })
    .click()
  await one.page.getByRole('menuitem', { name: texts.sidebar.delete }).click()
  await expect(one.listed(conversationId)).toHaveCount(0)
  await expect(other.listed(conversationId)).toHaveCount(0)
  await expect(other.page.getByRole('heading', { name: texts.notFound.conversationTitle })).toBeVisible()

  await one.page.getByRole('button', { name: texts.sidebar.undo }).click()
  await expect(one.listed(conversationId)).toContainText(`${title} renamed`)
  await expect(other.listed(conversationId)).toContainText(`${title} renamed`)
  await expect(other.messages).toHaveCount(2)
  await expect(one.messages).toHaveCount(2)
})
