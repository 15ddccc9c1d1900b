import { foldWithOrigins, occurrencesIn } from './fold-text.ts'

/** What is searched of a drawn message: what its counts are of. */
const searched = '.attachment-name, .bubble, .prose'
/** Of that: what is of the page and not of the message. */
const left = '.code-header, .code-preview, .diagram-note, .image-loader'
/** Where one piece of text ends and another begins. */
const pieces = 'p, li, h3, h4, h5, h6, pre, td, th, blockquote, .bubble, .attachment-name'

/** Where a drawn message shows what is searched for, from the top down. `query` is folded. */
export function matchRanges(message: Element, query: string): Range[] {
  return [...message.querySelectorAll(searched)].flatMap((element) => rangesIn(element, query))
}

function rangesIn(element: Element, query: string): Range[] {
  const nodes: { readonly node: Text; readonly start: number }[] = []
  let text = ''
  let piece: Element | null = null
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (!(node instanceof Text) || node.parentElement?.closest(left)) continue
    const itsPiece = node.parentElement?.closest(pieces) ?? null
    // Not a space: nothing is found across the border of two pieces.
    if (itsPiece !== piece) text += '\u{fffc}'
    piece = itsPiece
    nodes.push({ node, start: text.length })
    text += node.data
  }
  const folded = foldWithOrigins(text)
  return occurrencesIn(folded.text, query).flatMap((at) => {
    const range = document.createRange()
    const from = placeOf(nodes, folded.originOf(at))
    const to = placeOf(nodes, folded.originOf(at + query.length), true)
    if (!from || !to) return []
    range.setStart(from.node, from.offset)
    range.setEnd(to.node, to.offset)
    return [range]
  })
}

function placeOf(nodes: readonly { readonly node: Text; readonly start: number }[], index: number, isEnd = false) {
  const found = nodes.findLast(({ start }) => (isEnd ? start < index : start <= index))
  return found && { node: found.node, offset: Math.min(index - found.start, found.node.length) }
}
