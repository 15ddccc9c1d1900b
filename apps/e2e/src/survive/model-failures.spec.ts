import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startMockModel } from '@livetype/mock-model/server'
import { texts } from '@livetype/ui'
import type { ChatPage } from '../stage/chat-page.ts'
import { expect, models, preferModel, test } from '../stage/test.ts'

/** What each failing model makes a person read, and what had been written before. */
const failures: readonly {
  readonly name: string
  readonly directive: string
  readonly reason: RegExp
  readonly kept: string
}[] = [
  { name: 'a wrong key', directive: 'mock-unauthorized', reason: /key .*refused \(401\).*OPENAI_API_KEY/, kept: '' },
  { name: 'a quota used up', directive: 'mock-quota', reason: /no credit left/, kept: '' },
  { name: 'a web page for an answer', directive: 'mock-html', reason: /OPENAI_BASE_URL|not a|web page/i, kept: '' },
  {
    name: 'a stream without an end',
    directive: 'mock-no-finish',
    reason: /end|complete|broke|cut/i,
    kept: 'The river was quiet in',
  },
  { name: 'a connection cut in mid-reply', directive: 'mock-cut', reason: /\w/, kept: 'The river was quiet in' },
  {
    name: 'an error in mid-reply',
    directive: 'mock-error-midstream',
    reason: /failure|error/i,
    kept: 'The river was quiet in',
  },
]

const failureOf = (chat: ChatPage) => chat.lastReply.locator('.failure')

for (const { name, directive, reason, kept } of failures) {
  test(`${name}: the chat says why, keeps what was written, and retries with another model`, async ({ chat }) => {
    await chat.open()
    await chat.send(`[[${directive}]]`)
    await chat.expectEnd('failed')
    await expect(chat.lastReply.getByRole('alert')).toContainText(reason)
    expect(await chat.shownText()).toBe(kept)
    await expect(chat.page.getByText(/sk-secret|secret\.py/)).toHaveCount(0)
    await chat.page.reload()
    await expect(failureOf(chat)).toContainText(reason)
    await expect(chat.lastReply.getByRole('alert')).toHaveCount(0)
    expect(await chat.shownText()).toBe(kept)

    await chat.chooseModel(/Demo/)
    await failureOf(chat).getByRole('button', { name: texts.actions.retry }).click()
    await chat.expectEnd('completed')
    await expect(chat.lastProse).toContainText('built-in demo model')
    await expect(failureOf(chat)).toHaveCount(0)
    await expect(chat.questions).toHaveCount(1)
  })
}

test('a server that recovers: the retry of the same model brings the reply', async ({ chat, model }) => {
  await model.clearRequests()
  await preferModel(chat, models.flaky)
  await chat.open()
  await chat.send('Please')
  await chat.expectEnd('failed')
  await expect(failureOf(chat)).toContainText(/500|failure of its own/)
  await failureOf(chat).getByRole('button', { name: texts.actions.retry }).click()
  await chat.expectEnd('completed')
  await expect(chat.lastProse).toContainText('The river was quiet')
})

test('a dead base URL: the chat says that nobody answers there, and a retry works once somebody does', async ({
  client,
  startServer,
  openTab,
}) => {
  const port = await freePort()
  const baseUrl = `http://127.0.0.1:${port}/v1`
  const server = await startServer({ OPENAI_BASE_URL: baseUrl, OPENAI_MODELS: models.echo })
  const chat = await openTab(client, server)
  await chat.open()
  await chat.send('Anybody there?')
  await chat.expectEnd('failed')
  await expect(failureOf(chat)).toContainText(`127.0.0.1:${port}`)
  await using _model = await startMockModel({ port })
  await failureOf(chat).getByRole('button', { name: texts.actions.retry }).click()
  await chat.expectEnd('completed')
  await expect(chat.lastProse).toHaveText('You said: Anybody there?')
})

test('the demo that breaks off on command keeps its half reply', async ({ chat }) => {
  await preferModel(chat, 'demo')
  await chat.open()
  await chat.send('/error')
  await chat.expectEnd('failed')
  await expect(chat.lastProse).toContainText('Everything is going well so far')
  await expect(failureOf(chat)).toContainText(/demo/i)
})

test('a message that the server refuses says so, can be retried, or taken back', async ({ chat, problems }) => {
  problems.allow(/status of 400/)
  await chat.open()
  await chat.send('First')
  await chat.expectEnd('completed')
  await chat.page.route(/message\.send/, (route) =>
    route.fulfill({
      status: 400,
      json: [{ error: { message: 'No.', code: -32600, data: { code: 'BAD_REQUEST', httpStatus: 400 } } }],
    }),
  )
  await chat.send('Second')
  const refused = chat.questions.last()
  await expect(refused).toHaveAttribute('data-delivery', 'failed')
  await expect(refused.getByRole('alert')).toContainText(texts.delivery.failed)
  await refused.getByRole('button', { name: texts.actions.discard }).click()
  await expect(chat.questions).toHaveCount(1)
  await expect(chat.composer).toHaveValue('Second')
  await chat.composer.press('Enter')
  await expect(chat.questions.last()).toHaveAttribute('data-delivery', 'failed')
  await chat.page.unroute(/message\.send/)
  await chat.questions.last().getByRole('button', { name: texts.actions.retry }).click()
  await expect(chat.lastProse).toHaveText('You said: Second')
  await expect(chat.questions).toHaveCount(2)
})

/** A port where nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
