import type { ImportView, Observable } from '@livetype/client'
import { laterTexts } from '@livetype/ui/later'
import { useEffect } from 'react'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'

const nothing: ImportView = { status: 'idle' }
const idle: Observable<ImportView> = { get: () => nothing, subscribe: () => () => undefined }

/** What an import can be asked for, and how it stands. */
export interface ImporterAccess {
  readonly view: ImportView
  /** Imports the first of these, and says so where there are more. */
  readonly start: (files: readonly File[]) => void
  readonly retry: () => void
  readonly stop: () => void
}

/** The importer: an import goes on while its dialog is closed, and tells of its end all the same. */
export function useImporter(): ImporterAccess {
  const { importer: part, overlay, toaster } = useServices()
  const importer = useObservable(part)
  const view = useObservable(importer ?? idle)
  useEffect(() => void part.load(), [part])

  const tellIfClosed = () => {
    const end = part.get()?.get()
    if (overlay.get() === 'data' || !end) return
    if (end.status === 'done') toaster.create({ title: laterTexts.data.done(end.name), type: 'info' })
    if (end.status === 'failed') toaster.create({ title: laterTexts.data.failed(end.message), type: 'error' })
  }
  return {
    view,
    start([file, ...others]) {
      if (others.length > 0) toaster.create({ title: laterTexts.data.one, type: 'info' })
      if (file) void part.load().then(() => part.get()?.start(file).then(tellIfClosed))
    },
    retry: () => void importer?.retry().then(tellIfClosed),
    stop: () => importer?.stop(),
  }
}
