import { createLatePart } from '@livetype/ui'
import { computed, onWatcherCleanup, watch } from 'vue'
import { useRouter } from 'vue-router'
import { useObservable } from '../observable/use-observable.ts'
import { useServices } from '../services/services.ts'

/** What tells of long replies. */
const notices = createLatePart(() => import('@livetype/ui/later'))

/** Tells outside of the page that a long reply of the open conversation is ready, where a person wants that. */
export function useNotices(openId: () => string | null): void {
  const { store, notices: kept } = useServices()
  const part = useObservable(notices)
  const choice = useObservable(kept)
  const isKept = computed(() => choice.value === 'on')
  const router = useRouter()

  watch(
    isKept,
    (isWanted) => {
      if (isWanted) void notices.load()
    },
    { immediate: true },
  )
  watch(
    [part, isKept, openId],
    ([late, isWanted, conversationId]) => {
      if (!late || !isWanted || conversationId === null || late.noticeChoice('on') !== 'on') return
      onWatcherCleanup(
        late.watchForNotices({
          conversationId,
          view: store.conversation(conversationId),
          message: (id) => store.message(conversationId, id).get(),
          isWanted: () => late.noticeChoice(kept.get()) === 'on',
          open: () => void router.push(`/c/${conversationId}`),
        }),
      )
    },
    { immediate: true },
  )
}
