import { copiedMs, copyText, texts } from '@livetype/ui'
import { inject, onScopeDispose, ref } from 'vue'
import { servicesKey } from '../services/services.ts'

/** A copy button: copies what `text` gives, says for a moment that it did, and tells where it could not. */
export function useCopy(text: () => string) {
  // A shared page has no services, and nowhere to say more.
  const toaster = inject(servicesKey, null)?.toaster
  const state = ref<'idle' | 'copied'>('idle')
  let timer: ReturnType<typeof setTimeout> | undefined
  onScopeDispose(() => clearTimeout(timer))

  async function copy() {
    clearTimeout(timer)
    if (!(await copyText(text()))) {
      toaster?.error({ title: texts.actions.copyFailed })
      return
    }
    state.value = 'copied'
    timer = setTimeout(() => {
      state.value = 'idle'
    }, copiedMs)
  }
  return { state, copy }
}
