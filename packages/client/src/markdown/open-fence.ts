/** A fence that is open at the end of the text. Reads line by line, each character once. */
export interface OpenFence {
  readonly language: string
  /** The code so far, without a last line that could become the end of the fence. */
  readonly text: string
  /** Takes more of the text. Returns false once the fence has ended: then the lexer has to look. */
  append(text: string): boolean
}

const opening = /^( {0,3})(`{3,}(?=[^`\n]*\n)|~{3,})([^\n]*)\n/

/** The fence that `tail` begins with, or null where it does not begin with one that is open. */
export function openFence(tail: string): OpenFence | null {
  const match = opening.exec(tail)
  if (!match) return null
  const [line, indent = '', marker = '', info = ''] = match
  const closing = new RegExp(`^ {0,3}\\${marker.charAt(0)}{${marker.length},} *$`)
  const beginsToClose = new RegExp(`^ {0,3}\\${marker.charAt(0)}* *$`)
  const stripIndent = new RegExp(`^ {0,${indent.length}}`)
  let complete = ''
  let lastLine = ''
  const fence = {
    language: /^\S*/.exec(info.trim())?.[0] ?? '',
    get text() {
      const isHeld = beginsToClose.test(lastLine)
      return isHeld ? complete.replace(/\n$/, '') : complete + lastLine.replace(stripIndent, '')
    },
    append(text: string) {
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
