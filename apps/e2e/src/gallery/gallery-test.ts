import type { Locator } from '@playwright/test'
import { type ChatServer, startChatServer } from '../stage/chat-server.ts'
import { test as base, expect, modelEnvironment } from '../stage/test.ts'
import { fixLook } from './fixed-look.ts'
import { galleryFile, galleryId, galleryNow } from './gallery-conversations.ts'

interface Looks {
  readonly width: number
  readonly height: number
  readonly dark?: boolean
  readonly contrast?: 'more'
}

interface GalleryFixtures {
  /** Opens one of the conversations of the gallery, or the first page, and waits until it is drawn to the end. */
  show: (name: string | undefined, looks: Looks, drawn?: Locator) => Promise<void>
  /** Changes how the page that is open is looked at. */
  look: (looks: Looks) => Promise<void>
}

/** The suite's `test`, on a server of its own whose conversations, fonts and times are always the same. */
export const test = base.extend<GalleryFixtures, { server: ChatServer }>({
  server: [
    async ({ model }, use) => {
      await using server = await startChatServer(modelEnvironment(model))
      const headers = { 'content-type': 'application/x-livetype-import' }
      const answer = await fetch(`${server.url}/import`, { method: 'POST', headers, body: galleryFile() })
      expect(await answer.text()).toContain('"imported":6')
      await use(server)
    },
    { scope: 'worker' },
  ],
  context: async ({ context }, use) => {
    await fixLook(context, galleryNow)
    await use(context)
  },
  look: async ({ page }, use) => {
    await use(async ({ width, height, dark, contrast }) => {
      await page.setViewportSize({ width, height })
      await page.emulateMedia({
        colorScheme: dark ? 'dark' : 'light',
        contrast: contrast ?? 'no-preference',
        reducedMotion: 'reduce',
      })
    })
  },
  show: async ({ chat, look }, use) => {
    await use(async (name, looks, drawn) => {
      await look(looks)
      await chat.open(name === undefined ? undefined : galleryId(name))
      await expect(drawn ?? chat.composer).toBeVisible()
      // What comes after the first paint.
      await expect(chat.page.locator('.attach-button')).toBeVisible()
      await chat.page.evaluate(() => document.fonts.ready)
    })
  },
})

export { expect }
