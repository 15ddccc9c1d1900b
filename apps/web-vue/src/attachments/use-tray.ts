import { type AttachmentTrays, emptyTray, type TrayView } from '@livetype/client'
import { computed, type MaybeRefOrGetter, onScopeDispose, type Ref, shallowRef, toValue, watchEffect } from 'vue'
import { useObservable } from '../observable/use-observable.ts'
import { useServices } from '../services/services.ts'

/** What is attached in one place of writing, and how to attach more. */
export interface TrayAccess {
  readonly view: Readonly<Ref<TrayView>>
  /** Undefined until they have come: nothing is attached yet then, unless `isComing`. */
  readonly trays: Readonly<Ref<AttachmentTrays | undefined>>
  /** Something is attached from an earlier page, and will be there in a moment. */
  readonly isComing: Readonly<Ref<boolean>>
  add(files: readonly File[]): void
}

/** The tray of a place of writing, by its key. @see AttachmentTrays */
export function useTray(key: MaybeRefOrGetter<string | null>): TrayAccess {
  const { attachments, hasKeptAttachments } = useServices()
  const trays = useObservable(attachments)
  const view = shallowRef(emptyTray)
  const isComing = computed(() => !trays.value && hasKeptAttachments(toValue(key)))
  let unsubscribe = () => {}
  watchEffect(() => {
    unsubscribe()
    const tray = trays.value?.tray(toValue(key))
    const show = () => {
      view.value = tray?.get() ?? emptyTray
    }
    show()
    unsubscribe = tray?.subscribe(show) ?? (() => {})
    if (isComing.value) void attachments.load()
  })
  onScopeDispose(() => unsubscribe())
  async function add(files: readonly File[]) {
    if (files.length === 0) return
    await attachments.load()
    attachments.get()?.add(toValue(key), files)
  }
  return { view, trays, isComing, add: (files) => void add(files) }
}
