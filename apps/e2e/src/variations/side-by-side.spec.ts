import { texts } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import type { Locator } from '@playwright/test'
import type { ChatPage } from '../stage/chat-page.ts'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { cutNetwork } from '../stage/problem-watch.ts'
import { expect, modelEnvironment, models, test } from '../stage/test.ts'
import { versionsOf } from '../stage/versions.ts'

const words = laterTexts.variations

/** Lets so many models answer, all of them the first there is. */
async function compare(chat: ChatPage, count: number): Promise<Locator> {
  await chat.open()
  await chat.page.getByRole('button', { name: texts.models.compare }).click()
  const group = chat.page.getByRole('group', { name: laterTexts.comparison.label })
  for (let number = 2; number < count; number += 1) {
    await group.getByRole('button', { name: laterTexts.comparison.add }).click()
  }
  const choices = group.getByRole('combobox')
  await expect(choices).toHaveCount(count)
  for (const choice of await choices.all()) await choice.selectOption({ label: models.echo })
  return group
}

async function ask(chat: ChatPage, text: string): Promise<void> {
  await chat.composer.fill(text)
  await chat.composer.press('Enter')
}

const columns = (chat: ChatPage, count: number) => chat.page.getByRole('region', { name: words.label(count) })

test('[RUN11] three answers stand side by side, also after a reload, until one is used', async ({ chat }) => {
  const group = await compare(chat, 3)
  await group.getByRole('combobox').nth(1).selectOption({ label: models.words })
  await expectAccessible(chat.page, 'the choice of models to compare')
  await ask(chat, 'Which?')
  const row = columns(chat, 3)
  await expect(row.getByRole('article')).toHaveCount(3)
  await expect(row.locator('article[data-status="completed"]')).toHaveCount(3)
  await expect(row.getByRole('article').nth(0)).toContainText('You said: Which?')
  await expect(row.getByRole('article').nth(1)).toContainText(models.words)
  await expect(row.getByRole('article').first()).toContainText(words.leads)
  // Any of them can be rated.
  const thumb = row.getByRole('article').nth(1).getByRole('button', { name: texts.rating.up })
  await thumb.click()
  await expect(row.getByRole('textbox')).toBeFocused()
  await expectAccessible(chat.page, 'answers side by side')
  await chat.page.reload()
  await expect(thumb).toHaveAttribute('aria-pressed', 'true')
  await expect(row.locator('article[data-status="completed"]')).toHaveCount(3)
  await row.getByRole('button', { name: words.useOf(models.words, 2) }).press('Enter')
  await expect(row).toHaveCount(0)
  await expect(chat.replies).toHaveCount(1)
  await expect(chat.lastReply).toContainText(models.words)
  await expect(chat.composer).toBeFocused()
  await versionsOf(chat.lastReply).expectPlace(2, 3)
  await chat.page.reload()
  await versionsOf(chat.lastReply).expectPlace(2, 3)
})

test('[RUN11] [RUN4] each is stopped by itself, the next message goes on from the first', async ({ chat }) => {
  await compare(chat, 2)
  await ask(chat, '[[mock-stall:3]]')
  const row = columns(chat, 2)
  await expect(row.locator('article[data-status="running"] .prose')).toHaveCount(2)
  await row
    .getByRole('article')
    .nth(1)
    .getByRole('button', { name: words.stop(models.echo) })
    .click()
  await expect(row.getByRole('article').nth(1)).toHaveAttribute('data-status', 'stopped')
  await expect(row.getByRole('article').nth(0)).toHaveAttribute('data-status', 'running')
  await expect(row.locator('> [role="status"]')).toHaveText(words.stopped(models.echo))
  await chat.page.keyboard.press('Escape')
  await expect(row.locator('article[data-status="stopped"]')).toHaveCount(2)
  await ask(chat, 'Go on')
  await expect(columns(chat, 2).getByRole('article')).toHaveCount(2)
  await expect(chat.questions).toHaveCount(2)
  await expect(chat.replies).toHaveCount(3)
  await versionsOf(chat.replies.first()).expectPlace(1, 2)
})

test('[RUN11] a choice in one tab is one in the other', async ({ chat, client, openTab }) => {
  await compare(chat, 2)
  await ask(chat, 'Which?')
  await expect(columns(chat, 2).locator('article[data-status="completed"]')).toHaveCount(2)
  const other = await openTab(client)
  await other.open(await chat.conversationId())
  await expect(columns(other, 2).getByRole('article')).toHaveCount(2)
  await columns(other, 2)
    .getByRole('button', { name: words.useOf(models.echo, 2) })
    .click()
  await expect(columns(chat, 2)).toHaveCount(0)
  await versionsOf(chat.lastReply).expectPlace(2, 2)
})

test('[RUN11] [RUN5] a restart in the middle of four answers keeps all of them side by side, and each goes on', async ({
  client,
  model,
  startServer,
  openTab,
  problems,
}) => {
  problems.allow(cutNetwork)
  const server = await startServer(modelEnvironment(model))
  const chat = await openTab(client, server)
  await compare(chat, 4)
  await ask(chat, '[[mock-stall:3]]')
  const row = columns(chat, 4)
  await expect(row.locator('article[data-status="running"] .prose')).toHaveCount(4)
  await server.kill()
  await server.restart()
  await expect(row.locator('article[data-status="interrupted"]')).toHaveCount(4)
  const second = row.getByRole('article').nth(1)
  await second.getByRole('button', { name: texts.actions.continue }).click()
  await expect(second).toHaveAttribute('data-status', 'completed')
  await expect(row.getByRole('article')).toHaveCount(4)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

  test('the answers are swiped through, and the page itself is no wider than the screen', async ({ chat }) => {
    await compare(chat, 3)
    await ask(chat, 'Which?')
    const row = columns(chat, 3)
    await expect(row.locator('article[data-status="completed"]')).toHaveCount(3)
    const box = await row.getByRole('article').first().boundingBox()
    expect(box?.width).toBeGreaterThan(240)
    await row.getByRole('button', { name: words.useOf(models.echo, 3) }).scrollIntoViewIfNeeded()
    await expect(row.getByRole('article').nth(2)).toBeInViewport()
    const width = await chat.page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBe(360)
  })
})
