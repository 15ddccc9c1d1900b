import { isOpenMath, readInlineMath } from './math.ts'

/** A mark of emphasis that was opened and not closed yet. */
interface OpenMark {
  readonly character: string
  /** What is left of its characters; those that closed something were its last ones. */
  length: number
  readonly start: number
  /** Where the text after it starts. */
  readonly contentStart: number
}

const wordCharacter = /[\p{L}\p{N}]/u
const whitespace = /\s/

/** Longest text that an open bracket may hold and still count as the beginning of a link. */
const maxLinkTextLength = 300
/** Longest address and title that a link may have to be read as one. */
const maxAddressLength = 2000
/** How many open marks are closed, the last opened ones: each closed one makes the lexer read its inside again. */
const maxClosedMarks = 8

/**
 * Closes what the inline markdown of an unfinished line has opened: emphasis, code, a link, a tag. What is not
 * certain to be anything yet, such as a mark at the very end, is left out until more text arrives.
 */
export function closeInline(text: string): string {
  const open: OpenMark[] = []
  let position = 0
  while (position < text.length) {
    const character = text.charAt(position)
    switch (character) {
      case '\\':
      case '$': {
        const reading = readMathOrEscape(text, position)
        if (reading.status === 'open') return closeMarks(text.slice(0, position), open, reading.text)
        position = reading.end
        break
      }
      case '`': {
        const end = codeSpanEnd(text, position)
        if (end === -1) return closeMarks(closeCodeSpan(text, position), open)
        position = end
        break
      }
      case '<':
        if (isTagBeginning(text.slice(position, position + 200))) return closeMarks(text.slice(0, position), open)
        position += 1
        break
      case '[': {
        const link = readLink(text, position)
        if (link.status === 'open') return closeMarks(withoutOpenLink(text, position) + link.text, open)
        position = link.end
        break
      }
      case '*':
      case '_':
      case '~': {
        const end = runEnd(text, position)
        const isClosing = readMark(text, { start: position, end }, open)
        if (end === text.length && !isClosing) return closeMarks(text.slice(0, position), open)
        position = end
        break
      }
      default:
        position += 1
    }
  }
  return closeMarks(text, open)
}

/**
 * `text` with its innermost open marks closed, those around nothing left out, and the others as they are written.
 * `end` stands behind the text and has no marks in it.
 */
function closeMarks(text: string, open: readonly OpenMark[], end = ''): string {
  if (open.length === 0) return text + end
  let closed = end === '' ? text.trimEnd() : text + end
  let rest = open.length
  let marks = ''
  for (let closedCount = 0; rest > 0 && closedCount < maxClosedMarks; rest -= 1) {
    const mark = open[rest - 1]
    if (mark === undefined) break
    if (marks !== '' || mark.contentStart < closed.length) {
      marks += mark.character.repeat(mark.length)
      closedCount += 1
    } else {
      closed = closed.slice(0, Math.max(0, mark.contentStart - mark.length)).trimEnd()
    }
  }
  return escapeMarks(closed, open.slice(0, rest)) + marks
}

/** `text` with these marks escaped: the lexer would look for the end of each, and of each in the inside of each. */
function escapeMarks(text: string, marks: readonly OpenMark[]): string {
  let escaped = ''
  let position = 0
  for (const { start, length, character } of marks) {
    escaped += text.slice(position, start) + `\\${character}`.repeat(length)
    position = start + length
  }
  return escaped + text.slice(position)
}

