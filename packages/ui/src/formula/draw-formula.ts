import { render } from 'katex'

/** Longest formula that is drawn, in UTF-16 units: a longer one would hold up the page. */
const maxLength = 5000

/**
 * Draws a formula into an element of its own, for the eye and as MathML. Returns false where it can't be read; the
 * element is empty then. The styles are set on elements, not written as text, so that the page's policy allows them.
 * @see SPEC.md RICH1
 */
export function drawFormula(place: HTMLElement, formula: { text: string; isDisplay: boolean }): boolean {
  try {
    if (formula.text.length > maxLength) return false
    render(formula.text, place, {
      displayMode: formula.isDisplay,
      output: 'htmlAndMathml',
      // No links, no images, no attributes; what is not known is an error, shown as the source.
      trust: false,
      throwOnError: true,
      strict: 'ignore',
      maxSize: 10,
      maxExpand: 500,
      // In MathML, the library writes their looks as text.
      macros: { '\\pmb': '\\boldsymbol', '\\fcolorbox': '\\colorbox{#2}{#3}' },
    })
    return true
  } catch {
    // Whatever went wrong, a formula is worth no more than its source.
    place.replaceChildren()
    return false
  }
}
