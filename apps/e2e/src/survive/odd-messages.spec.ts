import { textOf } from '@livetype/protocol'
import { expect, test } from '../stage/test.ts'

const oddMessages = {
  'emoji and combined characters': 'Family 👩‍👩‍👧‍👦, flag 🏳️‍🌈, e\u0301 and 𝒳 — done 🎉',
  'right-to-left script': 'שלום עולם, מה שלומך? مرحبا بالعالم',
  'markup of HTML': '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script><b>bold</b>',
  'markup of Markdown': '# not a heading\n\n- *a* `b` [c](javascript:window.hacked=1)\n\n```js\nwindow.hacked = 1',
  'control and separator characters': 'tab\there, separator\u2028there, mark\u200fend',
}

for (const [name, message] of Object.entries(oddMessages)) {
  test(`${name}: shown as typed, stored as typed, harmless in the reply`, async ({ chat, server }) => {
    await chat.open()
    await chat.send(message)
    await chat.expectEnd('completed')
    expect(await chat.questions.locator('.bubble').textContent()).toBe(message)
    await expect(chat.questions.locator('.bubble > *')).toHaveCount(0)
    const dangerous = chat.messages.locator('img, script, iframe, object, [onerror], [href^="javascript" i]')
    await expect(dangerous).toHaveCount(0)
    expect(await chat.page.evaluate(() => 'hacked' in window)).toBe(false)
    const { messages } = await server.client.conversation.get.query({ conversationId: await chat.conversationId() })
    expect(messages.map(textOf)).toEqual([message, `You said: ${message}`])
    await chat.page.reload()
    await chat.expectEnd('completed')
    expect(await chat.questions.locator('.bubble').textContent()).toBe(message)
  })
}

test('HTML in a reply is shown as the text it is', async ({ chat }) => {
  await chat.open()
  await chat.send('<b onclick="x()">bold</b>')
  await chat.expectEnd('completed')
  await expect(chat.lastProse).toContainText('<b onclick="x()">bold</b>')
})

test('right-to-left text is laid out from the right', async ({ chat }) => {
  await chat.open()
  await chat.send('[[mock-unicode]]')
  await chat.expectEnd('completed')
  await expect(chat.lastProse).toHaveText('Grüße, 世界! 👩‍🚀 naïve café — שלום мир 🎉 fin.')
  await chat.send('مرحبا بالعالم')
  const bubble = chat.questions.last().locator('.bubble')
  expect(await bubble.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
})

test('a message of 200 kB arrives whole and is answered', async ({ chat, server }) => {
  const message = `[[mock-words:5]]\n${'All work and no play. '.repeat(9_400)}`.slice(0, 200_000)
  await chat.open()
  await chat.send(message)
  await expect(chat.questions).toHaveAttribute('data-delivery', 'sent')
  await chat.expectEnd('completed')
  await expect(chat.lastProse).toHaveText('The river was quiet in')
  const { messages } = await server.client.conversation.get.query({ conversationId: await chat.conversationId() })
  const [question] = messages
  expect(question && textOf(question)).toBe(message)
  await expect(chat.composer).toHaveValue('')
  expect(await chat.questions.locator('.bubble').evaluate((bubble) => bubble.textContent.length)).toBe(200_000)
})
