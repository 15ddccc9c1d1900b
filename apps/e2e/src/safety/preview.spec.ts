import { ask, readReply } from '@livetype/api/test-support'
import { texts as chatTexts } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import type { Frame, Locator } from '@playwright/test'
import type { ChatPage } from '../stage/chat-page.ts'
import type { ChatServer } from '../stage/chat-server.ts'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { expect, models, test } from '../stage/test.ts'
import { settle } from './danger-watch.ts'
import { type ForeignHost, startForeignHost } from './foreign-host.ts'
import { hostileDocuments } from './hostile-documents.ts'

const words = laterTexts.code
const fence = (language: string, code: string) => `\`\`\`\`${language}\n${code}\n\`\`\`\``

/** Opens a conversation whose reply has these blocks of code. */
async function openReply(chat: ChatPage, server: ChatServer, blocks: string[]): Promise<Locator> {
  const { conversationId } = await ask(server.client, ['Look:', ...blocks].join('\n\n'), { modelId: models.echo })
  await readReply(server.client, conversationId)
  await chat.open(conversationId)
  await chat.expectEnd('completed')
  return chat.lastProse.locator('.code-block')
}

/** What is taken out of a document, though the policies would refuse most of it. */
const takenOut =
  'script, iframe, object, embed, link, meta, base, [srcset], [onload], [onerror], [onclick], [onfocus], a[href]:not([href^="#"])'

const toggleOf = (block: Locator) => block.getByRole('button', { name: words.preview, exact: true })

/** Shows a block as the document it is, and gives the frame in which that stands. */
async function preview(block: Locator): Promise<Frame> {
  await toggleOf(block).click()
  await expect(block.locator('.code-preview')).toHaveAttribute('data-state', 'shown')
  const handle = await block.locator('iframe').elementHandle()
  const frame = await handle?.contentFrame()
  if (!frame) throw new Error('the preview has no frame')
  return frame
}

test('[SAFE3] a preview runs nothing, asks no one for anything, leads nowhere and sees nothing of the page', async ({
  chat,
  server,
  context,
  problems,
}) => {
  // What policies refuse, and a frame that tries to leave, browsers say in the console.
  problems.allow(/CSP violated|Content Security Policy|sandbox|chrome-error/i)
  await using foreign = await startForeignHost()
  const ran: string[] = []
  await context.exposeFunction('hit', (what: unknown) => void ran.push(`ran: ${String(what)}`))
  context.on('dialog', (dialog) => {
    ran.push(`asked the person: ${dialog.message()}`)
    void dialog.dismiss()
  })
  const found = () => [...ran, ...foreign.reached]
  const documents = hostileDocuments(foreign.origin)
  const texts = documents.map(({ payloads }) =>
    payloads.map(({ name, markdown }) => `<p>Then ${name}:</p>\n${markdown}`).join('\n'),
  )
  const blocks = await openReply(
    chat,
    server,
    texts.map((text) => fence('html', text)),
  )
  const { page } = chat
  const address = page.url()
  let last: Frame | undefined
  for (const [index, { payloads }] of documents.entries()) {
    const frame = await preview(blocks.nth(index))
    last = frame
    await expect(blocks.nth(index).locator('.preview-note')).toHaveText(words.previewIsPartial)
    await expect(frame.locator(takenOut)).toHaveCount(0)
    const shown = await frame.locator('html').innerText()
    expect(payloads.map(({ name }) => name).filter((name) => !shown.includes(`Then ${name}:`))).toEqual([])
    for (const pressed of await frame.locator('a, area, button, input').all()) {
      await pressed.dispatchEvent('click')
      await pressed.press('Enter', { noWaitAfter: true }).catch(() => undefined)
    }
    await settle(page)
    expect(new URL(frame.url()).pathname).toBe('/sandbox/preview.html')
  }
  expect(found()).toEqual([])
  expect([page.url(), context.pages().length]).toEqual([address, 1])

  // And where something ran there all the same, it would be alone.
  if (last) expect(await tryToGetOut(last, foreign)).toEqual([])
  await settle(page)
  expect(found()).toEqual([])
  expect([page.url(), context.pages().length]).toEqual([address, 1])

  // What is watched for is seen.
  await page.evaluate(() => Reflect.get(window, 'hit')('on purpose'))
  await page.request.get(foreign.origin)
  await expect.poll(found).toEqual(['ran: on purpose', 'a connection', 'GET / HTTP/1.1'])
})

