import { setTimeout as sleep } from 'node:timers/promises'
import type { Stage } from './measure-reply.ts'
import { measurePage, readMetrics } from './page-cost.ts'

/** What a conversation of many messages costs a client. */
export interface LongConversationCost {
  /** From the address to its last message, milliseconds. */
  readonly openMs: number
  readonly heapBytes: number
  readonly nodes: number
  /** From the address of a message in its middle to that message in sight, milliseconds. */
  readonly middleMs: number
  readonly longestTaskMs: number
}

/** Opens the conversation at its end, then at its middle. */
export async function measureLongConversation(
  { browser, options, apiUrl }: Stage,
  client: 'react' | 'vue',
  conversationId: string,
): Promise<LongConversationCost> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    const page = await context.newPage()
    const address = `${apiUrl}${client === 'vue' ? '/vue' : ''}/c/${conversationId}`
    const cdp = await context.newCDPSession(page)
    // Scripts are in the cache, as at each visit but the first.
    await page.goto(address)
    await page.getByRole('article').last().waitFor()
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: options.throttling })
    const atEnd = `Answer ${options.messages - 1}.`
    const middle = Math.floor(options.messages / 4) * 2
    let openMs = 0
    const { longestTaskMs } = await measurePage({ browser, page, cdp }, async () => {
      openMs = await timeTo(async () => {
        await page.goto(address)
        await page.getByText(atEnd).waitFor()
      })
      await sleep(1_000)
    })
    await cdp.send('HeapProfiler.collectGarbage')
    const metrics = await readMetrics(cdp)
    const middleMs = await timeTo(async () => {
      await page.goto(`${address}?message=seeded-${middle}`)
      await page.getByText(`Question ${middle}.`).waitFor()
    })
    return {
      openMs,
      middleMs,
      longestTaskMs,
      heapBytes: metrics.get('JSHeapUsedSize') ?? Number.NaN,
      nodes: metrics.get('Nodes') ?? Number.NaN,
    }
  } finally {
    await context.close()
  }
}

async function timeTo(act: () => Promise<void>): Promise<number> {
  const startedAt = performance.now()
  await act()
  return performance.now() - startedAt
}
