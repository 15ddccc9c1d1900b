/** What may hold the last character. */
const blocks = 'p, ul, ol, li, h3, h4, h5, h6, blockquote, .code-block, .table-block, .footnote'
/** What may end in text of its own. */
const texts = 'p, li, h3, h4, h5, h6, .prose:empty'

/**
 * Marks where the caret of a reply stands while it is typed, with `data-caret` on the innermost element that its last
 * character is in; the stylesheet draws it behind. One attribute of one small element: a mark on the whole reply would
 * have the browser look up the style of all that is in it when it ends.
 *
 * @returns to be called when the reply (`.prose`) was drawn anew.
 */
export function createCaret(): (prose: Element, isTyping: boolean) => void {
  let marked: Element | null = null
  return (prose, isTyping) => {
    const place = isTyping ? placeIn(prose) : null
    if (place === marked) return
    marked?.removeAttribute('data-caret')
    place?.setAttribute('data-caret', '')
    marked = place
  }
}

/** Null where a reply, or a quote in it, ends in what has no text, as a rule. */
function placeIn(element: Element): Element | null {
  if (element.matches('.code-block')) return element.querySelector('code')
  if (element.matches('.table-block')) return cellIn(element)
  if (element.matches('.footnote')) return lastBlockOf(element.querySelector('.footnote-text'))
  const last = element.lastElementChild
  if (last?.matches(blocks)) return placeIn(last)
  return element.matches(texts) ? element : null
}

function lastBlockOf(element: Element | null): Element | null {
  const last = element?.lastElementChild
  return last ? placeIn(last) : null
}

/** Of the row that is typed; where it has nothing yet, its first. */
function cellIn(table: Element): Element | null {
  const row = table.querySelector('tbody')?.lastElementChild ?? table.querySelector('thead > tr')
  const cells = [...(row?.children ?? [])]
  return cells.findLast((cell) => !cell.matches(':empty')) ?? cells[0] ?? null
}
