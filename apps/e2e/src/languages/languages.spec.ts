import { defaultSettings, type Language, languages } from '@livetype/protocol'
import { texts } from '@livetype/ui'
import { catalogues, directionOf, languageTags, showCatalogue } from '@livetype/ui/languages'
import { laterTexts } from '@livetype/ui/later'
import { type ChatPage, chatPage, reactClient, vueClient } from '../stage/chat-page.ts'
import { expectAccessible } from '../stage/expect-accessible.ts'
import { expect, test } from '../stage/test.ts'
import { converse, sendEdit, versionsOf } from '../stage/versions.ts'
import { plainWords, wordsOf } from '../stage/words-of-page.ts'

const others = languages.filter((language): language is Exclude<Language, 'en'> => language !== 'en')
const english = plainWords()
const dialog = (chat: ChatPage) => chat.page.getByRole('dialog')
const overflow = (chat: ChatPage) =>
  chat.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test.afterEach(async ({ server }) => {
  // The server keeps settings, and the tests of a worker share it.
  await server.client.settings.change.mutate(defaultSettings)
  showCatalogue('en', null)
})

/** From here on this process finds things by the words of the language. */
async function speak(language: Exclude<Language, 'en'>): Promise<void> {
  showCatalogue(language, await catalogues[language]())
}

async function expectLanguage(chat: ChatPage, language: Language): Promise<void> {
  const root = chat.page.locator('html')
  await expect(root).toHaveAttribute('lang', languageTags[language])
  await expect(root).toHaveAttribute('dir', directionOf(language))
  await expect(chat.page.getByRole('heading', { name: texts.empty.title })).toBeVisible()
}

async function expectNoEnglish(chat: ChatPage): Promise<void> {
  const own = plainWords()
  const foreign = new Set([...english].filter(([path, word]) => own.get(path) !== word).map(([, word]) => word))
  for (const word of own.values()) foreign.delete(word)
  const shown = await wordsOf(chat.page.locator('body'))
  expect(shown.length).toBeGreaterThan(40)
  expect(shown.filter((word) => foreign.has(word))).toEqual([])
}

test('[LANG1] the language that is chosen is spoken at once by the whole page, in every tab, and after a reload', async ({
  chat,
  client,
  openTab,
}) => {
  const other = await openTab(client.name === 'react' ? vueClient : reactClient)
  await chat.open()
  await other.open()
  await chat.page.getByRole('button', { name: texts.settings.open, exact: true }).click()
  for (const language of others) {
    await test.step(language, async () => {
      await dialog(chat).getByRole('combobox', { name: laterTexts.settings.language }).selectOption(language)
      await speak(language)
      await expect(dialog(chat).getByRole('heading', { name: laterTexts.settings.title, exact: true })).toBeVisible()
      await expectNoEnglish(chat)
      await expectLanguage(other, language)
      await expectNoEnglish(other)
    })
  }
  await chat.page.reload()
  await expectLanguage(chat, others.at(-1) ?? 'en')
  await expectNoEnglish(chat)
})

test('[LANG2] a page begins in its language: nothing is shown in another before the words are there', async ({
  chat,
  server,
}) => {
  await server.client.settings.change.mutate({ language: 'ar' })
  await chat.open()
  await speak('ar')
  await expectLanguage(chat, 'ar')
  const gate = Promise.withResolvers<void>()
  const isAsked = Promise.withResolvers<void>()
  await chat.page.route(/arabic-[^/]*\.js$/, async (route) => {
    isAsked.resolve()
    await gate.promise
    await route.continue()
  })
  await chat.page.reload({ waitUntil: 'commit' })
  await isAsked.promise
  await expect(chat.page.locator('html')).toHaveAttribute('dir', 'rtl')
  expect(await wordsOf(chat.page.locator('#root'))).toEqual([])
  gate.resolve()
  await expectLanguage(chat, 'ar')
})

test('[LANG3] from right to left everything is mirrored, what is drawn and what is pressed, but for code', async ({
  chat,
  client,
  server,
}) => {
  await server.client.settings.change.mutate({ language: 'ar' })
  await speak('ar')
  const arabic = chatPage(chat.page, client)
  await converse(arabic, ['واحد'])
  await sendEdit(arabic, arabic.questions.first(), 'اثنان')
  await arabic.expectEnd('completed')
  const { previous, next, expectPlace } = versionsOf(arabic.questions.first())
  const left = (locator: ReturnType<typeof chat.page.locator>) =>
    locator.evaluate((element) => element.getBoundingClientRect().left)
  expect(await left(previous)).toBeGreaterThan(await left(next))
  expect(await left(arabic.sidebar)).toBeGreaterThan(await left(arabic.transcript))
  await previous.focus()
  await chat.page.keyboard.press('ArrowRight')
  await expectPlace(1, 2)
  await chat.page.keyboard.press('ArrowLeft')
  await expectPlace(2, 2)
  await arabic.chooseModel(/Demo/)
  await arabic.send('/code')
  await arabic.expectEnd('completed')
  await expect(arabic.lastReply.locator('.code-block').first()).toHaveCSS('direction', 'ltr')
  await expectAccessible(chat.page, 'a conversation from right to left')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

  test('[LANG3] long words and lines from right to left fit on a phone', async ({ chat, server, client }) => {
    for (const language of ['ar', 'de', 'fr'] as const) {
      await test.step(language, async () => {
        await server.client.settings.change.mutate({ language })
        await speak(language)
        const page = chatPage(chat.page, client)
        await page.open()
        await expectLanguage(page, language)
        expect(await overflow(page)).toBeLessThanOrEqual(0)
        await chat.page.getByRole('button', { name: texts.sidebar.open }).click()
        await chat.page.getByRole('button', { name: texts.settings.open, exact: true }).click()
        await expect(dialog(page).getByRole('heading', { name: laterTexts.settings.title, exact: true })).toBeVisible()
        expect(await overflow(page)).toBeLessThanOrEqual(0)
        const isCutOff = await dialog(page).evaluate((element) =>
          [...element.querySelectorAll('*')].some(
            (child) => child.scrollWidth > child.clientWidth + 1 && child.clientWidth > 1,
          ),
        )
        expect(isCutOff).toBe(false)
        await dialog(page).getByRole('button', { name: texts.actions.close }).click()
      })
    }
  })
})
