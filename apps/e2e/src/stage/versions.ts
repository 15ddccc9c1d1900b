import { texts } from '@livetype/ui'
import { expect, type Locator } from '@playwright/test'
import type { ChatPage } from './chat-page.ts'

/** What a message offers where it has versions, found the way people find things. */
export interface Versions {
  readonly group: Locator
  readonly previous: Locator
  readonly next: Locator
  /** Waits until this version of so many is shown. */
  expectPlace(number: number, count: number): Promise<void>
}

/** The versions of a message; `message` goes on meaning the message at its place, whichever version is shown. */
export function versionsOf(message: Locator): Versions {
  return {
    group: message.locator('.versions'),
    previous: message.getByRole('button', { name: texts.versions.previous }),
    next: message.getByRole('button', { name: texts.versions.next }),
    async expectPlace(number, count) {
      await expect(message.getByRole('group', { name: texts.versions.label(number, count), exact: true })).toHaveText(
        texts.versions.place(number, count),
      )
    },
  }
}

/** The field in which a message is edited; there is at most one in a test. */
export function editField(chat: ChatPage): Locator {
  return chat.page.getByRole('textbox', { name: texts.edit.label, exact: true })
}

/** Begins to edit a message of the person. */
export async function beginEdit(chat: ChatPage, question: Locator): Promise<Locator> {
  await question.getByRole('button', { name: texts.actions.edit, exact: true }).click()
  const field = editField(chat)
  await expect(field).toBeFocused()
  return field
}

/** Sends another version of a message by Enter. */
export async function sendEdit(chat: ChatPage, question: Locator, text: string): Promise<void> {
  const field = await beginEdit(chat, question)
  await field.fill(text)
  await field.press('Enter')
  await expect(field).toHaveCount(0)
}

/** Asks each question once the reply to the one before has ended. */
export async function converse(chat: ChatPage, questions: readonly string[]): Promise<void> {
  await chat.open()
  for (const [index, question] of questions.entries()) {
    await chat.send(question)
    await expect(chat.replies).toHaveCount(index + 1)
    await chat.expectEnd('completed')
  }
}
