import { closeInline } from './close-inline.ts'
import { readMathBlock } from './math.ts'

/** A last line of which only marks have arrived: it could become anything. */
const onlyMarks =
  /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(?:[-+*=_>#`~:|<!$\\[ \t]+|\d{1,9}[.)]|\[[ xX]\]?|\[\^[^\]\s]*\]?:?)?[ \t]*$/

/** What a line starts with before its text: quotes, list markers, a heading's hashes, a footnote's mark. */
const linePrefix = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)]|#{1,6})[ \t]+(?:\[[ xX]\][ \t]+)?)*(?:\[\^[^\]\s]+\]:[ \t]*)?/

const mathLine = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(?=\$\$(?!\$)|\\\[)/

const fenceLine = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/
const delimiterRow = /^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*:?-+:?[ \t]*\|?[ \t]*$/

/**
 * A text that stands for the unfinished end of a document while it is typed: what the last line has opened is
 * closed, what could still become anything is left out, a table is one from its first row on. Only for the eye:
 * blocks are settled by the text itself.
 */
export function closeTail(tail: string): string {
  const lastLineStart = tail.lastIndexOf('\n') + 1
  const lastLine = tail.slice(lastLineStart)
  if (hasOpenFence(tail)) return /^[ \t>]*[`~]{1,}[ \t]*$/.test(lastLine) ? tail.slice(0, lastLineStart) : tail
  if (/^(?: {4}|\t)/.test(lastLine) && /^(?: {4}|\t)/.test(tail)) return tail
  if (endsInMath(tail)) return tail
  const text = lastLine !== '' && onlyMarks.test(lastLine) ? tail.slice(0, lastLineStart) : tail
  const start = blockStart(text)
  const block = text.slice(start)
  if (/^[ \t]*\|/.test(block)) return text.slice(0, start) + closeTable(block)
  const prefix = linePrefix.exec(block)?.[0] ?? ''
  return text.slice(0, start) + prefix + closeInline(block.slice(prefix.length))
}

function hasOpenFence(text: string): boolean {
  let open = ''
  for (const line of text.split('\n')) {
    if (open === '') open = fenceLine.exec(line)?.[1] ?? ''
    else if (closesFence(line, open)) open = ''
  }
  return open !== ''
}

/** Whether the text ends in a formula on lines of its own, be it closed or not: that is shown as it is. */
function endsInMath(text: string): boolean {
  const lines = text.replace(/\n$/, '').split('\n')
  const start = lines.findLastIndex((line) => line.trim() === '') + 1
  for (let at = start; at < lines.length; at += 1) {
    const prefix = mathLine.exec(lines[at] ?? '')?.[0]
    if (prefix === undefined) continue
    const math = readMathBlock(lines.slice(at).join('\n').slice(prefix.length))
    if (math) at += math.raw.split('\n').length - 1
    if (math && at >= lines.length - 1) return math.text !== '' || text.endsWith('\n')
  }
  return false
}

function closesFence(line: string, opening: string): boolean {
  const mark = line.replace(/^[ \t>]+/, '').trimEnd()
  return mark.length >= opening.length && mark === opening.charAt(0).repeat(mark.length)
}

/** Where the last paragraph, list item, heading or table of a text begins: inline syntax does not reach across. */
function blockStart(text: string): number {
  const body = text.trimEnd()
  let start = body.lastIndexOf('\n') + 1
  while (start > 0) {
    const line = body.slice(start, lineEnd(body, start))
    if (line.trim() === '') return lineEnd(body, start) + 1
    const previousStart = body.lastIndexOf('\n', start - 2) + 1
    const previous = body.slice(previousStart, start - 1)
    const isTable = /^[ \t]*\|/.test(line)
    const prefix = linePrefix.exec(line)?.[0].trim() ?? ''
    if ((prefix !== '' && !isTable) || previous.trim() === '') return start
    if (isTable !== /^[ \t]*\|/.test(previous)) return start
    start = previousStart
  }
  return start
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start)
  return end === -1 ? text.length : end
}

/** Closes the last cell of a table; under a header that is alone it draws the line that makes it a table. */
function closeTable(table: string): string {
  const rows = table.trimEnd().split('\n')
  const header = rows[0] ?? ''
  if (rows.length === 1 || !delimiterRow.test(rows[1] ?? '')) {
    if (rows.length > 1) return table
    const closed = table.endsWith('\n') ? header.trimEnd() : closeLastCell(header)
    const complete = closed.endsWith('|') ? closed : `${closed} |`
    const columnCount = complete.replace(/\\[\s\S]/g, '').split('|').length - 2
    return columnCount < 1 ? '' : `${complete}\n|${'---|'.repeat(columnCount)}`
  }
  if (table.endsWith('\n') || rows.length === 2) return table
  const last = rows.pop() ?? ''
  return [...rows, closeLastCell(last)].join('\n')
}

function closeLastCell(row: string): string {
  const cellStart = row.lastIndexOf('|') + 1
  return row.slice(0, cellStart) + closeInline(row.slice(cellStart))
}
