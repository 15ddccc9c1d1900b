import { copyText } from './copy-text.ts'
import { exportAddress } from './export-address.ts'

/** Puts a conversation on the clipboard, as its export as Markdown has it. Answers whether that worked; never throws. */
export async function copyConversation(conversationId: string): Promise<boolean> {
  return copyText(readMarkdown(conversationId))
}

async function readMarkdown(conversationId: string): Promise<string> {
  const response = await fetch(exportAddress({ format: 'markdown', conversationId }))
  if (!response.ok) throw new Error(`The conversation could not be read (${response.status}).`)
  return response.text()
}
