import { Dialog } from '@ark-ui/react/dialog'
import { Portal } from '@ark-ui/react/portal'
import { texts } from '@livetype/ui'
import type { ReactNode } from 'react'
import { Icon } from '../controls/icon.tsx'

/** A dialog in which a person writes: a click beside it closes nothing, so that nothing written is lost by it. */
export function DialogShell(props: { title: string; onClose: () => void; children: ReactNode }) {
  return (
    <Dialog.Root
      open
      closeOnInteractOutside={false}
      onOpenChange={({ open }) => {
        if (!open) props.onClose()
      }}
    >
      <Portal>
        <Dialog.Backdrop />
        <Dialog.Positioner>
          <Dialog.Content>
            <header className="dialog-header">
              <Dialog.Title>{props.title}</Dialog.Title>
              <Dialog.CloseTrigger className="icon-button" aria-label={texts.actions.close}>
                <Icon name="x" />
              </Dialog.CloseTrigger>
            </header>
            <div className="dialog-body">{props.children}</div>
          </Dialog.Content>
        </Dialog.Positioner>
      </Portal>
    </Dialog.Root>
  )
}
