import type { OpenBlock } from './open-block.ts'

const opening = /^( {0,3})(`{3,}(?=[^`\n]*\n)|~{3,})([^\n]*)\n/

/**
 * The fence that `tail` begins with, or null where it does not begin with one that is open. It is read line by line,
 * each character once; a last line that could become its end is left out.
 */
export function openFence(tail: string): OpenBlock | null {
  const match = opening.exec(tail)
  if (!match) return null
  const [line, indent = '', marker = '', info = ''] = match
  const closing = new RegExp(`^ {0,3}\\${marker.charAt(0)}{${marker.length},} *$`)
  const beginsToClose = new RegExp(`^ {0,3}\\${marker.charAt(0)}* *$`)
  const stripIndent = new RegExp(`^ {0,${indent.length}}`)
  let complete = ''
  let lastLine = ''
  const language = /^\S*/.exec(info.trim())?.[0] ?? ''
  const fence: OpenBlock = {
    nodes() {
      const isHeld = beginsToClose.test(lastLine)
      const text = isHeld ? complete.replace(/\n$/, '') : complete + lastLine.replace(stripIndent, '')
      return [{ kind: 'code', language, text, isClosed: false }]
    },
    append(text) {
      const lines = (lastLine + text).split('\n')
      lastLine = lines.pop() ?? ''
      for (const each of lines) {
        if (closing.test(each)) return false
        complete += `${each.replace(stripIndent, '')}\n`
      }
      return true
    },
  }
  return fence.append(tail.slice(line.length)) ? fence : null
}
