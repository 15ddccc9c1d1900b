import { Dialog } from '@ark-ui/react/dialog'
import { Portal } from '@ark-ui/react/portal'
import { texts } from '@livetype/ui'
import type { ReactNode } from 'react'
import { Icon } from '../controls/icon.tsx'
import type { OverlayProps } from './overlays.tsx'

/** A dialog with a title and a way out, over the page; on a phone it fills the screen. */
export function DialogFrame(
  props: OverlayProps & {
    readonly title: string
    /** `bare`: the title is only heard, and Escape or a click beside it is the way out. */
    readonly kind?: 'bare'
    readonly children: ReactNode
  },
) {
  return (
    <Dialog.Root
      open={props.isOpen}
      lazyMount
      unmountOnExit
      onOpenChange={({ open }) => {
        if (!open) props.onClose()
      }}
      onExitComplete={props.onGone}
    >
      <Portal>
        <Dialog.Backdrop />
        <Dialog.Positioner>
          <Dialog.Content data-kind={props.kind}>
            {props.kind === 'bare' ? (
              <Dialog.Title className="visually-hidden">{props.title}</Dialog.Title>
            ) : (
              <header className="dialog-header">
                <Dialog.Title>{props.title}</Dialog.Title>
                <Dialog.CloseTrigger className="icon-button" aria-label={texts.actions.close}>
                  <Icon name="x" />
                </Dialog.CloseTrigger>
              </header>
            )}
            <div className="dialog-body">{props.children}</div>
          </Dialog.Content>
        </Dialog.Positioner>
      </Portal>
    </Dialog.Root>
  )
}
