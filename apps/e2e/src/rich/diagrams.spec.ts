import { laterTexts } from '@livetype/ui/later'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { cutNetwork } from '../stage/problem-watch.ts'
import { expect, test } from '../stage/test.ts'

const fence = (source: string) => `\`\`\`mermaid\n${source}\n\`\`\``
const words = laterTexts.rich.diagram
const flow = 'flowchart TD\n  accTitle: From wish to shop\n  A[A <b>wish</b>] -->|"so"| B{Money?}\n  B --> C[Shop]'
const paragraphs = (name: string) => Array.from({ length: 30 }, (_, index) => `${name} ${index}.`).join('\n\n')

test('[DIAGRAM1] a diagram is drawn when its source is whole and near, without moving what is read', async ({
  chat,
}) => {
  const { page } = chat
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const gate = Promise.withResolvers<void>()
  await page.route('**/sandbox/diagram.html', async (route) => {
    await gate.promise
    await route.continue()
  })
  const ofDiagrams = () => asked.filter((path) => path.startsWith('/sandbox/'))
  await chat.open()
  await chat.send(`Not closed:\n\n${fence(flow).slice(0, -4)}`)
  await chat.expectEnd('completed')
  await expect(chat.lastProse.locator('pre')).toContainText('flowchart TD')
  await chat.send([paragraphs('Before'), fence(flow), paragraphs('After')].join('\n\n'))
  await chat.expectEnd('completed')
  const block = chat.lastProse.locator('.code-block')
  await expect(block.getByRole('button', { name: laterTexts.code.wrap })).toBeAttached()
  // It is further away than a view is high.
  expect(ofDiagrams()).toEqual([])
  await expect(page.locator('iframe')).toHaveCount(0)

  const read = chat.lastProse.getByText('After 4.', { exact: true })
  await read.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  const place = () => read.evaluate((element) => element.getBoundingClientRect().top)
  await expect.poll(ofDiagrams).toEqual(['/sandbox/diagram.html'])
  const before = await place()
  const height = () => block.evaluate((element) => element.getBoundingClientRect().height)
  const sourceHeight = await height()
  gate.resolve()
  const picture = block.getByRole('img', { name: `${words.kinds.flowchart}: From wish to shop` })
  await expect(picture).toBeAttached()
  await expect.poll(height).toBeGreaterThan(sourceHeight + 50)
  await expect.poll(async () => Math.abs((await place()) - before)).toBeLessThanOrEqual(1)

  await picture.scrollIntoViewIfNeeded()
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100)
  expect(await picture.getAttribute('src')).toMatch(/^data:image\/svg\+xml/)
  expect(ofDiagrams().length).toBeGreaterThan(3)
  await expectAccessible(page, 'with a diagram')

  const turn = block.getByRole('button', { name: words.source })
  await expect(turn).toHaveAttribute('aria-pressed', 'false')
  const saved = page.waitForEvent('download')
  await block.getByRole('button', { name: words.download }).click()
  expect((await saved).suggestedFilename()).toBe('diagram.png')
  await turn.press('Enter')
  await expect(block.locator('pre')).toHaveText(flow)
  await expect(turn).toBeFocused()
  await expect(turn).toHaveAttribute('aria-pressed', 'true')
  await turn.press('Enter')
  await expect(picture).toBeVisible()

  const light = await picture.getAttribute('src')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(picture).not.toHaveAttribute('src', light ?? '')
  await expectAccessible(page, 'with a diagram in the dark')
})

test('[DIAGRAM1] where no picture comes the source stays and says why; it is tried again, and a large one is asked for', async ({
  chat,
  problems,
}) => {
  const { page } = chat
  problems.allow(cutNetwork)
  await page.route('**/sandbox/diagram.html', (route) => route.abort())
  await chat.open()
  const large = `flowchart LR\n${Array.from({ length: 160 }, (_, index) => `  N${index} --> N${(index * 7) % 5}`).join('\n')}`
  await chat.send(
    ['Look:', fence(large), fence('pie\n "a" : 1'), fence('flowchart TD\n  A[not closed --> B')].join('\n\n'),
  )
  await chat.expectEnd('completed')
  const blocks = chat.lastProse.locator('.code-block')
  const notes = chat.lastProse.locator('.diagram-note')
  const failed = `${words.failed} ${words.draw}`
  await expect(notes).toHaveText([`${words.large} ${words.draw}`, failed, failed])
  await expect(blocks.locator('pre')).toHaveCount(3)

  await page.unroute('**/sandbox/diagram.html')
  await blocks.nth(1).getByRole('button', { name: words.draw }).click()
  await expect(blocks.nth(1).getByRole('img', { name: words.kinds.pie })).toBeVisible()
  await blocks.nth(2).getByRole('button', { name: words.source }).click()
  await expect(notes.last()).toHaveText(words.unreadable('Parse error on line 3'))
  await expect(blocks.nth(2).locator('pre')).toContainText('not closed')
  await expect(blocks.nth(2).getByRole('button', { name: words.source })).toHaveCount(0)

  await expect(blocks.nth(0).locator('pre')).toBeAttached()
  await expect(blocks.nth(0).getByRole('button', { name: words.source })).toHaveAttribute('aria-pressed', 'true')
  await blocks.nth(0).getByRole('button', { name: words.draw }).click()
  await expect(blocks.nth(0).getByRole('img', { name: words.kinds.flowchart })).toBeVisible({ timeout: 30_000 })
  await expect(notes).toHaveCount(1)
  await page.setViewportSize({ width: 360, height: 740 })
  const widths = await blocks
    .nth(0)
    .locator('.diagram')
    .evaluate((element) => ({
      page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      diagram: element.scrollWidth - element.clientWidth,
    }))
  expect(widths.page).toBe(0)
  expect(widths.diagram).toBeGreaterThan(0)
  await expectAccessible(page, 'with diagrams that did not come')
})
