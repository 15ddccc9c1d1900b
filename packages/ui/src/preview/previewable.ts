import { maxPreviewLength } from '@livetype/protocol'

const languages: ReadonlySet<string> = new Set(['html', 'htm', 'xhtml', 'svg'])
/** A drawing in a fence of XML: a declaration, a type and comments may come before it. */
const drawing = /^\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*|<!doctype[^>]*>\s*)*<svg[\s>]/i

/** Whether code that is written is a document that can be shown. @see SPEC.md PREVIEW1 */
export function isPreviewable(language: string, text: string): boolean {
  const name = language.toLowerCase()
  if (text.trim() === '' || text.length > maxPreviewLength) return false
  return languages.has(name) || (name === 'xml' && drawing.test(text))
}
