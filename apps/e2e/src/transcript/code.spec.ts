import { text } from 'node:stream/consumers'
import { laterTexts } from '@livetype/ui/later'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { expect, test } from '../stage/test.ts'

const fence = (language: string, code: string) => `\`\`\`${language}\n${code}\n\`\`\``
const typescript = 'const a = 1 /* still\nsaid */ + `b`\n\nexport function f() {}'

test('[CODE1] code is there at once, and coloured by one worker that only a page with code makes; nothing moves', async ({
  chat,
}) => {
  const { page } = chat
  const gate = Promise.withResolvers<void>()
  await page.context().route(/highlight-worker/, async (route) => {
    await gate.promise
    await route.continue()
  })
  const wanted: string[] = []
  page.context().on('request', (request) => wanted.push(request.url()))
  await chat.open()
  await chat.send('Just words')
  await chat.expectEnd('completed')
  expect(page.workers()).toHaveLength(0)
  expect(wanted.filter((url) => url.includes('highlight'))).toEqual([])

  await chat.send(
    ['Code:', fence('ts', typescript), fence('klingon', 'qapla'), fence('PY', 'def f(): pass')].join('\n\n'),
  )
  await chat.expectEnd('completed')
  const blocks = chat.lastProse.locator('.code-block')
  const code = blocks.locator('code')
  const whole = [typescript, 'qapla', 'def f(): pass']
  await expect.poll(() => code.evaluateAll((all) => all.map((one) => one.textContent))).toEqual(whole)
  await expect(code.locator('.code-line')).toHaveCount(6)
  const sizes = () => blocks.evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())))
  const plain = await sizes()

  gate.resolve()
  await expect(code.nth(0).locator('.token-keyword')).toHaveText(['const', 'export function'])
  await expect(code.nth(0).locator('.token-comment')).toHaveText(['/* still', 'said */'])
  await expect(code.nth(2).locator('.token-keyword').first()).toHaveText('def')
  await expect(code.nth(1).locator('[class^=token-]')).toHaveCount(0)
  expect(await code.evaluateAll((all) => all.map((one) => one.textContent))).toEqual(whole)
  expect(await sizes()).toEqual(plain)
  expect(page.workers()).toHaveLength(1)
  await expectAccessible(page, 'code in colours')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page, 'code in dark colours')
})

test('[CODE2] code is saved, wrapped, numbered and folded; what is beside it is in no copy', async ({ chat }) => {
  const { page } = chat
  const words = laterTexts.code
  const long = Array.from({ length: 40 }, (_, index) => `x = ${index + 1}`).join('\n')
  const wide = `print("${'wide '.repeat(100)}")`
  await chat.open()
  await chat.send(['Code:', fence('python', wide), fence('py', long)].join('\n\n'))
  await chat.expectEnd('completed')
  const [first, last] = [chat.lastProse.locator('.code-block').first(), chat.lastProse.locator('.code-block').last()]
  const button = (name: string) => last.getByRole('button', { name, exact: true })

  const saved = page.waitForEvent('download')
  await button(words.download).click()
  const file = await saved
  expect(file.suggestedFilename()).toBe('code.py')
  expect(await text(await file.createReadStream())).toBe(long)

  const wrap = first.getByRole('button', { name: words.wrap })
  const pre = first.locator('pre')
  const isWide = () => pre.evaluate((element) => element.scrollWidth > element.clientWidth)
  expect(await isWide()).toBe(true)
  await wrap.press('Enter')
  await expect(wrap).toHaveAttribute('aria-pressed', 'true')
  expect(await isWide()).toBe(false)
  await expect(first.getByRole('button', { name: words.fold })).toHaveCount(0)

  await button(words.fold).click()
  await expect(button(words.unfold(40))).toBeFocused()
  await expect(button(words.unfold(40))).toBeInViewport()
  expect(await last.evaluate((element) => element.getBoundingClientRect().height)).toBeLessThan(500)

  await page.evaluate(() => document.documentElement.setAttribute('data-line-numbers', 'on'))
  const copied = await last.locator('code').evaluate((code) => {
    getSelection()?.selectAllChildren(code)
    return getSelection()?.toString()
  })
  expect(copied).toBe(long)
  expect(await isWide()).toBe(false)
  await expectAccessible(page, 'code with its buttons and numbers')
})
