import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { LivetypeClient } from '@livetype/client'
import { makeId } from '@livetype/protocol'
import type { Browser, CDPSession, Page } from '@playwright/test'
import { measurePage, type PageCost } from './page-cost.ts'
import type { Contestant, WebOptions } from './web-options.ts'

/** Where the pages are. */
export interface Stage {
  readonly browser: Browser
  readonly options: WebOptions
  readonly rivalUrl: string
  readonly apiUrl: string
  readonly client: LivetypeClient
}

/** A reply to be typed. */
export interface ReplyToType {
  readonly shape: 'mixed' | 'list' | 'table' | 'code'
  readonly tokens: number
}

/** Who types what. */
interface Turn {
  readonly contestant: Contestant
  readonly reply: ReplyToType
}

/** The page asks for nothing while it is measured, and is asked this rarely. */
const pollMs = 500
/** A page that has been this much slower than the model writes is given up. */
const patience = 10

/** The model that answers so. */
export function modelOf({ shape, tokens }: ReplyToType, tokensPerSecond: number): string {
  return `mock-document:${tokens};rate=${tokensPerSecond};shape=${shape}`
}

/** What it costs a page to type a reply; undefined where it did not come to the end of it in a sensible time. */
export async function measureReply(
  stage: Stage,
  contestant: Contestant,
  reply: ReplyToType,
): Promise<PageCost | undefined> {
  const { browser, options } = stage
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    const page = await context.newPage()
    const begin = await (isOurs(contestant) ? openOurs : openRival)(stage, page, { contestant, reply })
    const cdp = await context.newCDPSession(page)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: options.throttling })
    const stopProfile = await profile(cdp, options.profileDir, `${contestant}-${reply.shape}`)
    const limitMs = (reply.tokens / options.tokensPerSecond) * 1000 * patience
    let hasEnded = false
    const cost = await measurePage({ browser, page, cdp }, async () => {
      const startedAt = performance.now()
      await begin()
      while (!hasEnded && performance.now() - startedAt < limitMs) {
        await sleep(pollMs)
        hasEnded = await page.evaluate(() => document.documentElement.dataset.ended !== undefined)
      }
    })
    await stopProfile()
    return hasEnded ? cost : undefined
  } finally {
    await context.close()
  }
}

function isOurs(contestant: Contestant): contestant is 'react' | 'vue' {
  return contestant === 'react' || contestant === 'vue'
}

/** A conversation that is open; what begins it is a message, as if it were sent from another device of its owner. */
async function openOurs(
  { client, apiUrl, options }: Stage,
  page: Page,
  { contestant, reply }: Turn,
): Promise<() => Promise<void>> {
  const conversationId = makeId()
  const opening = { conversationId, messageId: makeId(), replyId: makeId(), parentId: null }
  await client.message.send.mutate({ ...opening, text: 'Hello', modelId: 'mock-echo' })
  await client.conversation.rename.mutate({ conversationId, title: 'Benchmark' })
  await page.goto(`${apiUrl}${contestant === 'vue' ? '/vue' : ''}/c/${conversationId}`)
  await page.locator('article[data-status="completed"]').waitFor()
  // Everything that loads after the first paint is there.
  await page.waitForLoadState('networkidle').catch(() => undefined)
  const replyId = makeId()
  await page.evaluate((id) => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector(`[data-message-id="${id}"][data-status="completed"]`)) return
      observer.disconnect()
      document.documentElement.dataset.ended = 'true'
    }).observe(document, { subtree: true, attributeFilter: ['data-status'] })
  }, replyId)
  const ids = { conversationId, messageId: makeId(), replyId, parentId: opening.replyId }
  const modelId = modelOf(reply, options.tokensPerSecond)
  return async () => {
    await client.message.send.mutate({ ...ids, text: 'Write', modelId })
  }
}

async function openRival(
  { rivalUrl, options }: Stage,
  page: Page,
  { contestant, reply: { shape, tokens } }: Turn,
): Promise<() => Promise<void>> {
  await page.goto(`${rivalUrl}?rival=${contestant}&shape=${shape}&count=${tokens}&rate=${options.tokensPerSecond}`)
  await page.getByRole('button').waitFor()
  // By the page itself: a click of a pointer waits for the page that is being measured.
  return () => page.evaluate(() => document.querySelector('button')?.click())
}

async function profile(cdp: CDPSession, folder: string | undefined, name: string): Promise<() => Promise<void>> {
  if (folder === undefined) return async () => undefined
  await mkdir(folder, { recursive: true })
  await cdp.send('Profiler.enable')
  await cdp.send('Profiler.start')
  return async () => {
    const { profile: taken } = await cdp.send('Profiler.stop')
    await writeFile(join(folder, `${name}.cpuprofile`), JSON.stringify(taken))
  }
}
