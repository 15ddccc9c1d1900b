/**
 * Puts a text in the place of `replaced` at the beginning of a field, or at its very beginning where that is not there
 * any more. The field has the focus then, and the caret stands behind the text.
 */
export function insertAtStart(field: HTMLTextAreaElement, replaced: string, text: string): void {
  const end = field.value.startsWith(replaced) ? replaced.length : 0
  field.focus({ preventScroll: true })
  field.setSelectionRange(0, end)
  if (insertUndoably(text)) return
  field.setRangeText(text, 0, end, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

/** As if it had been typed: nothing else comes into the browser's list of what can be undone. */
function insertUndoably(text: string): boolean {
  return text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text)
}
