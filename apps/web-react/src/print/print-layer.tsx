import { createLatePart, listenForPrint } from '@livetype/ui'
import { useEffect, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { useObservable } from '../use-observable.ts'

/** What is drawn for paper; it comes after the first paint. */
export const printView = createLatePart(async () => (await import('./print-view.tsx')).PrintView)

/** Draws the whole conversation while the browser prints, however much of it the screen shows. */
export function PrintLayer({ conversationId }: { conversationId: string | null }) {
  const View = useObservable(printView)
  const [isPrinting, setPrinting] = useState(false)
  useEffect(
    () =>
      listenForPrint({
        // The browser takes what is there when its event is over.
        begin: () => flushSync(() => setPrinting(true)),
        end: () => setPrinting(false),
      }),
    [],
  )
  if (!View || !isPrinting || conversationId === null) return null
  return createPortal(<View conversationId={conversationId} />, document.body)
}
