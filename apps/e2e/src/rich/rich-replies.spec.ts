import { laterTexts } from '@livetype/ui/later'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { expect, test } from '../stage/test.ts'

const reply = [
  'The root $\\sqrt{x_1}$ costs $5 or $10, and \\(\\pmb{y}\\) too.[^1]',
  '',
  '$$',
  '\\begin{aligned} a &= b \\\\',
  '- c &= \\frac{d}{e} \\end{aligned}',
  '$$',
  '',
  'Not this: $\\frac{1$ and \\(\\href{javascript:alert(1)}{x} \\includegraphics{https://example.com/x.png}\\).',
  '',
  '[^1]: As far as **known**.',
].join('\n')

test('[RICH1] formulas are drawn, prices are not, and a message is copied as it was written', async ({
  chat,
  server,
}) => {
  await chat.open()
  await chat.send(reply)
  await chat.expectEnd('completed')
  const prose = chat.lastProse
  await expect(prose.locator('.katex')).toHaveCount(4)
  await expect(prose.locator('.katex math').first()).toBeAttached()
  await expect(prose).toContainText('costs $5 or $10, and')
  const block = prose.getByRole('group', { name: laterTexts.rich.formula.label })
  await expect(block.locator('.katex-display')).toBeVisible()
  // The library's own styles and fonts came with it.
  await expect(prose.locator('.katex-mathml').first()).toHaveCSS('position', 'absolute')
  await expect.poll(() => chat.page.evaluate(() => document.fonts.check('1em KaTeX_Math'))).toBe(true)
  await expect(prose.locator('.math-source')).toHaveText('$\\frac{1$')
  await expect(prose).toContainText(laterTexts.rich.formula.unreadable)
  await expect(prose.locator('.katex a, .katex img')).toHaveCount(0)
  expect(await server.lastText(await chat.conversationId())).toBe(`You said: ${reply}`)
  await expectAccessible(chat.page, 'with formulas')
})

test('[RICH2] a footnote is led to from its mark, and back', async ({ chat }) => {
  await chat.open()
  await chat.send(reply)
  await chat.expectEnd('completed')
  const mark = chat.lastProse.getByRole('link', { name: 'Footnote 1' })
  await mark.press('Enter')
  const note = chat.lastProse.getByRole('note', { name: 'Footnote 1' })
  await expect(note).toBeFocused()
  await expect(note).toContainText('As far as known.')
  expect(await mark.getAttribute('href')).toBe(`#${await note.getAttribute('id')}`)
  await note.getByRole('button', { name: 'Back to the text' }).press('Enter')
  await expect(mark).toBeFocused()
  expect(new URL(chat.page.url()).hash).toBe('')
})

test('[RICH3] a table is copied as markdown and as values, and scrolls within itself', async ({ chat }) => {
  await chat.page.setViewportSize({ width: 360, height: 800 })
  await chat.open()
  const wide = 'unbreakable_words_in_a_row'
  await chat.send(`Look:\n\n| a | ${wide} | c |\n|---|--:|---|\n| **=1+1** | x, "y" | ${wide} |`)
  await chat.expectEnd('completed')
  const clipboard = () => chat.page.evaluate(() => navigator.clipboard.readText())
  const button = chat.lastProse.getByRole('button', { name: laterTexts.rich.table.copy })
  await button.click()
  await chat.page.getByRole('menuitem', { name: laterTexts.rich.table.csv }).click()
  await expect.poll(clipboard).toBe(`a,${wide},c\r\n'=1+1,"x, ""y""",${wide}\r\n`)
  await expect(button).toBeFocused()
  await button.press('Enter')
  await chat.page.getByRole('menuitem', { name: laterTexts.rich.table.markdown }).press('Enter')
  await expect.poll(clipboard).toContain('| **=1+1** | x, "y" |')
  const widths = await chat.lastProse.locator('.table-scroll').evaluate((element) => ({
    page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    table: element.scrollWidth - element.clientWidth,
  }))
  expect(widths.page).toBe(0)
  expect(widths.table).toBeGreaterThan(0)
})
