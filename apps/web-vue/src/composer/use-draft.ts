import { computed, type MaybeRefOrGetter, onScopeDispose, shallowRef, toValue, type WritableComputedRef } from 'vue'
import { useServices } from '../services/services.ts'

/** What is written in the composer, kept per conversation; null is the conversation to come. */
export function useDraft(conversationId: MaybeRefOrGetter<string | null>): WritableComputedRef<string> {
  const { drafts } = useServices()
  const version = shallowRef(0)
  onScopeDispose(
    drafts.subscribe(() => {
      version.value++
    }),
  )
  return computed({
    get() {
      void version.value
      return drafts.get(toValue(conversationId))
    },
    set(text) {
      drafts.set(toValue(conversationId), text)
    },
  })
}
