import { type Ref, ref, watch } from 'vue'

/** Whether the condition has held at some time since the component came onto the page. */
export function useHasBeen(condition: () => boolean): Readonly<Ref<boolean>> {
  const hasBeen = ref(false)
  watch(
    condition,
    (holds) => {
      if (holds) hasBeen.value = true
    },
    { immediate: true, flush: 'sync' },
  )
  return hasBeen
}
