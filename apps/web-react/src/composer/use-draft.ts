import { useCallback, useSyncExternalStore } from 'react'
import { useServices } from '../services.ts'

/** What is written in the composer, kept per conversation; null is the conversation to come. */
export function useDraft(conversationId: string | null): readonly [string, (text: string) => void] {
  const { drafts } = useServices()
  const text = useSyncExternalStore(drafts.subscribe, () => drafts.get(conversationId))
  const setText = useCallback((next: string) => drafts.set(conversationId, next), [drafts, conversationId])
  return [text, setText]
}
