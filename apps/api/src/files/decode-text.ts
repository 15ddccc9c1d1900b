/** Control characters that texts have: tabs, line ends, form feeds, and the escape of a terminal's colours. */
const usual: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b])

/**
 * The text that bytes are: valid UTF-8, or UTF-16 that says so, without control characters. Undefined where they are
 * no text. Line ends become `\n`.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
    return hasOddControls(text) ? undefined : text.replace(/\r\n?/g, '\n')
  } catch {
    return undefined // Not valid in its encoding: no text.
  }
}

function hasOddControls(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if ((unit < 0x20 && !usual.has(unit)) || unit === 0x7f) return true
  }
  return false
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return 'utf-8'
}
