/** A formula as it stands in a text. */
export interface ReadMath {
  /** What was read, from mark to mark. */
  readonly raw: string
  /** The formula between the marks. */
  readonly text: string
}

/** A formula on lines of its own. Without a closing mark it reaches to the next blank line. */
export interface ReadMathBlock extends ReadMath {
  readonly isClosed: boolean
}

/** Longest formula within a line. */
const maxInlineLength = 2000

const blockOpening = /^ {0,3}(\$\$(?!\$)|\\\[)/
const blankLine = /\n[ \t]*\n/

/**
 * The formula that a line of its own opens with `$$` or `\[`. What its lines hold is no markdown, and a blank line
 * ends it whether it is closed or not: where blocks begin does not hang on a mark that may still come. Undefined
 * where the line is none, also where it goes on behind its formula: that one stands within a paragraph.
 */
export function readMathBlock(source: string): ReadMathBlock | undefined {
  const opening = blockOpening.exec(source)
  if (!opening) return undefined
  const start = opening[0].length
  const blank = blankLine.exec(source)
  const reach = source.slice(0, blank?.index)
  const end = closingOf(reach, start, opening[1] === '$$' ? '$$' : '\\]')
  if (end === -1) {
    const raw = reach.replace(/\n[ \t]*$/, '')
    return { raw, text: raw.slice(start), isClosed: false }
  }
  const isOneLine = !reach.slice(start, end).includes('\n')
  const rest = /^[^\n]*/.exec(reach.slice(end + 2))?.[0] ?? ''
  if (isOneLine && rest.trim() !== '') return undefined
  const raw = reach.slice(0, end + 2) + (rest.trim() === '' ? rest : '')
  return { raw, text: reach.slice(start, end), isClosed: true }
}

/** A formula within a line, with whether it is to be drawn on a line of its own. */
export interface ReadInlineMath extends ReadMath {
  readonly isDisplay: boolean
}

/**
 * The formula that `source` begins with: `$…$` as Pandoc has it, so that prices stay prices, `$$…$$`, `\(…\)` or
 * `\[…\]`. None holds a backtick: code begins there.
 */
export function readInlineMath(source: string): ReadInlineMath | undefined {
  if (source.startsWith('$$')) return source.startsWith('$$$') ? undefined : between(source, '$$', true)
  if (source.startsWith('\\(')) return between(source, '\\)', false)
  // An escaped bracket before an address is what it looks like.
  if (source.startsWith('\\[')) {
    const found = between(source, '\\]', true)
    return found && source.charAt(found.raw.length) === '(' ? undefined : found
  }
  if (!/^\$[^\s$]/.test(source)) return undefined
  const end = closingOf(source.slice(0, maxInlineLength), 1, '$')
  if (end === -1 || /\s/.test(source.charAt(end - 1)) || /[\d$]/.test(source.charAt(end + 1))) return undefined
  return inline(source, { start: 1, end, isDisplay: false })
}

/** Whether the formula that `source` begins with is open: it may well become one, and would flicker until then. */
export function isOpenMath(source: string): boolean {
  if (/^(?:\$\$(?!\$)|\\[([])/.test(source)) return !/`|\n[ \t]*\n/.test(source)
  if (!/^\$[^\s\d$`][^`$\n]*$/.test(source)) return false
  // A word is far more often that of a sentence behind a price or a variable than part of a formula.
  return source.includes('\\') || !/\s\p{L}{3,}/u.test(source)
}

/** `masked` with letters in the place of formulas, so that emphasis neither begins nor ends in one. */
export function maskMath(source: string, masked: string): string {
  let result = ''
  let done = 0
  for (let at = nextMark(source, 0); at !== -1; at = nextMark(source, at)) {
    // What is code is masked already.
    const isVisible = masked.charAt(at) === (source.charAt(at) === '$' ? '$' : '+')
    const found = isVisible ? readInlineMath(source.slice(at, at + maxInlineLength * 2)) : undefined
    if (found) {
      result += masked.slice(done, at) + 'a'.repeat(found.raw.length)
      done = at + found.raw.length
      at = done
    } else at += source.charAt(at) === '$' ? (/^\$+/.exec(source.slice(at, at + 99))?.[0].length ?? 1) : 2
  }
  return result + masked.slice(done)
}

function nextMark(source: string, from: number): number {
  for (let at = from; at < source.length; at += 1) {
    const character = source.charAt(at)
    if (character === '$') return at
    if (character !== '\\') continue
    if (source.charAt(at + 1) === '(' || source.charAt(at + 1) === '[') return at
    at += 1
  }
  return -1
}

function between(source: string, mark: '$$' | '\\)' | '\\]', isDisplay: boolean): ReadInlineMath | undefined {
  const end = closingOf(source.slice(0, maxInlineLength), 2, mark)
  return end === -1 ? undefined : inline(source, { start: 2, end, isDisplay })
}

function inline(
  source: string,
  { start, end, isDisplay }: { start: number; end: number; isDisplay: boolean },
): ReadInlineMath | undefined {
  const text = source.slice(start, end)
  if (text.trim() === '' || text.includes('`')) return undefined
  return { raw: source.slice(0, end + start), text, isDisplay }
}

/** Where the mark closes; -1 where it does not. A backslash takes the character behind it with it. */
function closingOf(text: string, start: number, mark: '$' | '$$' | '\\)' | '\\]'): number {
  for (let at = start; at < text.length; at += 1) {
    if (text.startsWith(mark, at) && !(mark === '$$' && text.charAt(at + 2) === '$')) return at
    if (text.charAt(at) === '\\') at += 1
  }
  return -1
}
