import { type MessageView, type Observable, type ReplyRate, watchReplyRate } from '@livetype/client'
import { type ShallowRef, shallowRef, watch } from 'vue'

/** How fast a reply is or was written, looked at once a second. */
export function useRate(
  source: Observable<MessageView | undefined>,
  isRunning: () => boolean,
): Readonly<ShallowRef<ReplyRate | null>> {
  const rate = shallowRef<ReplyRate | null>(null)
  watch(
    isRunning,
    (_, __, onCleanup) => {
      onCleanup(
        watchReplyRate(source, (next) => {
          rate.value = next
        }),
      )
    },
    { immediate: true },
  )
  return rate
}
