import { chatErrorFrom } from '../chat-store/chat-error-from.ts'
import type { Observable } from '../observable.ts'
import type { ImportView } from './import-view.ts'
import type { ImportFile, SendImport } from './send-import.ts'

/** Brings in one file at a time, whatever is shown meanwhile. */
export interface Importer extends Observable<ImportView> {
  /** Begins, and resolves when that has ended, however. Where one is going on already it goes on. */
  start(file: ImportFile): Promise<void>
  /** The file of before once more: what was taken of it is there already, and doubles nothing (DATA2). */
  retry(): Promise<void>
  /** Ends it. What was taken by then stays. */
  stop(): void
  /** Forgets the report, and the file. */
  clear(): void
}

/** @see Importer */
export function createImporter(send: SendImport): Importer {
  const listeners = new Set<() => void>()
  let view: ImportView = { status: 'idle' }
  let file: ImportFile | null = null
  let going: AbortController | null = null

  const show = (next: ImportView) => {
    view = next
    for (const listener of [...listeners]) listener()
  }
  const start = async (given: ImportFile) => {
    if (going) return
    const { name } = given
    const controller = new AbortController()
    going = controller
    file = given
    show({ status: 'running', name, part: 0, conversations: 0 })
    try {
      const report = await send({
        file: given,
        signal: controller.signal,
        onProgress(progress) {
          if (!controller.signal.aborted) show({ status: 'running', name, ...progress })
        },
      })
      show({ status: 'done', name, report })
    } catch (error) {
      if (controller.signal.aborted) show({ status: 'stopped', name })
      else show({ status: 'failed', name, message: chatErrorFrom(error).message })
    } finally {
      going = null
    }
  }
  return {
    get: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start,
    retry: () => (file ? start(file) : Promise.resolve()),
    stop: () => going?.abort(),
    clear() {
      if (going) return
      file = null
      show({ status: 'idle' })
    },
  }
}
