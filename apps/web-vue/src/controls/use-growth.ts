import { type AutoGrow, autoGrow } from '@livetype/ui'
import { onBeforeUnmount, onMounted, type Ref, watch } from 'vue'

/** Keeps a text area as high as its text. */
export function useGrowth(input: Readonly<Ref<HTMLTextAreaElement | null>>, text: Readonly<Ref<string>>): void {
  let grow: AutoGrow | undefined
  onMounted(() => {
    if (input.value) grow = autoGrow(input.value)
  })
  onBeforeUnmount(() => grow?.dispose())
  watch(text, () => grow?.update(), { flush: 'post' })
}
