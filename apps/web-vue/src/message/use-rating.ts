import type { Feedback } from '@livetype/protocol'
import { createLatePart, failureText, nextRating, texts } from '@livetype/ui'
import { computed, reactive, ref } from 'vue'
import { useObservable } from '../observable/use-observable.ts'
import { useServices } from '../services/services.ts'

/** The form that takes a word beside a rating; fetched when something is rated for the first time. */
const commentForm = createLatePart(async () => (await import('./RatingComment.vue')).default)

/** What a person thinks of an answer, and what it takes to say so. @see SPEC.md FEED1 */
export function useRating(answer: { readonly conversationId: string; readonly messageId: string }) {
  const { store, toaster } = useServices()
  const view = useObservable(() => store.message(answer.conversationId, answer.messageId))
  const feedback = computed(() => (view.value?.message.role === 'assistant' ? view.value.message.feedback : undefined))
  const form = useObservable(commentForm)
  /** What was done here last; undefined: nothing yet. */
  const given = ref<Feedback | null>()
  const isAsking = ref(false)

  function give(next: Feedback | null): void {
    given.value = next
    store.rate(answer.conversationId, answer.messageId, next).catch((error: unknown) => {
      isAsking.value = false
      toaster.error({ title: failureText(texts.errors.ratingFailed, error) })
    })
  }

  return reactive({
    messageId: computed(() => answer.messageId),
    feedback,
    given,
    /** The rating that may get a word beside it. */
    asked: computed(() => (isAsking.value ? feedback.value?.rating : undefined)),
    form,
    async press(pressed: Feedback['rating']): Promise<void> {
      const next = nextRating(feedback.value, pressed)
      give(next)
      isAsking.value = next !== null
      // A rating counts without a word: where the form can't be fetched, none is asked for.
      if (next) await commentForm.load().catch(() => (isAsking.value = false))
    },
    close(): void {
      isAsking.value = false
    },
    comment(comment: string): void {
      isAsking.value = false
      if (feedback.value) give({ rating: feedback.value.rating, comment })
    },
  })
}

/** @see useRating */
export type RatingState = ReturnType<typeof useRating>
