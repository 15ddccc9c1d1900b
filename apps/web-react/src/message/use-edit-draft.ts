import { useState } from 'react'
import { useServices } from '../services.ts'

/**
 * What a sent message is being changed to, kept as other drafts are: it outlives the message's leaving the page, as
 * another tab that chooses another version can bring about. Returns the text, what sets it, and what forgets it.
 */
export function useEditDraft(
  messageId: string,
  sentText: string,
): readonly [string, (text: string) => void, () => void] {
  const { drafts } = useServices()
  const key = `edit:${messageId}`
  const [text, setText] = useState(() => drafts.get(key) || sentText)
  const change = (next: string) => {
    setText(next)
    drafts.set(key, next === sentText ? '' : next)
  }
  return [text, change, () => drafts.set(key, '')]
}
