import { createLatePart, texts } from '@livetype/ui'
import { type ReactNode, useState } from 'react'
import { Icon } from '../controls/icon.tsx'
import { useObservable } from '../use-observable.ts'

const detailsPart = createLatePart(async () => (await import('../usage/reply-details.tsx')).ReplyDetails)

/** What an answer took, below it while that is open; fetched when it is first asked for. */
export function useDetails(conversationId: string, messageId: string): DetailsState {
  const [isOpen, setOpen] = useState(false)
  const Details = useObservable(detailsPart)
  return {
    isOpen,
    part: isOpen && Details ? <Details conversationId={conversationId} messageId={messageId} /> : null,
    toggle() {
      setOpen(!isOpen)
      if (isOpen) return
      void detailsPart.load().catch((error: unknown) => {
        setOpen(false)
        throw error
      })
    },
  }
}

interface DetailsState {
  readonly isOpen: boolean
  readonly part: ReactNode
  readonly toggle: () => void
}

/** Opens and closes what an answer took. */
export function DetailsAction({ details }: { details: DetailsState }) {
  return (
    <button
      type="button"
      className="action"
      aria-expanded={details.isOpen}
      aria-label={texts.actions.details}
      data-tooltip={texts.actions.details}
      onClick={details.toggle}
    >
      <Icon name="info" />
    </button>
  )
}
