/** A fenced code block around any text: its fence is longer than all that the text has. */
export function fenced(text: string, language = ''): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`{3,}/g), ([fence]) => fence.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}`
}

/** Markdown whose last code block is closed: what follows a reply that was cut off is no code of it. */
export function withClosedFence(markdown: string): string {
  let open = ''
  for (const line of markdown.split('\n')) {
    const [, fence = '', info = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? []
    if (fence === '') continue
    if (open === '') {
      if (!(fence.startsWith('`') && info.includes('`'))) open = fence
    } else if (fence.startsWith(open) && info.trim() === '') open = ''
  }
  return open === '' ? markdown : `${markdown.replace(/\n$/, '')}\n${open}`
}

/** Text as one line that is no markup. */
export function plainLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/([\\`*_[\]<>#])/g, '\\$1')
}