/** `text` with all that could mean anything escaped. */
function asWritten(text: string): string {
  return text.trimEnd().replace(/[!-/:-@[-`{-~]/g, '\\$&')
}

function runEnd(text: string, start: number): number {
  let end = start + 1
  while (end < text.length && text.charAt(end) === text.charAt(start)) end += 1
  return end
}

/** Opens or closes emphasis at a run of marks, roughly as CommonMark's flanking rules have it. True: it closes some. */
function readMark(text: string, { start, end }: { start: number; end: number }, open: OpenMark[]): boolean {
  const character = text.charAt(start)
  const before = text.charAt(start - 1) || ' '
  const after = text.charAt(end) || ' '
  let length = end - start
  if (character === '~' && length !== 2) return false
  const isIntraword = wordCharacter.test(before) && wordCharacter.test(after)
  const canClose = !whitespace.test(before) && !(character === '_' && isIntraword)
  // A single star within a word is far more often a multiplication.
  const canOpen = !whitespace.test(after) && !(isIntraword && (character === '_' || length === 1))
  while (canClose && length > 0) {
    const index = open.findLastIndex((mark) => mark.character === character)
    const mark = open[index]
    if (!mark) break
    const closing = Math.min(length, mark.length)
    length -= closing
    mark.length -= closing
    open.length = mark.length === 0 ? index : index + 1
  }
  if (canOpen && length > 0) open.push({ character, length, start: end - length, contentStart: end })
  return length < end - start
}

function codeSpanEnd(text: string, start: number): number {
  const contentStart = runEnd(text, start)
  const length = contentStart - start
  for (let position = text.indexOf('`', contentStart); position !== -1; position = text.indexOf('`', position)) {
    const end = runEnd(text, position)
    if (end - position === length) return end
    position = end
  }
  return -1
}

function closeCodeSpan(text: string, start: number): string {
  const contentStart = runEnd(text, start)
  const content = text.slice(contentStart).replace(/`+$/, '')
  if (content.trim() === '') return text.slice(0, start)
  return text.slice(0, contentStart) + content + text.slice(start, contentStart)
}

/** A tag or an address in angle brackets of which only the name has arrived. */
function isTagBeginning(text: string): boolean {
  return /^<(?:\/?[a-zA-Z][\w-]*|[a-zA-Z][\w+.-]*:[^\s<>]*|[/!]|!-{1,2})?$/.test(text)
}

/** The text before a link that is open; of an image without a name not even its mark stays. */
function withoutOpenLink(text: string, start: number): string {
  const isNameless = text.charAt(start - 1) === '!' && start + 1 >= text.trimEnd().length
  return text.slice(0, isNameless ? start - 1 : start)
}

type Reading = { readonly status: 'done'; readonly end: number } | { readonly status: 'open'; readonly text: string }

/** Reads a formula, an escaped character or dollars that are nothing. An open formula comes with its source. */
function readMathOrEscape(text: string, start: number): Reading {
  if (start === text.length - 1) return { status: 'open', text: '' }
  const rest = text.slice(start)
  const math = readInlineMath(rest)
  if (math) return { status: 'done', end: start + math.raw.length }
  if (isOpenMath(rest)) return { status: 'open', text: asWritten(rest) }
  return { status: 'done', end: text.charAt(start) === '$' ? runEnd(text, start) : start + 2 }
}

/** Reads a link from its bracket on. An open one comes with a text that stands for it: a link to nowhere yet. */
function readLink(text: string, start: number): Reading {
  const rest = text.slice(start + 1, start + 1 + maxLinkTextLength)
  const textEnd = closingOf(text, start, '[]')
  if (textEnd === -1) {
    if (rest.length === maxLinkTextLength || rest.includes('\n')) return { status: 'done', end: start + 1 }
    if (/^\^\S*$/.test(rest)) return { status: 'open', text: '' }
    const inside = closeInline(rest)
    return { status: 'open', text: inside.trim() === '' ? '' : `[${inside}]()` }
  }
  const linkText = text.slice(start, textEnd + 1)
  if (textEnd === text.length - 1) {
    // A number in brackets is a note, an empty or crossed box a task: these may well be all there is.
    const isComplete = /^\[(?:[\d ]*|[ xX]|\^[^\s]+)\]$/.test(linkText)
    return isComplete ? { status: 'done', end: text.length } : { status: 'open', text: `${linkText}()` }
  }
  if (text.charAt(textEnd + 1) !== '(') return { status: 'done', end: start + 1 }
  const end = closingOf(text, textEnd + 1, '()')
  if (end !== -1) return { status: 'done', end: end + 1 }
  if (text.length - textEnd > maxAddressLength) return { status: 'done', end: textEnd + 1 }
  return text.includes('\n', textEnd) ? { status: 'done', end: textEnd + 1 } : { status: 'open', text: `${linkText}()` }
}

/** Where the bracket at `start` is closed; -1 where it is not, or only further on than a link reaches. */
function closingOf(text: string, start: number, brackets: '[]' | '()'): number {
  const end = Math.min(text.length, start + 1 + (brackets === '[]' ? maxLinkTextLength : maxAddressLength))
  let depth = 0
  for (let position = start; position < end; position += 1) {
    const character = text.charAt(position)
    if (character === '\\') position += 1
    else if (character === brackets.charAt(0)) depth += 1
    else if (character === brackets.charAt(1)) {
      depth -= 1
      if (depth === 0) return position
    }
  }
  return -1
}
