import { texts } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { expect, test } from '../stage/test.ts'
import { startImageHost } from './image-host.ts'

const words = laterTexts.rich.image
const paragraphs = (name: string) => Array.from({ length: 30 }, (_, index) => `${name} ${index}.`).join('\n\n')

test('[IMAGE1] an image is loaded by a press, in its place and without a trace of the page, and by nothing else', async ({
  chat,
  context,
  problems,
}) => {
  const { page } = chat
  // Of the image that is not there at first.
  problems.allow(/status of 404/)
  await using host = await startImageHost()
  await context.addCookies([
    { name: 'known', value: 'yes', domain: '127.0.0.1', path: '/', sameSite: 'None', secure: true },
    { name: 'strict', value: 'yes', domain: '127.0.0.1', path: '/', sameSite: 'Lax' },
  ])
  await chat.open()
  await chat.send(
    [
      `Look: ![A cat](${host.origin}/cat.svg) and ![a dog](${host.origin}/none.svg)`,
      `[![in a link](${host.origin}/link.svg)](https://example.org/) and ![ours](/files/a.png)`,
      paragraphs('Before'),
      `![slow](${host.origin}/slow.svg)`,
      paragraphs('After'),
    ].join('\n\n'),
  )
  await chat.expectEnd('completed')
  const loaders = chat.lastProse.locator('.image-loader')
  const first = loaders.nth(0)
  const press = first.getByRole('button')
  await expect(press).toHaveText(words.load)
  await expect(press).toHaveAccessibleName(new RegExp(`^${words.load} ${texts.image.notLoaded('A cat')}`))
  // What stands in a link is no link of its own, and an address of this server no image of another.
  await expect(loaders).toHaveCount(3)
  await press.scrollIntoViewIfNeeded()
  await press.hover()
  await expect(page.locator('iframe')).toHaveCount(0)
  expect(host.asked).toEqual([])

  await press.focus()
  await page.keyboard.press('Enter')
  const frame = first.locator('iframe')
  await expect(first).toHaveAttribute('data-state', 'shown')
  await expect(frame).toHaveAccessibleName(new RegExp(texts.image.notLoaded('A cat')))
  await expect.poll(() => frame.evaluate((element) => [element.clientWidth, element.clientHeight])).toEqual([400, 300])
  const drawn = first.frameLocator('iframe').getByRole('img', { name: /A cat/ })
  expect(await drawn.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(400)
  expect(host.asked.map(({ path }) => path)).toEqual(['/cat.svg'])
  for (const { headers } of host.asked) {
    expect(headers.cookie).toBeUndefined()
    expect(headers.referer).toBeUndefined()
  }
  await expect(press).toBeFocused()
  await expect(press).toHaveText(words.hide)
  await expectAccessible(page, 'with an image')
  await page.setViewportSize({ width: 360, height: 400 })
  const fit = await frame.evaluate((element) => ({
    ratio: element.clientWidth / element.clientHeight,
    isInView: element.clientHeight <= 0.7 * window.innerHeight,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }))
  expect(fit).toEqual({ ratio: expect.closeTo(4 / 3, 1), isInView: true, overflow: 0 })
  await page.setViewportSize({ width: 1280, height: 720 })
  await press.click()
  await expect(frame).toHaveCount(0)
  await expect(press).toHaveText(words.load)

  const broken = loaders.nth(1)
  await broken.getByRole('button').click()
  await expect(broken.getByRole('alert')).toHaveText(words.failed)
  await expect(broken.getByRole('button')).toBeFocused()
  await broken.getByRole('button', { name: laterTexts.data.retry }).click()
  await expect(broken).toHaveAttribute('data-state', 'shown')

  await loaders.nth(2).getByRole('button').click()
  await expect.poll(() => host.asked.at(-1)?.path).toBe('/slow.svg')
  const read = chat.lastProse.getByText('After 9.', { exact: true })
  await read.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  const place = () => read.evaluate((element) => Math.round(element.getBoundingClientRect().top))
  const before = await place()
  host.release()
  await expect(loaders.nth(2)).toHaveAttribute('data-state', 'shown')
  await expect.poll(() => loaders.nth(2).evaluate((element) => element.querySelector('iframe')?.clientHeight)).toBe(300)
  await expect.poll(async () => Math.abs((await place()) - before)).toBeLessThanOrEqual(1)
  expect(host.asked.map(({ path }) => path)).toEqual(['/cat.svg', '/none.svg', '/none.svg', '/slow.svg'])
})
