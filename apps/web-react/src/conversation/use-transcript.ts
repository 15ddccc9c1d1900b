import { createTranscriptView, type TranscriptView } from '@livetype/ui'
import { createContext, useContext, useMemo } from 'react'
import { useServices } from '../services.ts'

/** Null on the page of a conversation to come. */
export const TranscriptContext = createContext<TranscriptView | null>(null)

/** The transcript around the component. @throws outside of one. */
export function useTranscript(): TranscriptView {
  const transcript = useContext(TranscriptContext)
  if (!transcript) throw new Error('useTranscript needs a Transcript above it')
  return transcript
}

/** What the transcript of a conversation is bound to; null for the one to come. */
export function useTranscriptView(conversationId: string | null): TranscriptView | null {
  const { store, readingPlaces: places, frames } = useServices()
  return useMemo(() => {
    if (conversationId === null) return null
    const conversation = store.conversation(conversationId)
    return createTranscriptView({ conversationId, conversation, places, beforePaint: frames.beforePaint })
  }, [store, places, frames, conversationId])
}
