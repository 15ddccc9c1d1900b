import { withSingleSpaces } from '../stage/chat-page.ts'
import { seededRandom } from '../stage/random.ts'
import { recordReplies } from '../stage/reply-recorder.ts'
import { expect, test } from '../stage/test.ts'

test('[RUN2] reload in mid-reply: the text is there at once and typing goes on to the same end', async ({
  chat,
  server,
}) => {
  const recorded = await recordReplies(chat.page)
  await chat.open()
  await chat.send('[[mock-words:500;delay=10]]')
  await expect.poll(() => chat.shownText()).toMatch(/lamp burning/)
  const before = await chat.shownText()
  await chat.page.reload()
  await expect(chat.lastProse.first()).not.toBeEmpty()
  const { firstText } = await recorded()
  expect(withSingleSpaces(firstText).length).toBeGreaterThanOrEqual(before.length)

  await chat.expectEnd('completed')
  const { stepCount, hasShrunk } = await recorded()
  expect(hasShrunk).toBe(false)
  expect(stepCount).toBeGreaterThan(3)
  expect(await chat.shownText()).toBe(withSingleSpaces(await server.lastText(await chat.conversationId())))
})

test('[RUN2] a reply goes on while no tab is open, and its address opens it', async ({
  chat,
  server,
  openTab,
  client,
}) => {
  await chat.open()
  await chat.send('[[mock-words:300;delay=5]]')
  await expect(chat.lastProse.first()).toContainText('The river')
  const conversationId = await chat.conversationId()
  await chat.page.close()
  const runningCount = async () =>
    (await server.client.conversation.get.query({ conversationId })).conversation.runningCount
  await expect.poll(runningCount).toBe(0)

  const later = await openTab(client)
  await later.open(conversationId)
  await later.expectEnd('completed')
  expect(await later.shownText()).toBe(withSingleSpaces(await server.lastText(conversationId)))
})

test('[STORE1] ten reloads at random moments of a reply: not a word is lost, repeated or taken back', {
  tag: '@transports',
}, async ({ chat, server }) => {
  test.slow()
  const seed = Date.now() % 1_000_000
  test.info().annotations.push({ type: 'seed', description: String(seed) })
  process.stdout.write(`ten reloads, seed ${seed}\n`)
  const random = seededRandom(seed)
  await chat.open()
  await chat.send('[[mock-words:1200;delay=8]]')
  const conversationId = await chat.conversationId()
  let shown = ''
  for (let count = 0; count < 10; count += 1) {
    // From in the middle of loading up to some sentences later.
    const wanted = random() < 0.2 ? 0 : shown.length + Math.floor(random() * 400)
    if (wanted > 0) await expect.poll(async () => (await chat.shownText()).length).toBeGreaterThanOrEqual(wanted)
    const before = await chat.shownText()
    expect(before.startsWith(shown) || before === '').toBe(true)
    if (before !== '') shown = before
    await chat.page.reload()
  }
  await chat.expectEnd('completed')
  await expect(chat.connection).toBeEmpty()
  const text = await chat.shownText()
  expect(text.slice(0, shown.length)).toBe(shown)
  expect(text).toBe(withSingleSpaces(await server.lastText(conversationId)))
  await expect(chat.replies).toHaveCount(1)
})
