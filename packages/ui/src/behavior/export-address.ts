/** What is to be a file: a conversation, or all of them where none is named. JSON has all branches. */
export interface ExportedFile {
  readonly format: 'json' | 'markdown'
  readonly conversationId?: string
}

/** Where a server gives an export: a link to it is saved as it comes, and never in the memory of the page. */
export function exportAddress({ format, conversationId }: ExportedFile): string {
  const query = new URLSearchParams({ format, ...(conversationId !== undefined && { conversation: conversationId }) })
  return `/export?${query}`
}

/** Has the browser save an export, as if a link to it had been followed. The server names the file. */
export function saveExport(file: ExportedFile): void {
  const link = document.createElement('a')
  link.href = exportAddress(file)
  link.download = ''
  document.body.append(link)
  link.click()
  link.remove()
}
