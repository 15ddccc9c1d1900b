import type { Stage } from './measure-reply.ts'

/** How soon a first visit, with nothing in the cache, comes to something. Milliseconds from the request for the page. */
export interface StartCost {
  readonly firstContentMs: number
  /** Until something can be written in the message box. */
  readonly inputMs: number
  readonly transferredBytes: number
}

/** What browsers' tools call Fast 4G. */
const network = {
  offline: false,
  latency: 60,
  downloadThroughput: (9e6 / 8) * 0.9,
  uploadThroughput: (1.5e6 / 8) * 0.9,
}

/** Opens the first page of a client with a slow processor and network. */
export async function measureStart({ browser, options, apiUrl }: Stage, client: 'react' | 'vue'): Promise<StartCost> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } })
  try {
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Network.enable')
    await cdp.send('Network.emulateNetworkConditions', network)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: options.throttling })
    await page.addInitScript(() => {
      const look = () => {
        const input = document.querySelector('#composer-input')
        if (input instanceof HTMLTextAreaElement && !input.disabled) performance.mark('input')
        else requestAnimationFrame(look)
      }
      look()
    })
    await page.goto(`${apiUrl}${client === 'vue' ? '/vue/' : '/'}`)
    await page.locator('#composer-input').waitFor()
    await page.waitForLoadState('networkidle')
    return await page.evaluate(() => ({
      firstContentMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      inputMs: performance.getEntriesByName('input')[0]?.startTime ?? Number.NaN,
      transferredBytes: performance
        .getEntriesByType('resource')
        .reduce((sum, entry) => sum + (entry instanceof PerformanceResourceTiming ? entry.transferSize : 0), 0),
    }))
  } finally {
    await context.close()
  }
}
