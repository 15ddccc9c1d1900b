import { type AttachmentTrays, emptyTray, type Observable, type TrayView } from '@livetype/client'
import { useEffect } from 'react'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'

const nothing: Observable<TrayView> = { get: () => emptyTray, subscribe: () => () => undefined }

/** What is attached in one place of writing, and how to attach more. */
export interface TrayAccess {
  readonly view: TrayView
  /** Undefined until they have come: nothing is attached yet then, unless `isComing`. */
  readonly trays: AttachmentTrays | undefined
  /** Something is attached from an earlier page, and will be there in a moment. */
  readonly isComing: boolean
  add(files: readonly File[]): void
}

/** The tray of a place of writing, by its key. @see AttachmentTrays */
export function useTray(key: string | null): TrayAccess {
  const { attachments, hasKeptAttachments } = useServices()
  const trays = useObservable(attachments)
  const view = useObservable(trays?.tray(key) ?? nothing)
  const isComing = !trays && hasKeptAttachments(key)
  useEffect(() => {
    if (isComing) void attachments.load()
  }, [attachments, isComing])
  return {
    view,
    trays,
    isComing,
    add(files) {
      if (files.length > 0) void attachments.load().then(() => attachments.get()?.add(key, files))
    },
  }
}
