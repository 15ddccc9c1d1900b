import { createContext, useContext } from 'react'

/** What the scroller of the messages does for what stands in it. */
export interface TranscriptView {
  /** Jumps to the end and follows from there. */
  scrollToLatest(): void
}

export const TranscriptContext = createContext<TranscriptView | null>(null)

/** The transcript around the component. @throws outside of one. */
export function useTranscript(): TranscriptView {
  const transcript = useContext(TranscriptContext)
  if (!transcript) throw new Error('useTranscript needs a Transcript above it')
  return transcript
}
