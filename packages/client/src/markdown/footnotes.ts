/** What a footnote says, as it stands in a text. */
export interface ReadFootnote {
  readonly raw: string
  readonly label: string
  /** Its blocks, without the mark and the indent. */
  readonly text: string
}

const label = '\\[\\^([^\\]\\[\\s]{1,100})\\]'
const definition = new RegExp(`^ {0,3}${label}:[ \\t]*`)
const reference = new RegExp(`^${label}(?!\\()`)
/** Lines that end the first paragraph of a footnote without a blank line before them. */
const interrupting = new RegExp(`^ {0,3}(?:${label}:|#{1,6}(?:[ \\t]|$)|\`{3}|~{3}|>|\\$\\$|\\\\\\[)`)

/**
 * The footnote that is defined where `source` begins: its line, those that follow without a blank one, and after
 * blank ones those that are indented.
 */
export function readFootnote(source: string): ReadFootnote | undefined {
  const opening = definition.exec(source)
  if (!opening) return undefined
  const lines = source.slice(opening[0].length).split('\n')
  let count = 1
  for (let at = 1; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (line.trim() === '') continue
    const isIndented = /^(?: {4}|\t)/.test(line)
    const isLazy = count === at && !interrupting.test(line)
    if (!isIndented && !isLazy) break
    count = at + 1
  }
  const kept = lines.slice(0, count)
  const text = kept.map((line, at) => (at === 0 ? line : line.replace(/^(?: {1,4}|\t)/, ''))).join('\n')
  return { raw: opening[0] + kept.join('\n'), label: opening[1] ?? '', text }
}

/** The mark of a footnote that `source` begins with. */
export function readFootnoteReference(source: string): { raw: string; label: string } | undefined {
  const match = reference.exec(source)
  return match ? { raw: match[0], label: match[1] ?? '' } : undefined
}
