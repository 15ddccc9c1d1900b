import type { TrayView } from '@livetype/client'
import { type Ref, ref, watch } from 'vue'

/**
 * Sends at once where nothing is on its way up, and else when all of it has arrived: what fails meanwhile ends the
 * waiting, and so does asking to send once more, or going elsewhere. @see SPEC.md FILE3
 */
export function useWaitForUploads(
  key: () => string | null,
  view: Readonly<Ref<TrayView>>,
  send: () => void,
): { readonly isWaiting: Readonly<Ref<boolean>>; ask(): void } {
  const isWaiting = ref(false)
  watch(key, () => {
    isWaiting.value = false
  })
  watch(view, ({ isUploading, hasFailed }) => {
    if (!isWaiting.value || isUploading) return
    isWaiting.value = false
    if (!hasFailed) send()
  })
  return {
    isWaiting,
    ask() {
      if (isWaiting.value) isWaiting.value = false
      else if (view.value.isUploading) isWaiting.value = true
      else send()
    },
  }
}
