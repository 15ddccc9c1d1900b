import { texts } from '@livetype/ui'
import type { Page } from '@playwright/test'
import { expect, models, preferModel, test } from '../stage/test.ts'

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

test('regenerating replaces the reply by another, by the model that is chosen now', async ({ chat, server }) => {
  await chat.open()
  await chat.send('Say it again')
  await chat.expectEnd('completed')
  const firstId = await chat.lastReply.getAttribute('data-message-id')
  await chat.chooseModel(models.words)
  await chat.lastReply.getByRole('button', { name: texts.actions.regenerate }).click()
  await expect(chat.lastReply).not.toHaveAttribute('data-message-id', firstId ?? '')
  await chat.expectEnd('completed')
  await expect(chat.replies).toHaveCount(1)
  await expect(chat.lastProse).toContainText('The river was quiet')
  await expect(chat.lastReply).toContainText(models.words)
  const { messages } = await server.client.conversation.get.query({ conversationId: await chat.conversationId() })
  expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'assistant'])
})

test('every reply can be asked for again: the last one that failed where it says so', async ({ chat }) => {
  await chat.open()
  await chat.send('[[mock-unauthorized]]')
  await chat.expectEnd('failed')
  await expect(chat.lastReply.getByRole('button', { name: texts.actions.retry })).toBeVisible()
  await expect(chat.lastReply.getByRole('button', { name: texts.actions.regenerate })).toHaveCount(0)
  await chat.send('Go on')
  await expect(chat.replies).toHaveCount(2)
  await chat.expectEnd('completed')
  await expect(chat.page.getByRole('log').getByRole('button', { name: texts.actions.retry })).toHaveCount(0)
  for (const reply of await chat.replies.all()) {
    await expect(reply.getByRole('button', { name: texts.actions.regenerate })).toHaveCount(1)
  }
})

test('[RUN3] a reply that is complete carries a mark that says so, and one that failed another', async ({ chat }) => {
  await chat.open()
  await chat.send('All of it')
  await chat.expectEnd('completed')
  const mark = chat.lastReply.locator('.ended-mark')
  await expect(mark).toBeVisible()
  await expect(mark).toHaveText(texts.marks.completed)
  await chat.send('[[mock-no-finish]]')
  await expect(chat.replies).toHaveCount(2)
  await chat.expectEnd('failed')
  await expect(mark).toHaveText(texts.marks.failed)
})

test('the chosen model is remembered, in a new chat and over a reload', async ({ chat }) => {
  await chat.open()
  const current = (name: string) => chat.page.getByRole('button', { name: texts.models.current(name), exact: true })
  await expect(current(models.echo)).toBeVisible()
  await chat.chooseModel(models.words)
  await expect(current(models.words)).toBeVisible()
  await chat.page.reload()
  await expect(current(models.words)).toBeVisible()
  await chat.send('Hello')
  await chat.expectEnd('completed')
  await expect(chat.lastReply).toContainText(models.words)
})

test('a message and a reply are copied as they were written', async ({ chat, server }) => {
  await chat.open()
  await chat.send('**bold** and `code`')
  await chat.expectEnd('completed')
  await chat.lastReply.getByRole('button', { name: texts.actions.copy, exact: true }).click()
  await expect(chat.lastReply.getByRole('button', { name: texts.actions.copied })).toBeVisible()
  expect(await clipboard(chat.page)).toBe(await server.lastText(await chat.conversationId()))
  await chat.questions.getByRole('button', { name: texts.actions.copy, exact: true }).click()
  await expect.poll(() => clipboard(chat.page)).toBe('**bold** and `code`')
})

test('code blocks name their language and can be copied', async ({ chat }) => {
  await preferModel(chat, 'demo')
  await chat.open()
  await chat.send('/code')
  await chat.expectEnd('completed')
  await expect(chat.lastReply.locator('.code-language')).toHaveText(['ts', 'python', 'sql', 'bash'])
  const sql = chat.lastReply.getByRole('group', { name: texts.code.block('sql') })
  await expect(sql).toHaveText(/^SELECT word, count\(\*\) AS occurrences\n/, { useInnerText: true })
  await chat.lastReply.getByRole('button', { name: texts.actions.copyCode }).nth(2).click()
  await expect.poll(() => clipboard(chat.page)).toBe((await sql.textContent())?.trimEnd())
  await expect(chat.lastReply.locator('p code').last()).toHaveText('wordCounts("to be or not to be")')
})

