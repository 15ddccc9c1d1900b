import { texts } from '@livetype/ui'
import { expect, type Locator, type Page } from '@playwright/test'

/** Which of the clients a test drives. */
export interface Client {
  readonly name: 'react' | 'vue'
  /** Where it is served; ends in a slash. */
  readonly path: string
}

export const reactClient: Client = { name: 'react', path: '/' }
export const vueClient: Client = { name: 'vue', path: '/vue/' }

/** A tab with one of the clients, found the way people find things: by roles and names. */
export interface ChatPage {
  readonly page: Page
  readonly composer: Locator
  readonly sendButton: Locator
  readonly stopButton: Locator
  readonly transcript: Locator
  readonly messages: Locator
  readonly questions: Locator
  readonly replies: Locator
  readonly lastReply: Locator
  /** The text of the last reply, without its footer. */
  readonly lastProse: Locator
  readonly sidebar: Locator
  readonly connection: Locator
  readonly announcer: Locator
  readonly jumpToLatest: Locator
  /** Opens the client at its start, or at a conversation. */
  open(conversationId?: string): Promise<void>
  /** Writes a message and sends it by Enter. */
  send(text: string): Promise<void>
  /** The id in the URL; waits until there is one. */
  conversationId(): Promise<string>
  /** Waits for the last reply to end so. */
  expectEnd(status: 'completed' | 'stopped' | 'failed' | 'interrupted'): Promise<void>
  /** The text shown in the last reply, with single spaces. */
  shownText(): Promise<string>
  /** A conversation of the sidebar, by id. */
  listed(conversationId: string): Locator
  chooseModel(name: string | RegExp): Promise<void>
}

/** @param page a tab whose context knows the server as its base URL. */
export function chatPage(page: Page, client: Client): ChatPage {
  const messages = page.getByRole('article')
  const replies = messages.and(page.locator('[data-role="assistant"]'))
  const lastReply = replies.last()
  const lastProse = lastReply.locator('.prose')
  const composer = page.getByRole('textbox', { name: texts.composer.label, exact: true })
  const modelTrigger = page.getByRole('button', { name: texts.models.current('') })
  return {
    page,
    composer,
    sendButton: page.locator('.send-button'),
    stopButton: page.getByRole('button', { name: texts.composer.stop, exact: true }),
    transcript: page.getByRole('region', { name: texts.transcript.label, exact: true }),
    messages,
    questions: messages.and(page.locator('[data-role="user"]')),
    replies,
    lastReply,
    lastProse,
    sidebar: page.getByRole('complementary', { name: texts.sidebar.label }),
    connection: page.locator('.connection'),
    announcer: page.locator('#announcer'),
    jumpToLatest: page.getByRole('button', { name: texts.transcript.jumpToLatest }),
    async open(conversationId) {
      await page.goto(conversationId === undefined ? client.path : `${client.path}c/${conversationId}`)
    },
    async send(text) {
      // What is sent before the models are known goes to the server's first.
      await expect(modelTrigger).toBeVisible()
      await composer.fill(text)
      await composer.press('Enter')
    },
    async conversationId() {
      await expect(page).toHaveURL(/\/c\/[\w-]+$/)
      return new URL(page.url()).pathname.split('/').at(-1) ?? ''
    },
    expectEnd: (status) => expect(lastReply).toHaveAttribute('data-status', status),
    shownText: async () => withSingleSpaces((await lastProse.allInnerTexts()).join(' ')),
    listed: (conversationId) => page.locator(`[data-conversation-id="${conversationId}"]`),
    async chooseModel(name) {
      await modelTrigger.click()
      await page.getByRole('menuitemradio', { name }).click()
      await expect(page.getByRole('menu')).toHaveCount(0)
    },
  }
}

/** A text as it can be compared with what a browser lays out. */
export function withSingleSpaces(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