/** Runs in the frame what a script there could do, and gives what was not refused. */
function tryToGetOut(frame: Frame, { origin }: ForeignHost): Promise<string[]> {
  return frame.evaluate(async (f) => {
    const refused = Symbol('refused')
    const asked = (begin: (done: () => void, fail: () => void) => void) =>
      new Promise<unknown>((resolve) =>
        begin(
          () => resolve('answered'),
          () => resolve(refused),
        ),
      )
    const attempts: Record<string, () => unknown> = {
      fetch: () => fetch(f),
      'fetch of the server': () => fetch('/trpc/conversation.list'),
      // It says that it will; whether it does, the foreign host knows.
      beacon: () => navigator.sendBeacon(`${f}/beacon`) && refused,
      request: () =>
        asked((done, fail) => {
          const request = new XMLHttpRequest()
          request.open('GET', f)
          request.onload = done
          request.onerror = fail
          request.send()
        }),
      socket: () =>
        asked((done, fail) => {
          const socket = new WebSocket(f.replace('http', 'ws'))
          socket.onopen = done
          socket.onerror = fail
        }),
      events: () =>
        asked((done, fail) => {
          const events = new EventSource(f)
          events.onopen = done
          events.onerror = fail
        }),
      image: () =>
        asked((done, fail) => {
          const image = new Image()
          image.onload = done
          image.onerror = fail
          image.src = `${f}/image.png`
        }),
      module: () => import(`${f}/module.js`),
      'module of the server': () => import(`${location.pathname}/../../theme-boot.js`),
      worker: () =>
        asked((done, fail) => {
          const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])))
          worker.onmessage = done
          worker.onerror = fail
        }),
      evaluation: () => Reflect.get(window, 'eval')('1'),
      storage: () => localStorage.length,
      databases: () => indexedDB.open('x'),
      cookies: () => document.cookie,
      'the page around it': () => window.parent.document.title,
      'the address around it': () => {
        window.parent.location.href = f
      },
      'another tab': () => window.open(f) ?? refused,
      dialog: () => window.confirm('x') || refused,
    }
    const worked: string[] = []
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        if ((await attempt()) !== refused) worked.push(name)
      } catch {
        // Refused, as it has to be.
      }
    }
    location.href = `${f}/left`
    return worked
  }, origin)
}

const page = `<!doctype html>
<html lang="en">
<head><title>Bakery</title><style>h1 { color: rgb(0, 80, 60) } div { block-size: 100px }</style></head>
<body><div><h1>Bread</h1><a href="#hours">Hours</a><p id="hours">From 7</p></div></body>
</html>`

test('[PREVIEW1] a document is shown by a press, as it is, in place of its code, and the code by another', async ({
  chat,
  server,
  problems,
}) => {
  problems.allow(/ERR_FAILED/)
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10"/></svg>'
  const high = `<p>High</p>${'<p>line</p>'.repeat(200)}`
  const codes = [page, drawing, high, 'let a = "<svg>"']
  const blocks = await openReply(
    chat,
    server,
    ['html', 'xml', 'html', 'js'].map((name, index) => fence(name, codes[index] ?? '')),
  )
  await expect(toggleOf(blocks.nth(0))).toHaveAttribute('aria-pressed', 'false')
  await expect(toggleOf(blocks.nth(3))).toHaveCount(0)
  await expect(blocks.locator('iframe')).toHaveCount(0)

  const bread = await preview(blocks.nth(0))
  await expect(toggleOf(blocks.nth(0))).toHaveAttribute('aria-pressed', 'true')
  await expect(toggleOf(blocks.nth(0))).toBeFocused()
  await expect(bread.locator('h1')).toHaveCSS('color', 'rgb(0, 80, 60)')
  await expect(blocks.nth(0).locator('pre')).toBeHidden()
  await expect(blocks.nth(0).locator('.preview-note')).toHaveCount(0)
  const frame = blocks.nth(0).locator('iframe')
  await expect(frame).toHaveAccessibleName(words.previewOf('html'))
  const isFitting = () => bread.evaluate(() => document.documentElement.scrollHeight === window.innerHeight)
  await expect.poll(isFitting).toBe(true)
  await chat.page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(chat.page, 'a preview in the dark')

  const drawn = await preview(blocks.nth(1))
  await expect(drawn.locator('rect')).toBeVisible()
  await preview(blocks.nth(2))
  await expect(blocks.nth(2).locator('iframe')).toBeInViewport({ ratio: 1 })
  const view = chat.page.viewportSize()?.height ?? 0
  await expect
    .poll(() =>
      blocks
        .nth(2)
        .locator('iframe')
        .evaluate((element) => element.clientHeight),
    )
    .toBeLessThanOrEqual(view * 0.6)

  await blocks.nth(0).getByRole('button', { name: chatTexts.actions.copyCode }).click()
  expect(await chat.page.evaluate(() => navigator.clipboard.readText())).toBe(page)

  await chat.page.emulateMedia({ media: 'print' })
  await expect(blocks.nth(0).locator('pre')).toBeVisible()
  await expect(frame).toBeHidden()
  await chat.page.emulateMedia({ media: 'screen' })
  await toggleOf(blocks.nth(0)).press('Enter')
  await expect(blocks.nth(0).locator('pre')).toBeVisible()
  await expect(frame).toHaveCount(0)

  await chat.page.route('**/sandbox/preview.html', (route) => route.abort())
  await toggleOf(blocks.nth(0)).press('Enter')
  await expect(blocks.nth(0).getByRole('alert')).toContainText(words.previewFailed)
  await chat.page.unroute('**/sandbox/preview.html')
  await blocks.nth(0).getByRole('button', { name: laterTexts.data.retry }).click()
  await expect(blocks.nth(0).frameLocator('iframe').locator('h1')).toHaveText('Bread')
})
