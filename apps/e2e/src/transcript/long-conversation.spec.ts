import { makeId } from '@livetype/protocol'
import { texts } from '@livetype/ui'
import type { ChatPage } from '../stage/chat-page.ts'
import { beginEdit, editField, versionsOf } from '../stage/versions.ts'
import { expect, longConversation as test } from './long-conversation.ts'

test.use({ viewport: { width: 1000, height: 700 } })

/** What is drawn of a conversation is a matter of the view, not of the conversation. */
const maxRows = 60

const rowCount = (chat: ChatPage) => chat.page.locator('.message-row').count()
const message = (chat: ChatPage, id: string | undefined) => chat.page.locator(`[data-message-id="${id}"]`)
const distanceToEnd = (chat: ChatPage) =>
  chat.transcript.evaluate((element) => element.scrollHeight - element.clientHeight - element.scrollTop)
const topOf = (chat: ChatPage, id: string | undefined) =>
  message(chat, id).evaluate((element) => element.getBoundingClientRect().top)

/** The first message of which something is in sight, and where it begins. */
function firstInSight(chat: ChatPage): Promise<{ id: string; top: number }> {
  return chat.transcript.evaluate((scroller) => {
    const edge = scroller.getBoundingClientRect().top
    for (const element of scroller.querySelectorAll<HTMLElement>('[data-message-id]')) {
      const { top, bottom } = element.getBoundingClientRect()
      if (bottom > edge + 1) return { id: element.dataset.messageId ?? '', top }
    }
    return { id: '', top: 0 }
  })
}

/** Scrolls as far as that many pixels, in the middle of the conversation, and lets all sizes be told. */
async function scrollTo(chat: ChatPage, top: number): Promise<void> {
  await chat.transcript.evaluate(async (scroller, to) => {
    scroller.scrollTop = to
    for (let frame = 0; frame < 6; frame += 1) await new Promise(requestAnimationFrame)
  }, top)
  // Whoever jumps comes to what is yet to be read.
  await expect(chat.page.locator('.message-unread')).toHaveCount(0)
}

test('[VIEW1] of ten thousand messages those in sight are drawn: the end, the beginning, any place', async ({
  openLong,
}, testInfo) => {
  test.setTimeout(120_000)
  const { chat, seeded } = await openLong({ messageCount: 10_000 })
  const { page } = chat
  const begun = Date.now()
  await chat.open(seeded.conversationId)
  await expect(message(chat, seeded.path.at(-1))).toBeInViewport()
  testInfo.annotations.push({ type: 'opened after, ms', description: String(Date.now() - begun) })
  await expect.poll(() => distanceToEnd(chat)).toBeLessThanOrEqual(2)
  expect(await rowCount(chat)).toBeLessThan(maxRows)
  testInfo.annotations.push({ type: 'elements', description: String(await page.locator('*').count()) })

  await chat.transcript.focus()
  await page.keyboard.press('Home')
  await expect(message(chat, seeded.path[0])).toBeInViewport()
  await expect.poll(() => chat.transcript.evaluate((element) => element.scrollTop)).toBe(0)
  await expect(chat.jumpToLatest).toBeVisible()
  expect(await rowCount(chat)).toBeLessThan(maxRows)

  await scrollTo(chat, (await chat.transcript.evaluate((element) => element.scrollHeight)) / 2)
  const middle = await firstInSight(chat)
  const place = seeded.path.indexOf(middle.id)
  expect(place).toBeGreaterThan(2_000)
  expect(place).toBeLessThan(8_000)
  await expect(message(chat, middle.id)).toContainText(`${place % 2 === 0 ? 'Question' : 'Answer'} ${place}.`)

  await page.keyboard.press('End')
  await expect(message(chat, seeded.path.at(-1))).toBeInViewport()
  await expect.poll(() => distanceToEnd(chat)).toBeLessThanOrEqual(2)
  await expect(chat.jumpToLatest).not.toBeVisible()
  expect(await rowCount(chat)).toBeLessThan(maxRows)
})

