import { focusWhenShown } from './focus-when-shown.ts'

/** Where a person writes. Both clients give it this id. */
const composerSelector = '#composer-input'

const newChatSelector = '#sidebar .new-chat'

/** How many frames a row may take to leave the list, or to come back into it. */
const maxFrames = 60

/**
 * Gives the focus to the composer, after an action whose own button goes away or is switched off with it. To be
 * called before it does. Not on a touch screen, where the keyboard would come up over what is to be read, unless
 * the action was done by keyboard.
 */
export function focusComposer(): void {
  if (!mayFocusUnasked()) return
  document.querySelector<HTMLElement>(composerSelector)?.focus({ preventScroll: true })
}

/** Gives the focus to the composer once it can have it: a new chat that was asked for by keyboard. */
export function focusComposerWhenShown(): void {
  focusWhenShown(composerSelector)
}

/** Gives the focus to the composer where what had it went away by itself, such as the button of an ended reply. */
export function focusComposerIfLost(): void {
  if (isFocusLost() && hasHover()) document.querySelector<HTMLElement>(composerSelector)?.focus({ preventScroll: true })
}

/** Gives the focus to what has just come up to be written in; as `focusComposer`, not on a touch screen. */
export function focusUnasked(element: HTMLElement | null): void {
  if (mayFocusUnasked()) element?.focus({ preventScroll: true })
}

/** Whether there is somewhere to write. */
export function hasComposerInput(): boolean {
  return document.querySelector(composerSelector) !== null
}

/** Calls `task` once a dialog that has just gone has given the focus back. */
export function focusSettled(task: () => void): void {
  requestAnimationFrame(() => setTimeout(task))
}

/** Gives the focus to an element where what had it went away, and leaves it to whatever else has it. */
export function focusIfLost(element: HTMLElement | null | undefined): void {
  if (isFocusLost()) element?.focus({ preventScroll: true })
}

/**
 * Gives the focus back to a menu's button, once the menu is gone: a choice made within a frame of the key before it is
 * followed by the menu's own grip on the focus.
 */
export function focusAfterMenu(trigger: HTMLElement | null | undefined): void {
  requestAnimationFrame(() => focusIfLost(trigger))
}

/** Begins the edit of a text that is there already: the focus, with the caret behind the last character. */
export function focusAtEnd(field: HTMLTextAreaElement | null): void {
  if (!field) return
  field.focus()
  field.setSelectionRange(field.value.length, field.value.length)
}

/** Gives the focus back to the pencil of a message whose edit was cancelled, once it is there again. */
export function focusEditAction(messageId: string): void {
  focusWhenShown(`[data-message-id="${CSS.escape(messageId)}"] [data-action="edit"]`)
}

/** Gives the focus back to the thumb of an answer: from the form that came with it, and goes with its use. */
export function focusRatingAction(messageId: string, rating: string): void {
  document
    .querySelector<HTMLElement>(`[data-message-id="${CSS.escape(messageId)}"] [data-rating="${rating}"]`)
    ?.focus({ preventScroll: true })
}

/** Gives the focus to the scroller of the messages: from a button above or in it that goes away with its use. */
export function focusTranscript(): void {
  document.querySelector<HTMLElement>('.transcript')?.focus({ preventScroll: true })
}

/** Gives the focus to "New chat": from a button of the list that goes away with its use. */
export function focusNewChat(): void {
  document.querySelector<HTMLElement>(newChatSelector)?.focus({ preventScroll: true })
}

/**
 * Notes the neighbours of conversations that are about to leave the list. The function it returns, called when they
 * have, waits until their rows are gone and gives the focus, if it went with them, to the next row, else to the one
 * before, else to "New chat".
 */
export function focusBesideConversations(conversationIds: readonly string[]): () => void {
  const leaving = new Set(conversationIds)
  const rows = [...document.querySelectorAll<HTMLElement>('#sidebar [data-conversation-id]')]
  const isLeaving = (row: HTMLElement) => leaving.has(row.dataset.conversationId ?? '')
  const focused = rows.findIndex((row) => row.contains(document.activeElement))
  const index = focused === -1 ? rows.findIndex(isLeaving) : focused
  const stays = (row: HTMLElement) => !isLeaving(row)
  const neighbours = [rows.slice(index).find(stays), rows.slice(0, Math.max(0, index)).findLast(stays)]
  return () => {
    let frames = 0
    const attempt = () => {
      frames += 1
      if (rows.some((row) => isLeaving(row) && row.isConnected) && frames < maxFrames) {
        requestAnimationFrame(attempt)
        return
      }
      const row = neighbours.find((neighbour) => neighbour?.isConnected)
      focusIfLost(row?.querySelector('a') ?? document.querySelector<HTMLElement>(newChatSelector))
    }
    requestAnimationFrame(attempt)
  }
}

/**
 * Gives the focus to a conversation that has come back into the list, once its row is there: from the button of the
 * note that goes away with its use. Whoever has gone elsewhere since stays there.
 */
export function focusRestoredConversation(conversationId: string): void {
  let frames = 0
  const attempt = () => {
    frames += 1
    const row = document.querySelector(`#sidebar [data-conversation-id="${CSS.escape(conversationId)}"] a`)
    const isStillOnNote = Boolean(document.activeElement?.closest('[data-scope="toast"]'))
    if (row instanceof HTMLElement && (isFocusLost() || isStillOnNote)) row.focus({ preventScroll: true })
    else if (row === null && frames < maxFrames) requestAnimationFrame(attempt)
  }
  requestAnimationFrame(attempt)
}

function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}

function mayFocusUnasked(): boolean {
  return hasHover() || document.activeElement?.matches(':focus-visible') === true
}

function hasHover(): boolean {
  return window.matchMedia('(hover: hover)').matches
}
