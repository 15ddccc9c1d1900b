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
