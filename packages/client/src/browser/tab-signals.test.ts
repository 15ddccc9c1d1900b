import { describe, expect, it } from 'vitest'
import { browserTabSignals, type Page } from './tab-signals.ts'

function fakePage() {
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  const page: Page = Object.assign(new EventTarget(), { document })
  return {
    page,
    become(state: 'visible' | 'hidden') {
      document.visibilityState = state
      document.dispatchEvent(new Event('visibilitychange'))
    },
  }
}

describe('a browser’s signals', () => {
  it('tell of sight, of the network and of a page that was kept, until the listening ends', () => {
    const { page, become } = fakePage()
    const signals = browserTabSignals(page)
    const heard: string[] = []
    const ends = [
      signals.onVisible(() => heard.push('visible')),
      signals.onHidden(() => heard.push('hidden')),
      signals.onOnline(() => heard.push('online')),
      signals.onLeave(() => heard.push('leave')),
    ]
    const everything = () => {
      become('hidden')
      become('visible')
      page.dispatchEvent(new Event('online'))
      page.dispatchEvent(new Event('pageshow'))
      page.dispatchEvent(new Event('pagehide'))
    }
    everything()
    expect(heard).toEqual(['hidden', 'leave', 'visible', 'online', 'visible', 'leave'])
    for (const end of ends) end()
    everything()
    expect(heard).toHaveLength(6)
  })

  it('[SUB4] a page that was opened out of sight is not in sight because it is there', () => {
    const { page, become } = fakePage()
    become('hidden')
    const heard: string[] = []
    browserTabSignals(page).onVisible(() => heard.push('visible'))
    page.dispatchEvent(new Event('pageshow'))
    expect(heard).toEqual([])
    become('visible')
    expect(heard).toEqual(['visible'])
  })
})
