import type { Page } from '@playwright/test'

/** What the last reply of a page has shown so far, moment by moment. */
export interface RecordedReply {
  /** Each activity of the typing indicator in its order, then how the reply ended. */
  readonly states: readonly string[]
  /** The first text that this page showed of it. */
  readonly firstText: string
  /** How many different lengths of text were shown: many where a reply was typed. */
  readonly stepCount: number
  /** True if text that was shown went away again. */
  readonly hasShrunk: boolean
}

declare global {
  interface Window {
    recordedReply?: RecordedReply
  }
}

/** Watches the last reply of the page from its first paint on; to be called before the page is opened. */
export async function recordReplies(page: Page): Promise<() => Promise<RecordedReply>> {
  await page.addInitScript(() => {
    const states: string[] = []
    const record = { states, firstText: '', stepCount: 0, hasShrunk: false }
    let length = 0
    window.recordedReply = record
    const look = () => {
      const reply = [...document.querySelectorAll('[data-role="assistant"]')].at(-1)
      if (!reply) return
      const status = reply.getAttribute('data-status') ?? ''
      const activity = reply.querySelector('[data-activity]')?.getAttribute('data-activity')
      const state = status === 'running' ? activity : status
      if (state && state !== states.at(-1)) states.push(state)
      const text = [...reply.querySelectorAll('.prose')].map((prose) => prose.textContent).join('\n')
      if (record.firstText === '') record.firstText = text
      if (text.length !== length) record.stepCount += 1
      if (text.length < length) record.hasShrunk = true
      length = text.length
    }
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['data-status', 'data-activity'],
    })
  })
  return () =>
    page.evaluate(() => window.recordedReply ?? { states: [], firstText: '', stepCount: 0, hasShrunk: false })
}
