import { request as httpsRequest } from 'node:https'
import { type ChatPage, withSingleSpaces } from '../stage/chat-page.ts'
import { credentials, nginxIsMissing, reserveOrigin, startNginx } from '../stage/nginx.ts'
import { cutNetwork } from '../stage/problem-watch.ts'
import { test as base, expect, modelEnvironment } from '../stage/test.ts'

/** A server behind the shipped nginx.conf. */
const test = base.extend<{
  site: { url: string; server: Awaited<ReturnType<typeof startBehind>>['server']; reload(): Promise<void> }
}>({
  ignoreHTTPSErrors: true,
  httpCredentials: credentials,
  site: async ({ startServer, model, context }, use) => {
    const { nginx, origin, server } = await startBehind((environment) =>
      startServer({ ...modelEnvironment(model), ...environment }),
    )
    await use({ url: origin, server, reload: () => nginx.reload() })
    // Pages that outlive the proxy complain.
    for (const page of context.pages()) await page.close()
    await nginx[Symbol.asyncDispose]()
  },
})
const missing = nginxIsMissing()
// biome-ignore lint/suspicious/noSkippedTests: only where the program it is about is missing, and with the reason said.
test.skip(missing !== undefined, missing)

type Server = Awaited<ReturnType<Parameters<Parameters<typeof base>[2]>[0]['startServer']>>

async function startBehind(startServer: (environment: Record<string, string>) => Promise<Server>) {
  const { port, origin } = await reserveOrigin()
  const server = await startServer({ LIVETYPE_PUBLIC_ORIGIN: origin })
  return { server, origin, nginx: await startNginx({ port, upstream: server.url }) }
}

/** Answers of the proxy to a program, past the browser's own rules. */
function statusOf(url: string, headers: Record<string, string>): Promise<number> {
  const { hostname, port, pathname, host } = new URL(url)
  return new Promise((resolve, reject) => {
    const outgoing = httpsRequest(
      {
        host: '127.0.0.1',
        port,
        path: pathname,
        servername: hostname,
        rejectUnauthorized: false,
        headers: { host, ...headers },
      },
      (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      },
    )
    outgoing.on('error', reject)
    outgoing.end()
  })
}

const protocolOf = ({ page }: ChatPage) =>
  page.evaluate(() => performance.getEntriesByType('navigation').map((entry) => entry.toJSON().nextHopProtocol))

test('[DOOR2] behind nginx: a password first, and then only pages of the public origin', async ({ site }) => {
  const list = `${site.url}/trpc/conversation.list`
  const authorization = `Basic ${btoa(`${credentials.username}:${credentials.password}`)}`
  expect(await statusOf(list, {})).toBe(401)
  expect(await statusOf(list, { authorization })).toBe(200)
  expect(await statusOf(list, { authorization, origin: site.url })).toBe(200)
  expect(await statusOf(list, { authorization, origin: 'https://evil.example' })).toBe(403)
  expect(await statusOf(list, { authorization, host: 'evil.example' })).toBe(403)
  // What a frame without an origin loads: browsers send no password with it.
  const asset = `${site.url}/sandbox/assets/none.js`
  expect(await statusOf(asset, { origin: 'null', 'sec-fetch-dest': 'script' })).toBe(404)
  expect(await statusOf(`${site.url}/sandbox/preview.html`, {})).toBe(401)
})

test('[SUB4] behind nginx: seven tabs type over HTTP/2, each token as it comes', async ({ client, site, openTab }) => {
  const first = await openTab(client, site)
  await first.open()
  expect(await protocolOf(first)).toEqual(['h2'])
  // The model stops in mid-reply: what a buffer held back would not be seen at all.
  await first.send('[[mock-stall:3]]')
  await expect(first.lastProse).toHaveText('The river was')
  await expect(first.lastReply).toHaveAttribute('data-status', 'running')
  const conversationId = await first.conversationId()
  const others: ChatPage[] = []
  for (let index = 0; index < 6; index++) {
    const tab = await openTab(client, site)
    await tab.open(conversationId)
    await expect(tab.lastProse).toHaveText('The river was')
    others.push(tab)
  }
  await first.stopButton.click()
  for (const tab of [first, ...others]) await tab.expectEnd('stopped')
})

test('behind nginx: a WebSocket is let through, with the password', async ({ client, model, startServer, openTab }) => {
  const { port, origin } = await reserveOrigin()
  const server = await startServer({
    ...modelEnvironment(model),
    LIVETYPE_PUBLIC_ORIGIN: origin,
    LIVETYPE_TRANSPORT: 'websocket',
  })
  await using _nginx = await startNginx({ port, upstream: server.url })
  const chat = await openTab(client, { url: origin })
  const opened = chat.page.waitForEvent('websocket')
  await chat.open()
  expect(new URL((await opened).url()).host).toBe(new URL(origin).host)
  await chat.send('[[mock-stall:3]]')
  await expect(chat.lastProse).toHaveText('The river was')
  await chat.stopButton.click()
  await chat.expectEnd('stopped')
  await chat.page.close()
})

test('[SUB1] behind nginx: a reload of it and a restart of the server lose and repeat nothing', async ({
  client,
  site,
  openTab,
  problems,
}) => {
  // A server is killed and begun anew on the way.
  test.slow()
  problems.allow(cutNetwork)
  problems.allow(/status of 502|ERR_HTTP2/)
  const chat = await openTab(client, site)
  await chat.open()
  await chat.send('[[mock-words:1500;delay=4]]')
  await expect.poll(() => chat.shownText()).toMatch(/lamp burning/)
  await site.reload()
  await chat.expectEnd('completed')
  const conversationId = await chat.conversationId()
  expect(await chat.shownText()).toBe(withSingleSpaces(await site.server.lastText(conversationId)))

  await chat.send('[[mock-stall:3]]')
  await expect(chat.lastProse).toHaveText('The river was')
  await site.server.kill()
  await site.server.restart()
  await chat.expectEnd('interrupted')
  await expect(chat.connection).toBeEmpty()
  await chat.send('Are you back?')
  await chat.expectEnd('completed')
  expect(await chat.shownText()).toBe('You said: Are you back?')
})
