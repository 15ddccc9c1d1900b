import { ask } from '@livetype/api/test-support'
import { texts } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import type { Locator } from '@playwright/test'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { expect, models, test } from '../stage/test.ts'

const words = laterTexts.rating
const up = (answer: Locator) => answer.getByRole('button', { name: texts.rating.up })
const down = (answer: Locator) => answer.getByRole('button', { name: texts.rating.down })

test('[FEED1] an answer is rated, with a word if one likes; live in other tabs, kept over a reload, taken back', async ({
  chat,
  client,
  openTab,
  server,
}) => {
  await chat.open()
  await chat.send('Rate me')
  await chat.expectEnd('completed')
  const conversationId = await chat.conversationId()
  const other = await openTab(client)
  await other.open(conversationId)
  await expect(down(other.lastReply)).toHaveAttribute('aria-pressed', 'false')

  await down(chat.lastReply).click()
  await expect(down(chat.lastReply)).toHaveAttribute('aria-pressed', 'true')
  await expect(down(other.lastReply)).toHaveAttribute('aria-pressed', 'true')
  await expect(chat.lastReply.getByRole('status')).toHaveText(texts.rating.given.down)
  const word = chat.lastReply.getByRole('textbox', { name: words.label.down })
  await expect(word).toBeFocused()
  await word.fill('too short')
  await word.press('Enter')
  await expect(word).toHaveCount(0)
  await expect(down(chat.lastReply)).toBeFocused()
  const rated = async () => {
    const { messages } = await server.client.conversation.get.query({ conversationId })
    const last = messages.at(-1)
    return last?.role === 'assistant' ? last.feedback : undefined
  }
  await expect.poll(rated).toEqual({ rating: 'down', comment: 'too short' })

  await other.page.reload()
  await expect(down(other.lastReply)).toHaveAttribute('aria-pressed', 'true')
  await down(other.lastReply).click()
  await expect(down(chat.lastReply)).toHaveAttribute('aria-pressed', 'false')
  await expect.poll(rated).toBeUndefined()
})

test('by keyboard: a thumb, Escape leaves the word out, the other thumb, and from the palette', async ({ chat }) => {
  await chat.open()
  await chat.send('Rate me')
  await chat.expectEnd('completed')
  await up(chat.lastReply).focus()
  await chat.page.keyboard.press('Enter')
  await expect(chat.lastReply.getByRole('textbox', { name: words.label.up })).toBeFocused()
  await chat.page.keyboard.press('Escape')
  await expect(chat.lastReply.getByRole('textbox')).toHaveCount(0)
  await expect(up(chat.lastReply)).toBeFocused()
  await expect(up(chat.lastReply)).toHaveAttribute('aria-pressed', 'true')
  await chat.page.keyboard.press('Tab')
  await chat.page.keyboard.press('Space')
  await expect(down(chat.lastReply)).toHaveAttribute('aria-pressed', 'true')
  await expect(up(chat.lastReply)).toHaveAttribute('aria-pressed', 'false')
  await expect(chat.lastReply.getByRole('textbox', { name: words.label.down })).toBeFocused()
  await chat.lastReply.getByRole('button', { name: words.skip }).click()
  await chat.page.keyboard.press('Control+k')
  await chat.page.getByRole('combobox').fill(laterTexts.palette.actions.rateGood)
  await chat.page.keyboard.press('Enter')
  await expect(up(chat.lastReply)).toHaveAttribute('aria-pressed', 'true')
})

test('a rating that is not taken is taken back with a note', async ({ chat, problems }) => {
  problems.allow(/status of 507/)
  await chat.open()
  await chat.send('Rate me')
  await chat.expectEnd('completed')
  await chat.page.route('**/trpc/message.feedback*', (route) =>
    route.fulfill({
      status: 507,
      contentType: 'application/json',
      body: JSON.stringify([
        {
          error: {
            message: 'The disk is full.',
            code: -32603,
            data: { failure: { code: 'storage-failed', message: 'The disk is full.', isRetryable: false } },
          },
        },
      ]),
    }),
  )
  await up(chat.lastReply).click()
  await expect(chat.page.getByText(texts.errors.ratingFailed)).toBeVisible()
  await expect(up(chat.lastReply)).toHaveAttribute('aria-pressed', 'false')
  await expect(chat.lastReply.getByRole('textbox')).toHaveCount(0)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

  test('no barriers: the thumbs and the form', async ({ chat, server }) => {
    const { conversationId } = await ask(server.client, 'Rate me', { modelId: models.echo })
    await chat.open(conversationId)
    await chat.expectEnd('completed')
    await up(chat.lastReply).click()
    await expect(chat.lastReply.getByRole('textbox', { name: words.label.up })).toBeVisible()
    await expectAccessible(chat.page, 'a rating with its form, on a phone')
    const overflow = await chat.transcript.evaluate((element) => element.scrollWidth - element.clientWidth)
    expect(overflow).toBe(0)
    for (const name of [words.skip, words.send]) {
      await expect(chat.lastReply.getByRole('button', { name })).toBeInViewport()
    }
  })
})
