import { texts } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import type { ChatPage } from '../stage/chat-page.ts'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { expect, longConversation as test } from './long-conversation.ts'

const words = laterTexts.find
const field = (chat: ChatPage) => chat.page.getByRole('textbox', { name: words.label })
const count = (chat: ChatPage) => chat.page.locator('.find-count')
const button = (chat: ChatPage, name: string) => chat.page.getByRole('button', { name, exact: true })
/** The text that is marked as the one that the reader stands at, while it is in sight. */
const marked = (chat: ChatPage) =>
  chat.page.evaluate(() => {
    const [range] = CSS.highlights.get('found-current') ?? []
    if (!(range instanceof Range)) return null
    const { top, bottom } = range.getBoundingClientRect()
    const view = document.querySelector('.transcript')?.getBoundingClientRect()
    return view && top >= view.top && bottom <= view.bottom ? range.toString() : 'out of sight'
  })

/** Where the reader stands: in the question, or in which block of the reply. */
const placeOfMark = (chat: ChatPage) =>
  chat.page.evaluate(() => {
    const [range] = CSS.highlights.get('found-current') ?? []
    const element = range instanceof Range ? range.startContainer.parentElement : null
    if (element?.closest('.bubble')) return 'question'
    return (
      element?.closest('.code-block')?.querySelector('.code-language')?.textContent ??
      element?.closest('p')?.textContent
    )
  })

async function openFind(chat: ChatPage): Promise<void> {
  await chat.page.keyboard.press('ControlOrMeta+f')
  await expect(field(chat)).toBeFocused()
}

test('[FIND3] all of a long conversation is searched, drawn or not, by keyboard', async ({ openLong }) => {
  test.slow()
  const { chat, seeded } = await openLong({ messageCount: 2_000 })
  const { keyboard } = chat.page
  await chat.open(seeded.conversationId)
  await expect(chat.composer).toBeFocused()
  await expect(chat.lastReply).toBeVisible()
  await openFind(chat)
  await field(chat).fill('question 777')
  await expect(count(chat)).toHaveText(words.none)
  await expect(chat.page.getByRole('status').filter({ hasText: words.none })).toHaveCount(1)

  await field(chat).fill('ANSWER 77')
  // 77, 771, 773, 775, 777, 779
  await expect(count(chat)).toHaveText(words.place(1, 6))
  await expect(chat.page.locator('[data-message-id="seeded-77"]')).toBeInViewport()
  await expect.poll(() => marked(chat)).toBe('Answer 77')
  await keyboard.press('Enter')
  await expect(count(chat)).toHaveText(words.place(2, 6))
  await expect(chat.page.locator('[data-message-id="seeded-771"]')).toBeInViewport()
  await expect.poll(() => marked(chat)).toBe('Answer 77')
  await keyboard.press('Shift+Enter')
  await keyboard.press('Shift+Enter')
  await expect(count(chat)).toHaveText(words.place(6, 6))
  await expect(chat.page.locator('[data-message-id="seeded-779"]')).toBeInViewport()
  await expect(field(chat)).toBeFocused()
  await button(chat, words.next).click()
  await expect(count(chat)).toHaveText(words.place(1, 6))
  await expectAccessible(chat.page, 'the search within a conversation')

  await keyboard.press('Escape')
  await expect(field(chat)).toHaveCount(0)
  await expect(chat.composer).toBeFocused()
  await expect(chat.page.locator('[data-message-id="seeded-77"]')).toBeInViewport()
  expect(await chat.page.evaluate(() => CSS.highlights.size)).toBe(0)
})

