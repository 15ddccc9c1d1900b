import { laterTexts } from '@livetype/ui/later'
import { expect, longConversation as test } from '../transcript/long-conversation.ts'

test('[FIND2] a result leads to its message, far from the end, also to an earlier version of one', async ({
  openLong,
}) => {
  const { chat } = await openLong({ messageCount: 200, versionEvery: 10 })
  const { page } = chat
  const open = async (text: string, id: string) => {
    await page.keyboard.press('Control+Shift+F')
    await page.getByRole('combobox', { name: laterTexts.search.title }).fill(text)
    await page.locator(`#search-${id}`).click()
    await expect(page.locator(`[data-message-id="${id}"]`)).toBeInViewport()
  }
  await chat.open()
  await expect(chat.composer).toBeFocused()
  await open('"Answer 41"', 'seeded-41')
  await open('"Earlier answer 59"', 'seeded-59-earlier')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
