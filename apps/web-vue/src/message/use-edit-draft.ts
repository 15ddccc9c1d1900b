import { computed, ref, type WritableComputedRef } from 'vue'
import { useServices } from '../services/services.ts'

/**
 * What a sent message is being changed to, kept as other drafts are: it outlives the message's leaving the page, as
 * another tab that chooses another version can bring about.
 */
export function useEditDraft(
  messageId: string,
  sentText: string,
): { readonly text: WritableComputedRef<string>; forget(): void } {
  const { drafts } = useServices()
  const key = `edit:${messageId}`
  const written = ref(drafts.get(key) || sentText)
  const text = computed({
    get: () => written.value,
    set(next) {
      written.value = next
      drafts.set(key, next === sentText ? '' : next)
    },
  })
  return { text, forget: () => drafts.set(key, '') }
}