test('tables have headers, rows and aligned columns', async ({ chat }) => {
  await preferModel(chat, 'demo')
  await chat.open()
  await chat.send('/table')
  await chat.expectEnd('completed')
  const bridges = chat.lastReply.getByRole('table').first()
  await expect(bridges.getByRole('columnheader')).toHaveText(['Bridge', 'City', 'Opened', 'Longest span'])
  await expect(bridges.getByRole('row')).toHaveCount(5)
  const length = bridges.getByRole('cell', { name: '1,991 m' })
  await expect(length).toHaveCSS('text-align', /right|end/)
  await expect(chat.lastReply.getByRole('table').nth(1).locator('td strong')).toHaveText('bold')
})

test('headings and lists of a long reply are headings and lists, below that of their message', async ({ chat }) => {
  await preferModel(chat, 'demo')
  await chat.open()
  await chat.send('/long 300')
  await chat.expectEnd('completed')
  await expect(chat.lastReply.getByRole('heading', { level: 3 }).first()).toHaveText('A morning by the river')
  const list = chat.lastReply.getByRole('list').first()
  await expect(list.getByRole('listitem')).toHaveCount(3)
  await expect(list.locator('strong')).toHaveCount(3)
})

test('reasoning of the demo is shown apart from its answer', async ({ chat }) => {
  await preferModel(chat, 'demo')
  await chat.open()
  await chat.send('/think')
  await chat.expectEnd('completed')
  await expect(chat.lastProse).toContainText('10 handshakes')
  await expect(chat.lastProse).not.toContainText('counted twice')
  await chat.lastReply.locator('summary').click()
  await expect(chat.lastReply.getByText(/has been counted twice/)).toBeVisible()
})

test('links open elsewhere and tell nobody; dangerous ones are no links', async ({ chat }) => {
  await chat.open()
  await chat.send(
    '[good](https://example.com/a) [bad](javascript:alert(1)) [worse](data:text/html,x) <https://example.org>',
  )
  await chat.expectEnd('completed')
  const links = chat.lastProse.getByRole('link')
  await expect(links).toHaveText(['good', 'https://example.org'])
  for (const link of await links.all()) {
    await expect(link).toHaveAttribute('target', '_blank')
    await expect(link).toHaveAttribute('rel', /noopener.*noreferrer/)
  }
  await expect(chat.lastProse).toContainText('bad')
})

const endings = [
  { markdown: '- one\n- *two* and', caret: 'li two and' },
  { markdown: '- one\n\n- two', caret: 'p two' },
  { markdown: '- one\n  - two\n    1. three', caret: 'li three' },
  { markdown: '- one\n  ```ts\n  two', caret: 'code two' },
  { markdown: '> one\n>\n> - two', caret: 'li two' },
  { markdown: '## one', caret: 'h3 one' },
  { markdown: '```\none\ntwo', caret: 'code one two' },
  { markdown: '| one | two |\n|---|---|\n| three | four |\n| five', caret: 'td five' },
  { markdown: 'one[^1]\n\n[^1]: note', caret: 'p note' },
]

test('the caret stands in what holds the last character, and goes when the reply ends', async ({ chat }) => {
  await chat.open()
  const caret = chat.lastProse.locator('[data-caret]')
  const place = async () => {
    const found = await caret.evaluateAll((all) => all.map((one) => `${one.localName} ${one.textContent}`))
    return found.join(', ').replaceAll(/\s+/g, ' ').trim()
  }
  for (const [index, ending] of endings.entries()) {
    await chat.send(`[[mock-stall-echo]]\n\n${ending.markdown}`)
    await expect(chat.replies).toHaveCount(index + 1)
    await expect.poll(place, ending.markdown).toBe(ending.caret)
    await chat.stopButton.click()
    await chat.expectEnd('stopped')
    await expect(caret).toHaveCount(0)
  }
})
