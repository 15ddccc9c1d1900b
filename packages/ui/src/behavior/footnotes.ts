/** The mark that last led to a footnote: the way back leads there. */
const marks = new WeakMap<Element, HTMLElement>()

/** Leads from the mark of a footnote to what it says, with the focus. Nothing happens where that is not written yet. */
export function showFootnote(mark: HTMLElement): void {
  const note = inSameMessage(mark, '.footnote')
  if (!note) return
  marks.set(note, mark)
  show(note)
}

/** Leads from a footnote back to the mark that led to it, or to its first one. */
export function leaveFootnote(button: HTMLElement): void {
  const note = button.closest<HTMLElement>('.footnote')
  if (!note) return
  const mark = marks.get(note)
  const target = mark?.isConnected ? mark : inSameMessage(note, '.footnote-mark a')
  if (target) show(target)
}

/** The first element of the same message that belongs to the same footnote. */
function inSameMessage(element: HTMLElement, selector: string): HTMLElement | undefined {
  const found = element.closest('.message-body')?.querySelectorAll<HTMLElement>(selector) ?? []
  return [...found].find((each) => each.dataset.footnote === element.dataset.footnote)
}

function show(element: HTMLElement): void {
  element.focus({ preventScroll: true })
  element.scrollIntoView({ block: 'nearest' })
}