test('[FIND3] a reply is searched while it is written; the key again is the browser’s; the palette has it', async ({
  chat,
}) => {
  await chat.open()
  await chat.send('The lamp, please')
  await chat.expectEnd('completed')
  await chat.page.keyboard.press('ControlOrMeta+k')
  await chat.page.getByRole('combobox').fill(laterTexts.palette.actions.find)
  await chat.page.keyboard.press('Enter')
  await expect(field(chat)).toBeFocused()
  await chat.page.keyboard.type('lamp')
  await expect(count(chat)).toHaveText(words.place(1, 2))

  const isTaken = await chat.page.evaluateHandle(() => {
    const taken: boolean[] = []
    addEventListener('keydown', (event) => event.code === 'KeyF' && taken.push(event.defaultPrevented))
    return taken
  })
  await chat.page.keyboard.press('ControlOrMeta+f')
  expect(await isTaken.jsonValue()).toEqual([false])

  await chat.send('[[mock-words:300;delay=5]]')
  await expect(count(chat)).not.toHaveText(words.place(1, 2))
  await chat.expectEnd('completed')
  await button(chat, words.close).click()
  await expect(field(chat)).toHaveCount(0)
})

test('[FIND3] what a diagram or a preview stands in place of is shown while something in it is found', async ({
  chat,
}) => {
  const { page } = chat
  await chat.open()
  const diagram = '```mermaid\nflowchart TD\n  A[Harbour] --> B[Boat]\n```'
  const document = `\`\`\`html\n<h1>A harbour</h1>\n${'<p>line</p>\n'.repeat(12)}<p>The last boat</p>\n\`\`\``
  await chat.send(['Look:', diagram, document, 'Boats of a harbour'].join('\n\n'))
  await chat.expectEnd('completed')
  const blocks = chat.lastProse.locator('.code-block')
  const sources = blocks.locator('> pre')
  const picture = blocks.nth(0).getByRole('img')
  await expect(picture).toBeAttached()
  await blocks.nth(1).getByRole('button', { name: laterTexts.code.preview }).click()
  const preview = blocks.nth(1).locator('iframe')
  await expect(blocks.nth(1).locator('.code-preview')).toHaveAttribute('data-state', 'shown')
  for (const source of await sources.all()) await expect(source).toBeHidden()

  await openFind(chat)
  await field(chat).fill('last boat')
  await expect(sources.nth(1)).toBeVisible()
  await expect(sources.nth(0)).toBeHidden()
  await expect(preview).toBeVisible()
  await field(chat).fill('boat')
  for (const source of await sources.all()) await expect(source).toBeVisible()
  // The question has it three times, as it was written; what was found before is where it begins.
  const places = ['question', 'question', 'question', 'mermaid', 'html', 'Boats of a harbour']
  for (let step = 0; step < places.length; step += 1) {
    await expect(count(chat)).toHaveText(words.place(1 + ((step + 3) % places.length), places.length))
    await expect.poll(() => marked(chat)).toMatch(/^boat$/i)
    await expect.poll(() => placeOfMark(chat)).toBe(places[(step + 3) % places.length])
    await page.keyboard.press('Enter')
  }
  await expect(picture).toBeAttached()

  await page.keyboard.press('Escape')
  for (const source of await sources.all()) await expect(source).toBeHidden()
  await expect(picture).toBeVisible()
})

test.describe('phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

  test('[FIND3] on a phone the search fits', async ({ openLong }) => {
    const { chat, seeded } = await openLong({ messageCount: 300 })
    await chat.open(seeded.conversationId)
    await expect(chat.lastReply).toBeVisible()
    await openFind(chat)
    await field(chat).fill('river')
    await expect(count(chat)).not.toBeEmpty()
    for (const name of [words.previous, words.next, words.close]) {
      await expect(button(chat, name)).toBeInViewport({ ratio: 1 })
    }
    await button(chat, words.next).tap()
    await expect.poll(() => marked(chat)).toBe('river')
    const overflow = await chat.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBeLessThanOrEqual(0)
    await button(chat, words.close).tap()
    await expect(chat.page.getByRole('region', { name: texts.transcript.label })).toBeVisible()
    await expect(field(chat)).toHaveCount(0)
  })
})
