import { createKept } from './create-kept.ts'

/** How a person has set a block of code. */
export interface CodeView {
  readonly isWrapped: boolean
  /** It shows some of its lines, and scrolls: what is not in sight can be searched, printed and reached all the same. */
  readonly isFolded: boolean
  /** What it is a document of stands in its place. @see SPEC.md PREVIEW1 */
  readonly isPreviewed: boolean
  /** Of a diagram: the source stands in place of the picture. @see SPEC.md DIAGRAM1 */
  readonly isSource: boolean
}

/** A block of more lines can be folded. */
const longLines = 25

const views = createKept<CodeView>({ isWrapped: false, isFolded: false, isPreviewed: false, isSource: false })

/** How a block of this text was left: rows that are out of sight are not drawn, and come back as they were. */
export const codeViewAt = (text: string): CodeView => views.at(text)

/** Keeps how a block was set. */
export const keepCodeView = (text: string, view: CodeView): void => views.keep(text, view)

/** Whether there is so much that folding it is worth a button. */
export function isLongCode(text: string): boolean {
  return lineCount(text) > longLines
}

/** How many lines a text has. */
export function lineCount(text: string): number {
  let count = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

/**
 * A block that is folded, or shown otherwise, stays in sight: folded from its middle, its top comes down to where its
 * button was, and where it has grown beyond the view, it comes up. So does an image. @param inside an element of the block
 */
export function keepBlockInSight(inside: Pick<Element, 'closest'>): void {
  const block = inside.closest('.code-block, .image-loader')
  // In the frame after that in which the transcript holds what it showed.
  requestAnimationFrame(() => requestAnimationFrame(() => block?.scrollIntoView({ block: 'nearest' })))
}
