import type { Settings } from '@livetype/protocol'
import { texts } from '../texts/texts.ts'
import { keyName } from './key-names.ts'

/** What of a keyboard event decides what a key means. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey' | 'isComposing' | 'keyCode'
>

/**
 * Whether an input method is at work, so that a key belongs to it. Safari ends the composition before it sends
 * the Enter that confirmed it; only key code 229 still tells.
 */
export function isComposing(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing || event.keyCode === 229
}

/**
 * Whether a key press in the composer means "send": Enter, or only with Ctrl or Cmd where that was chosen. Shift+Enter
 * and Alt+Enter break the line.
 */
export function isSendKey(event: KeyPress, sendKey: Settings['sendKey'] = 'enter'): boolean {
  if (event.key !== 'Enter' || event.shiftKey || event.altKey || isComposing(event)) return false
  return sendKey === 'enter' || event.ctrlKey || event.metaKey
}

/** Whether a key press means "cancel" in a field: Escape does, unless an input method takes it. */
export function isCancelKey(event: Pick<KeyPress, 'key' | 'isComposing' | 'keyCode'>): boolean {
  return event.key === 'Escape' && !isComposing(event)
}

/** Makes the composer's `keydown` listener. */
export function createComposerKeys(options: {
  readonly onSend: () => void
  /** Asked at each key. */
  readonly sendKey: () => Settings['sendKey']
}): (event: KeyPress & Pick<KeyboardEvent, 'preventDefault'>) => void {
  return (event) => {
    if (!isSendKey(event, options.sendKey())) return
    event.preventDefault()
    options.onSend()
  }
}

/** What is said below the composer of its keys; while a reply is being written, that a message waits for its end. */
export function composerHint(sendKey: Settings['sendKey'], isStreaming = false): string {
  const { composer } = texts
  if (sendKey === 'enter') return isStreaming ? composer.queueHint : composer.hint
  const key = keyName('Mod')
  return isStreaming ? composer.queueHintWithModifier(key) : composer.hintWithModifier(key)
}
