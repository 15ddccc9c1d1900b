import { ask, attach, readReply } from '@livetype/api/test-support'
import { makeId } from '@livetype/protocol'
import { laterTexts } from '@livetype/ui/later'
import type { ChatPage } from '../stage/chat-page.ts'
import type { ChatServer } from '../stage/chat-server.ts'
import { expect, models, test } from '../stage/test.ts'
import { settle, watchDangers } from './danger-watch.ts'
import { foreignOrigin, type PayloadGroup, payloadGroups } from './payloads.ts'

/** Each payload stands behind its name: where that is not shown, the payload was not drawn. */
const messageOf = ({ payloads }: PayloadGroup) =>
  payloads.map(({ name, markdown }) => `Then ${name}:\n\n${markdown}`).join('\n\n')

/** Sends a message where the conversation stands, as another device of its owner would; waits for the reply's end. */
async function say(
  server: ChatServer,
  { conversationId, text, attachmentIds }: { conversationId: string; text: string; attachmentIds?: string[] },
): Promise<void> {
  const { messages } = await server.client.conversation.get.query({ conversationId })
  const parentId = messages.at(-1)?.id ?? null
  const ids = { conversationId, messageId: makeId(), replyId: makeId(), parentId, modelId: models.echo }
  await server.client.message.send.mutate({ ...ids, text, ...(attachmentIds && { attachmentIds }) })
  await expect.poll(() => server.lastStatus(conversationId), { intervals: [100] }).toBe('completed')
}

/** Reads all from the first message to the last, so that each was drawn, and stays a moment at each. */
async function readAll(chat: ChatPage): Promise<void> {
  for (const message of await chat.messages.all()) {
    await message.scrollIntoViewIfNeeded()
    await settle(chat.page)
  }
}

async function expectDrawn(chat: ChatPage, { payloads }: PayloadGroup): Promise<void> {
  const missing = async () => {
    const shown = await chat.shownText()
    return payloads.map(({ name }) => name).filter((name) => !shown.includes(`Then ${name}:`))
  }
  // The page may not have heard of the reply yet, whatever the server says.
  await expect.poll(missing).toEqual([])
  await chat.expectEnd('completed')
}

/** Brings each diagram of the last reply into sight and asks for the large one, until each is drawn or says why not. */
async function drawDiagrams(chat: ChatPage): Promise<void> {
  const blocks = await chat.lastReply.locator('.code-block').all()
  for (const block of blocks) {
    await block.scrollIntoViewIfNeeded()
    if (block === blocks.at(-1)) {
      await block.getByRole('button', { name: laterTexts.rich.diagram.draw }).click()
      await expect(block.locator('.diagram-note', { hasText: laterTexts.rich.diagram.large })).toHaveCount(0)
    }
    // A drawing is given up after 20 seconds.
    await expect(block.locator('.diagram, .diagram-note')).toBeAttached({ timeout: 30_000 })
  }
  expect(await chat.lastReply.locator('.diagram').count()).toBeGreaterThan(10)
}

