import { ask, readReply } from '@livetype/api/test-support'
import { laterTexts } from '@livetype/ui/later'
import { expect, models, test } from '../stage/test.ts'

test('[DATA5] on paper there is the whole conversation and nothing else, black on white in the dark too', async ({
  chat,
  server,
}) => {
  const markdown = `Look at [this](https://example.com/a).\n\n\`\`\`js\nconst line = "${'long '.repeat(60)}"\n\`\`\``
  const { conversationId } = await ask(server.client, markdown, { modelId: models.echo })
  await readReply(server.client, conversationId)
  await chat.page.emulateMedia({ colorScheme: 'dark' })
  await chat.page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '')
  })
  await chat.open(conversationId)
  await chat.expectEnd('completed')
  // The action waits for what is drawn for paper.
  await chat.page.keyboard.press('Control+K')
  await expect(chat.page.getByRole('combobox')).toBeFocused()
  await chat.page.keyboard.type(laterTexts.palette.actions.print)
  await chat.page.keyboard.press('Enter')
  await expect(chat.page.locator('html')).toHaveAttribute('data-printed')

  await chat.page.emulateMedia({ colorScheme: 'dark', media: 'print' })
  await chat.page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  const paper = chat.page.locator('.print-view')
  await expect(paper.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(paper.getByRole('article')).toHaveCount(2)
  await expect(chat.composer).toBeHidden()
  await expect(chat.sidebar).toBeHidden()
  await expect(chat.transcript).toBeHidden()
  const looks = await paper.evaluate((element) => {
    const code = element.querySelector('pre code')
    const link = element.querySelector('.prose a')
    return {
      ink: getComputedStyle(element).color,
      paper: getComputedStyle(document.documentElement).backgroundColor,
      address: link ? getComputedStyle(link, '::after').content : '',
      isWider: (code?.scrollWidth ?? Number.POSITIVE_INFINITY) > element.clientWidth,
    }
  })
  expect(looks).toEqual({
    ink: 'rgb(0, 0, 0)',
    paper: 'rgb(255, 255, 255)',
    address: '" (https://example.com/a)"',
    isWider: false,
  })
  await chat.page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect(paper).toHaveCount(0)
  await chat.page.emulateMedia({ colorScheme: 'dark', media: 'screen' })
  await expect(chat.transcript).toBeVisible()
})