test('[VIEW2] scrolling up never jumps, and a reload comes back to what was read', async ({ openLong }) => {
  const { chat, seeded } = await openLong({ messageCount: 2_000, versionEvery: 3 })
  await chat.open(seeded.conversationId)
  await expect(message(chat, seeded.path.at(-1))).toBeInViewport()
  await scrollTo(chat, (await chat.transcript.evaluate((element) => element.scrollHeight)) / 2)

  // Frame by frame upward through rows that were never measured: each frame moves what is read by its step alone.
  const worst = await chat.transcript.evaluate(async (scroller) => {
    const step = 90
    let largest = 0
    const edge = scroller.getBoundingClientRect().top + 250
    for (let frame = 0; frame < 120; frame += 1) {
      const rows = [...scroller.querySelectorAll('.message-row')]
      const read = rows.find((row) => row.getBoundingClientRect().bottom > edge)
      if (!read) return Number.POSITIVE_INFINITY
      const before = read.getBoundingClientRect().top
      scroller.scrollTop -= step
      await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
      largest = Math.max(largest, Math.abs(read.getBoundingClientRect().top - before - step))
    }
    return largest
  })
  expect(worst).toBeLessThanOrEqual(1.5)

  await chat.transcript.hover()
  for (let count = 0; count < 8; count += 1) await chat.page.mouse.wheel(0, -700)
  await chat.transcript.evaluate(async (element) => {
    // A wheel scrolls smoothly, and what was guessed wrong is put right once it rests.
    let last = Number.NaN
    while (element.scrollTop !== last) {
      last = element.scrollTop
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  })
  const read = await firstInSight(chat)
  await chat.page.reload()
  await expect(message(chat, read.id)).toBeInViewport()
  await expect.poll(async () => Math.abs((await topOf(chat, read.id)) - read.top)).toBeLessThanOrEqual(2)
  await expect(chat.jumpToLatest).toBeVisible()
  // From another conversation too.
  await chat.page.getByRole('link', { name: texts.sidebar.newConversation }).first().click()
  await chat.listed(seeded.conversationId).getByRole('link').click()
  await expect.poll(async () => Math.abs((await topOf(chat, read.id)) - read.top)).toBeLessThanOrEqual(2)
})

test('[VIEW1] what is being written and what has the focus stay, and a live reply is followed at the end', async ({
  openLong,
}) => {
  const { chat, seeded } = await openLong({ messageCount: 2_000 })
  await chat.open(seeded.conversationId)
  const question = message(chat, seeded.path.at(-2))
  await expect(question).toBeVisible()
  const field = await beginEdit(chat, question)
  await field.pressSequentially(' And more')
  await scrollTo(chat, 100_000)
  await expect(question).not.toBeInViewport()
  await expect(editField(chat)).toBeFocused()
  await field.pressSequentially(' to come')
  await expect(field).toHaveValue(/ And more to come$/)
  await field.press('Escape')
  await expect(question.getByRole('button', { name: texts.actions.edit, exact: true })).toBeFocused()

  await chat.send('And the end?')
  await chat.expectEnd('completed')
  await expect(chat.lastReply).toBeInViewport()
  await expect.poll(() => distanceToEnd(chat)).toBeLessThanOrEqual(2)
  expect(await rowCount(chat)).toBeLessThan(maxRows)
})

test('[VIEW3] versions in a tree of two thousand: who chooses stays, who follows is at the end, who reads is left alone', async ({
  openLong,
  openTab,
  client,
}) => {
  test.slow()
  const { chat, seeded, server } = await openLong({ messageCount: 2_000, versionEvery: 3 })
  const following = await openTab(client, server)
  const reading = await openTab(client, server)
  for (const tab of [chat, following, reading]) {
    await tab.open(seeded.conversationId)
    await expect(message(tab, seeded.path.at(-1))).toBeVisible()
  }
  // The last answer with versions, and one far above it that the third tab reads.
  const earlier = seeded.versions.at(-1) ?? ''
  const answer = earlier.replace('-earlier', '')
  const above = seeded.path[1_000] ?? ''
  await reading.page.goto(`${server.url}${client.path}c/${seeded.conversationId}?message=${above}`)
  await expect(message(reading, above)).toBeInViewport()
  await expect(message(reading, above)).toBeFocused()
  await expect(reading.page).toHaveURL(/\/c\/[\w-]+$/)
  const top = await topOf(reading, above)

  const { previous, expectPlace } = versionsOf(message(chat, answer))
  const other = versionsOf(message(chat, earlier))
  await previous.scrollIntoViewIfNeeded()
  await previous.focus()
  await chat.page.keyboard.press('Enter')
  await other.expectPlace(1, 2)
  await expect(other.previous).toBeFocused()
  await expect(other.previous).toBeInViewport()
  await expect(message(following, earlier)).toBeInViewport()
  await expect.poll(() => distanceToEnd(following)).toBeLessThanOrEqual(2)
  expect(Math.abs((await topOf(reading, above)) - top)).toBeLessThanOrEqual(2)

  await chat.page.keyboard.press('ArrowRight')
  await expectPlace(2, 2)
  await expect(previous).toBeFocused()
  await expect(message(following, seeded.path.at(-1))).toBeInViewport()
  await expect.poll(() => distanceToEnd(following)).toBeLessThanOrEqual(2)
  expect(Math.abs((await topOf(reading, above)) - top)).toBeLessThanOrEqual(2)
})

test('[VIEW2] an address names a message, also one on another branch', async ({ openLong, client, problems }) => {
  const { chat, seeded, server } = await openLong({ messageCount: 600, versionEvery: 10 })
  const address = (id: string) => `${server.url}${client.path}c/${seeded.conversationId}?message=${id}`
  const earlier = seeded.versions[4] ?? ''
  await chat.page.goto(address(earlier))
  await expect(message(chat, earlier)).toBeInViewport()
  await expect(message(chat, earlier)).toBeFocused()
  await expect(message(chat, earlier)).toHaveAttribute('data-pointed-out')
  await versionsOf(message(chat, earlier)).expectPlace(1, 2)
  await expect(chat.page).toHaveURL(/\/c\/[\w-]+$/)
  await expect(message(chat, earlier)).not.toHaveAttribute('data-pointed-out')

  problems.allow(/status of 40/)
  await chat.page.goto(address(makeId()))
  await expect(chat.page.getByText(texts.errors.chooseBranchFailed)).toBeVisible()
  await expect(chat.page).toHaveURL(/\/c\/[\w-]+$/)
})

test.describe('phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

  test('[VIEW1] on a phone too', async ({ openLong }) => {
    const { chat, seeded } = await openLong({ messageCount: 2_000 })
    await chat.open(seeded.conversationId)
    await expect(message(chat, seeded.path.at(-1))).toBeInViewport()
    await scrollTo(chat, 50_000)
    const before = await firstInSight(chat)
    await scrollTo(chat, (await chat.transcript.evaluate((element) => element.scrollTop)) - 400)
    expect(Math.abs((await topOf(chat, before.id)) - before.top - 400)).toBeLessThanOrEqual(2)
    expect(await rowCount(chat)).toBeLessThan(maxRows)
    const overflow = await chat.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBeLessThanOrEqual(0)
    await chat.jumpToLatest.tap()
    await expect(message(chat, seeded.path.at(-1))).toBeInViewport()
  })
})