test('[SAFE1] no reply, thought, message, title or file name runs or fetches anything, streamed or read again', async ({
  chat,
  server,
  context,
}) => {
  test.slow()
  const dangers = await watchDangers(context, server.url)
  const { conversationId } = await ask(server.client, 'Hello', { modelId: models.echo })
  await readReply(server.client, conversationId)
  await chat.open(conversationId)
  for (const group of payloadGroups) {
    await say(server, { conversationId, text: messageOf(group) })
    await expectDrawn(chat, group)
    if (group.name === 'diagrams') await drawDiagrams(chat)
  }
  const [images, , , elements] = payloadGroups.map(messageOf)
  await say(server, { conversationId, text: `[[mock-reasoning-echo]]\n\n${images}\n\n${elements}` })
  await chat.expectEnd('completed')
  await chat.lastReply.locator('summary').click()
  await expect(chat.lastReply.locator('.reasoning-text')).toContainText('an HTML with a broken end'.slice(3))

  const names = ['<img src=x onerror=hit()>.txt', '"onload="hit().txt', '\u202egpj.txt', `${foreignOrigin}/a.txt`]
  const files = await Promise.all(names.map((name) => attach(server.url, name, 'text')))
  await say(server, { conversationId, text: 'files', attachmentIds: files.map(({ fileId }) => fileId) })
  await expect(chat.questions.last().locator('.attachment-card')).toHaveCount(names.length)
  expect(await chat.questions.last().innerText()).not.toMatch(/\u202e/)

  for (const title of ['<script>hit()</script><img src=x onerror=hit()>', `![x](${foreignOrigin}/title.png) \u202e`]) {
    await server.client.conversation.rename.mutate({ conversationId, title })
    await expect(chat.listed(conversationId).locator('.conversation-title')).toHaveText(title.trim())
    await expect(chat.page).toHaveTitle(new RegExp(title.slice(0, 4).replace(/[^<\w]/g, '.')))
  }

  await chat.page.reload()
  await chat.expectEnd('completed')
  await readAll(chat)
  expect(dangers.found).toEqual([])

  // The watch sees what it is there to see.
  await chat.page.evaluate(() => Reflect.get(window, 'hit')('on purpose'))
  await chat.page.evaluate(() => document.body.append(document.createElement('iframe')))
  await (await context.newPage()).goto(`${foreignOrigin}/on-purpose`)
  await expect.poll(() => dangers.found).toHaveLength(3)
})

test('[SAFE2] a link tells where it leads and opens a tab that learns nothing, and an image is such a link', async ({
  chat,
  server,
  context,
}) => {
  const dangers = await watchDangers(context, server.url)
  const text = [
    `[help](${foreignOrigin}/help "https://bank.example/")`,
    `[bank.example](${foreignOrigin}/login)`,
    `[\u202emoc.knab](${foreignOrigin}/rlo)`,
    '[apple](https://\u0430\u0440\u0440\u04cf\u0435.example/)',
    '[script](javascript:hit())',
    `![A cat](${foreignOrigin}/cat.png)`,
  ].join('\n\n')
  const { conversationId } = await ask(server.client, `Look:\n\n${text}`, { modelId: models.echo })
  await readReply(server.client, conversationId)
  await chat.open(conversationId)
  await chat.expectEnd('completed')
  const links = chat.lastProse.getByRole('link')
  await expect(links).toHaveCount(5)
  for (const link of await links.all()) {
    await expect(link).toHaveAttribute('rel', /noopener noreferrer/)
    await expect(link).toHaveAttribute('target', '_blank')
  }
  await expect(links.nth(0)).toHaveAccessibleDescription(/^foreign\.example\s/)
  await expect(links.nth(1)).toHaveAccessibleName(/^bank\.example .?\(foreign\.example\)/)
  await expect(links.nth(2)).toHaveAccessibleName(/^moc\.knab .?\(foreign\.example\)/)
  await expect(links.nth(3)).toHaveAccessibleName(/^apple .?\(xn--80ak6aa92e\.example\)/)
  await expect(links.nth(4)).toHaveAccessibleName(/A cat .?\(foreign\.example\)/)
  await chat.page.keyboard.press('Tab')
  await links.nth(0).focus()
  const told = await links.nth(0).evaluate((link) => getComputedStyle(link, '::after').content)
  expect(told).toContain('foreign.example')
  expect(dangers.found).toEqual([])

  const opened = context.waitForEvent('page')
  await links.nth(4).press('Enter')
  const page = await opened
  await expect(page).toHaveTitle('Elsewhere')
  expect(await page.evaluate(() => [document.referrer, String(window.opener)])).toEqual(['', 'null'])
  expect(dangers.found).toEqual([`asked: ${foreignOrigin}/cat.png`])
})
