import { texts } from '@livetype/ui'
import { expect, preferModel, test } from '../stage/test.ts'

test('listeners hear that a reply is generated, and then the reply, but no tokens', async ({ chat }) => {
  await chat.page.addInitScript(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    new MutationObserver(() => {
      const text = document.querySelector('#announcer')?.textContent ?? ''
      if (text !== '' && text !== heard.at(-1)) heard.push(text)
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
  await chat.open()
  await expect(chat.announcer).toHaveRole('status')
  await chat.send('[[mock-words:40;delay=10]]')
  await chat.expectEnd('completed')
  await expect(chat.announcer).toContainText('The river was quiet')
  const heard = await chat.page.evaluate(() => ('heard' in window ? window.heard : []))
  expect(heard).toEqual([texts.announce.generating, expect.stringMatching(/^The river was quiet.*/s)])
  await expect(chat.page.getByRole('log')).toHaveAttribute('aria-live', 'off')
})

test('a stop is heard, an error is an alert', async ({ chat }) => {
  await chat.open()
  await chat.send('[[mock-stall:3]]')
  await expect(chat.announcer).toHaveText(texts.announce.generating)
  await expect(chat.lastProse).toHaveText('The river was')
  await chat.stopButton.click()
  await expect(chat.announcer).toHaveText(`The river was ${texts.announce.stopped}`)
  await chat.send('[[mock-unauthorized]]')
  await expect(chat.lastReply.getByRole('alert')).toBeVisible()
})

test('headings lead through a conversation', async ({ chat }) => {
  await preferModel(chat, 'demo')
  await chat.open()
  await chat.send('Hello there')
  await chat.expectEnd('completed')
  await expect(chat.page.getByRole('heading', { level: 1 })).toHaveText('Hello there')
  const inMessages = chat.page.getByRole('log').getByRole('heading', { level: 2 })
  await expect(inMessages).toHaveText([texts.transcript.you, /Demo/])
})
