/** Tells whether an element is in sight or no further than a view's height from it, now and whenever that changes. */
export function watchNear(element: Element, tell: (isNear: boolean) => void): () => void {
  const observer = new IntersectionObserver((entries) => tell(entries.at(-1)?.isIntersecting ?? false), {
    root: scrollerOf(element),
    rootMargin: '100% 0px',
  })
  observer.observe(element)
  return () => observer.disconnect()
}

/** What scrolls the element: a margin counts for that alone. Null: the page. */
function scrollerOf(element: Element): Element | null {
  for (let outer = element.parentElement; outer; outer = outer.parentElement) {
    if (outer === document.documentElement || outer === document.body) return null
    if (/^(?:auto|scroll)$/.test(getComputedStyle(outer).overflowY)) return outer
  }
  return null
}
