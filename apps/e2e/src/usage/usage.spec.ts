import { ask, readReply } from '@livetype/api/test-support'
import { texts } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { expect, modelEnvironment, models, test } from '../stage/test.ts'

const words = laterTexts.usage
/** One euro for a million tokens read, and a thousand for a million written. */
const prices = { LIVETYPE_MODEL_PRICES: `${models.echo}=1/1000`, LIVETYPE_PRICE_CURRENCY: 'EUR' }

test('[USAGE2] what a reply took is told of it, of its conversation, and by day and model', async ({
  client,
  model,
  openTab,
  startServer,
}) => {
  const server = await startServer({ ...modelEnvironment(model), ...prices })
  const { conversationId } = await ask(server.client, 'How much is this?', { modelId: models.echo })
  await readReply(server.client, conversationId)
  const elsewhere = await ask(server.client, 'And this?', { modelId: models.words })
  await readReply(server.client, elsewhere.conversationId)
  const { rows } = await server.client.usage.ofConversation.query({ conversationId })
  const [used] = rows
  if (!used?.cost) throw new Error('the model counts, and has a price')

  const chat = await openTab(client, server)
  await chat.open(conversationId)
  await chat.lastReply.getByRole('button', { name: texts.actions.details }).click()
  const details = chat.lastReply.locator('.reply-details')
  await expect(details).toContainText(`${words.read}${used.inputTokens}`)
  await expect(details).toContainText(`${words.written}${used.outputTokens}`)
  await expect(details).toContainText(words.firstToken)
  await expect(details).toContainText('€')
  await chat.lastReply.getByRole('button', { name: texts.actions.details }).press('Enter')
  await expect(details).toHaveCount(0)

  await chat.page.getByRole('button', { name: texts.configuration.open }).click()
  const ofConversation = chat.page.getByRole('region', { name: words.ofConversation })
  await expect(ofConversation.getByRole('row', { name: models.echo })).toContainText(String(used.outputTokens))
  await chat.page.keyboard.press('Escape')

  await chat.page.keyboard.press('Control+k')
  await chat.page.getByRole('combobox').fill(laterTexts.palette.actions.usage)
  await chat.page.keyboard.press('Enter')
  const dialog = chat.page.getByRole('dialog', { name: words.title })
  await expect(dialog.getByRole('status')).toContainText(words.replies(2))
  await expect(dialog.getByRole('row', { name: models.echo })).toContainText('€')
  await expect(dialog.getByRole('row', { name: models.words })).toContainText(words.noPrice)
  const plot = dialog.getByRole('slider', { name: words.plot(30) })
  await expect(plot).toHaveAttribute('aria-valuetext', new RegExp(words.replies(2)))
  await plot.press('ArrowLeft')
  await expect(plot).toHaveAttribute('aria-valuetext', new RegExp(words.nothing))
  await plot.press('End')
  await dialog.getByRole('combobox', { name: words.model }).selectOption({ label: models.echo })
  await expect(dialog.getByRole('status')).toContainText(words.replies(1))
  await dialog.getByText(words.periods(7)).click()
  await expect(dialog.getByRole('slider', { name: words.plot(7) })).toHaveAttribute('aria-valuemax', '7')
  await expectAccessible(chat.page, 'the usage')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

  test('no barriers: nothing used yet, then the details of a reply and the usage from the settings', async ({
    client,
    openTab,
    startServer,
  }) => {
    const server = await startServer(prices)
    const chat = await openTab(client, server)
    const dialog = chat.page.getByRole('dialog', { name: words.title })
    const openUsage = async () => {
      await chat.page.getByRole('button', { name: texts.sidebar.open }).click()
      await chat.page.getByRole('button', { name: texts.settings.open, exact: true }).click()
      await chat.page.getByRole('button', { name: laterTexts.settings.usageOpen }).click()
    }
    await chat.open()
    await openUsage()
    await expect(dialog.getByText(words.empty)).toBeVisible()
    await dialog.getByRole('button', { name: texts.actions.close }).click()
    await expect(dialog).toHaveCount(0)

    const { conversationId } = await ask(server.client, 'Hello', { modelId: 'demo' })
    await readReply(server.client, conversationId)
    await chat.open(conversationId)
    await chat.lastReply.getByRole('button', { name: texts.actions.details }).click()
    await expect(chat.lastReply.locator('.reply-details')).toContainText(words.written)
    await expectAccessible(chat.page, 'the details of a reply, on a phone')
    await openUsage()
    await expect(dialog.getByRole('status')).toContainText(words.replies(1))
    await dialog.getByText(words.byDay).click()
    await expectAccessible(chat.page, 'the usage, on a phone')
    const overflow = await dialog
      .locator('.dialog-body')
      .evaluate((element) => element.scrollWidth - element.clientWidth)
    expect(overflow).toBe(0)
  })
})
