import type { ImportView, Observable } from '@livetype/client'
import { laterTexts } from '@livetype/ui/later'
import { useObservable } from '../observable/use-observable.ts'
import { useServices } from '../services/services.ts'

const nothing: ImportView = { status: 'idle' }
const idle: Observable<ImportView> = { get: () => nothing, subscribe: () => () => undefined }

/** The importer: an import goes on while its dialog is closed, and tells of its end all the same. */
export function useImporter() {
  const { importer: part, overlay, toaster } = useServices()
  const importer = useObservable(part)
  const view = useObservable(() => importer.value ?? idle)
  void part.load()

  const tellIfClosed = () => {
    const end = part.get()?.get()
    if (overlay.get() === 'data' || !end) return
    if (end.status === 'done') toaster.create({ title: laterTexts.data.done(end.name), type: 'info' })
    if (end.status === 'failed') toaster.error({ title: laterTexts.data.failed(end.message) })
  }
  return {
    view,
    /** Imports the first of these, and says so where there are more. */
    start([file, ...others]: readonly File[]) {
      if (others.length > 0) toaster.create({ title: laterTexts.data.one, type: 'info' })
      if (file) void part.load().then(() => part.get()?.start(file).then(tellIfClosed))
    },
    retry: () => void importer.value?.retry().then(tellIfClosed),
    stop: () => importer.value?.stop(),
  }
}
