import { type Action, createLatePart, focusTranscript, focusWhenShown, type TranscriptView } from '@livetype/ui'
import { useMemo, useRef, useState } from 'react'
import { useActions } from '../overlays/use-actions.ts'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'

const findBar = createLatePart(async () => (await import('./find-bar.tsx')).FindBar)

/** Where the search within the conversation comes, once somebody asks for it. */
export function FindPlace({ conversationId, transcript }: { conversationId: string; transcript: TranscriptView }) {
  const { overlay } = useServices()
  const [isOpen, setOpen] = useState(false)
  const opener = useRef<Element | null>(null)
  const Bar = useObservable(findBar)
  useActions(
    useMemo(
      (): Action[] => [
        {
          id: 'find',
          // In its field, and in a dialog, the key is the browser's.
          isAvailable: () =>
            (overlay.get() ?? 'palette') === 'palette' && !document.activeElement?.closest('.find-bar'),
          run() {
            opener.current = document.activeElement
            setOpen(true)
            void findBar.load().then(
              () => {
                focusWhenShown('.find-input')
              },
              (error: unknown) => {
                setOpen(false)
                throw error
              },
            )
          },
        },
      ],
      [overlay],
    ),
  )
  if (!isOpen || !Bar) return null
  const close = () => {
    setOpen(false)
    if (opener.current instanceof HTMLElement && opener.current.isConnected && opener.current !== document.body) {
      opener.current.focus({ preventScroll: true })
    } else focusTranscript()
  }
  return <Bar conversationId={conversationId} transcript={transcript} onClose={close} />
}
