/**
 * Whether a key press means "new chat": Ctrl or Cmd, Shift and the key that is O on most keyboards, wherever a
 * layout puts its letters.
 */
export function isNewChatKey(event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey'>): boolean {
  return (event.ctrlKey || event.metaKey) && event.shiftKey && event.code === 'KeyO'
}
