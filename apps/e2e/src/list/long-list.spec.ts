import { seedDataDir } from '@livetype/api/test-support'
import { makeId } from '@livetype/protocol'
import { texts } from '@livetype/ui'
import type { Page } from '@playwright/test'
import type { ChatPage } from '../stage/chat-page.ts'
import { expect, test } from '../stage/test.ts'

const total = 10_000
const hourMs = 3_600_000

/** Stands at the end of the list, and reads on until there is nothing more. */
async function scrollToTheEnd(page: Page): Promise<void> {
  await page.locator('nav.conversations').evaluate(async (list) => {
    const rowCount = () =>
      [...list.querySelectorAll<HTMLElement>('[data-group]')].reduce(
        (sum, { dataset }) => sum + Number(dataset.rows),
        0,
      )
    const endAt = performance.now() + 90_000
    while (rowCount() < 10_000 && performance.now() < endAt) {
      list.scrollTop = list.scrollHeight
      await new Promise(requestAnimationFrame)
    }
    list.scrollTop = list.scrollHeight
  })
}

/** Milliseconds of the longest task of the page while `work` was done. */
async function longestTask(page: Page, work: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const tasks: number[] = []
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({
      type: 'longtask',
    })
    Object.assign(window, { tasks })
  })
  await work()
  return page.evaluate(() => Math.max(0, ...((window as unknown as { tasks?: number[] }).tasks ?? [])))
}

test('[LIST1] of ten thousand conversations those in sight are drawn, and all can be reached', async ({
  client,
  startServer,
  openTab,
}, testInfo) => {
  test.setTimeout(180_000)
  let ids: readonly string[] = []
  const server = await startServer({}, async (dataDir) => {
    ids = await seedDataDir(dataDir, { total, newestAt: Date.now(), stepMs: hourMs })
  })
  const chat: ChatPage = await openTab(client, server)
  const { page } = chat
  const note = (what: string, value: number) => testInfo.annotations.push({ type: what, description: value.toFixed(0) })
  const [newest = '', second = ''] = ids
  const oldest = ids.at(-1) ?? ''
  const row = (id: string) => chat.listed(id)

  const begun = Date.now()
  await chat.open()
  await expect(row(newest)).toBeVisible()
  note('first paint of the list, ms', Date.now() - begun)
  expect(await page.locator('[data-conversation-id]').count()).toBeLessThan(150)

  const readAt = Date.now()
  const longest = await longestTask(page, () => scrollToTheEnd(page))
  note('reading and scrolling to the end, ms', Date.now() - readAt)
  note('longest task meanwhile, ms', longest)
  await expect(row(oldest)).toBeInViewport()
  expect(await page.locator('[data-conversation-id]').count()).toBeLessThan(150)
  note('elements in the page', await page.locator('*').count())

  // A rename far down, and a title that is told from elsewhere.
  await row(oldest).getByRole('button').click()
  await page.getByRole('menuitem', { name: texts.sidebar.rename }).click()
  await page.getByRole('textbox', { name: texts.sidebar.renameLabel }).fill('The very first')
  await page.keyboard.press('Enter')
  await expect(row(oldest)).toContainText('The very first')
  await expect(row(oldest).getByRole('link')).toBeFocused()

  // What has the focus stays, and the others go.
  await page.locator('nav.conversations').evaluate((list) => list.scrollTo({ top: 0 }))
  await expect(row(second)).toBeVisible()
  await expect(row(oldest).getByRole('link')).toBeFocused()

  const typing = await longestTask(page, async () => {
    await row(newest).getByRole('link').click()
    await chat.send('/long')
    await chat.expectEnd('completed')
  })
  note('longest task while a reply is typed beside ten thousand, ms', typing)

  // An old one that is used elsewhere comes to the top, also where its row was never read.
  await chat.open()
  const deep = ids[5_000] ?? ''
  await server.client.message.send.mutate({
    conversationId: deep,
    messageId: makeId(),
    replyId: makeId(),
    parentId: `${deep}-question`,
    text: 'Again',
  })
  await expect(row(deep)).toBeInViewport()
  await server.client.conversation.rename.mutate({ conversationId: ids[7_000] ?? '', title: 'Not in sight' })
  await chat.open(ids[7_000])
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not in sight')
  await server.client.conversation.rename.mutate({ conversationId: ids[7_000] ?? '', title: 'Still known' })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Still known')
})

test('[LIST1] a restart of the server keeps what was loaded, and older ones can be read on', async ({
  client,
  startServer,
  openTab,
  problems,
}) => {
  problems.allow(/net::ERR_|Failed to load resource|WebSocket/)
  let ids: readonly string[] = []
  const server = await startServer({}, async (dataDir) => {
    ids = await seedDataDir(dataDir, { total: 300, newestAt: Date.now(), stepMs: hourMs })
  })
  const chat = await openTab(client, server)
  await chat.open()
  const list = chat.page.locator('nav.conversations')
  const rowCount = () =>
    list.evaluate((element) =>
      [...element.querySelectorAll<HTMLElement>('[data-group]')].reduce(
        (sum, { dataset }) => sum + Number(dataset.rows),
        0,
      ),
    )
  await expect.poll(rowCount).toBeGreaterThanOrEqual(50)
  await expect(async () => {
    await list.evaluate((element) => element.scrollTo({ top: element.scrollHeight }))
    expect(await rowCount()).toBeGreaterThanOrEqual(150)
  }).toPass()
  const before = await rowCount()
  const place = await list.evaluate((element) => element.scrollTop)
  await server.kill()
  await server.restart()
  await server.client.conversation.rename.mutate({ conversationId: ids[0] ?? '', title: 'After the restart' })
  await list.evaluate((element) => element.scrollTo({ top: 0 }))
  await expect(chat.listed(ids[0] ?? '')).toContainText('After the restart')
  expect(await rowCount()).toBeGreaterThanOrEqual(before)
  await list.evaluate((element, top) => element.scrollTo({ top }), place)
  await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBe(place)
})
