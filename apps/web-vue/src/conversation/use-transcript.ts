import { type InjectionKey, inject } from 'vue'

/** What the scroller of the messages does for what stands in it. */
export interface TranscriptView {
  /** Jumps to the end and follows from there. */
  scrollToLatest(): void
}

export const transcriptKey: InjectionKey<TranscriptView> = Symbol('transcript')

/** The transcript around the component. @throws outside of one. */
export function useTranscript(): TranscriptView {
  const transcript = inject(transcriptKey)
  if (!transcript) throw new Error('useTranscript needs a Transcript above it')
  return transcript
}
