/** What a search shows of a block of code whose picture or preview stands in the place of its source. */
const shown = 'data-found'

/**
 * Shows the sources of a drawn message in which something is found, beside what is shown of them, so that it can be
 * marked and scrolled to; and takes away again those in which nothing is found any more.
 */
export function showSources(message: Element, found: readonly Range[]): void {
  for (const source of message.querySelectorAll('.code-block > pre[data-unseen]')) {
    source.parentElement?.toggleAttribute(
      shown,
      found.some(({ startContainer }) => source.contains(startContainer)),
    )
  }
}

/** The search has ended. */
export function hideSources(): void {
  for (const block of document.querySelectorAll(`[${shown}]`)) block.removeAttribute(shown)
}
