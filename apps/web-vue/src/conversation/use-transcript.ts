import type { Observable } from '@livetype/client'
import { createTranscriptView, type TranscriptView } from '@livetype/ui'
import { type ComputedRef, computed, type InjectionKey, inject } from 'vue'
import { useServices } from '../services/services.ts'

export const transcriptKey: InjectionKey<TranscriptView> = Symbol('transcript')

/** Of what is no conversation. */
export const followsAlways: Observable<boolean> = { get: () => true, subscribe: () => () => undefined }

/** The transcript around the component. @throws outside of one. */
export function useTranscript(): TranscriptView {
  const transcript = inject(transcriptKey)
  if (!transcript) throw new Error('useTranscript needs a Transcript above it')
  return transcript
}

/** What the transcript of a conversation is bound to; null for the one to come. */
export function useTranscriptView(conversationId: () => string | null): ComputedRef<TranscriptView | null> {
  const { store, readingPlaces: places, frames } = useServices()
  return computed(() => {
    const id = conversationId()
    if (id === null) return null
    const conversation = store.conversation(id)
    return createTranscriptView({ conversationId: id, conversation, places, beforePaint: frames.beforePaint })
  })
}
