import { openShares } from '@livetype/client/share'
import { laterTexts } from '@livetype/ui/later'
import { useState } from 'react'
import { DialogFrame } from '../overlays/dialog-frame.tsx'
import type { OverlayProps } from '../overlays/overlays.tsx'
import { useServices } from '../services.ts'
import { ShareForm } from './share-form.tsx'
import { ShareLinks } from './share-links.tsx'

/** Makes links to a copy of a conversation, and lists those there are. */
export function ShareDialog(props: OverlayProps) {
  const { overlay, client } = useServices()
  // Of the conversation it was opened for, also while it goes.
  const [shares] = useState(() => openShares(client, overlay.about() ?? ''))
  const [said, say] = useState('')
  const words = laterTexts.share
  return (
    <DialogFrame {...props} title={words.title}>
      <p className="field-note">{words.intro}</p>
      <p className="field-note">{words.who}</p>
      <ShareForm shares={shares} onSay={say} />
      <ShareLinks shares={shares} onSay={say} />
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </DialogFrame>
  )
}
