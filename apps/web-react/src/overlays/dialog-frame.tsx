import { Dialog } from '@ark-ui/react/dialog'
import { Portal } from '@ark-ui/react/portal'
import { texts } from '@livetype/ui'
import type { ReactNode } from 'react'
import { Icon } from '../controls/icon.tsx'
import type { OverlayProps } from './overlays.tsx'

/** A dialog with a title and a way out, over the page; on a phone it fills the screen. */
export function DialogFrame(
  props: Omit<OverlayProps, 'onGone'> & {
    readonly title: string
    readonly onGone?: OverlayProps['onGone']
    /** A person writes in it: a click beside it closes nothing, so that nothing written is lost by it. */
    readonly isWriting?: boolean
    /** `bare`: the title is only heard, and Escape or a click beside it is the way out. */
    readonly kind?: 'bare'
    /** Nothing in it takes the focus: the body does, so that keys scroll it. */
    readonly isOnlyRead?: boolean
    readonly children: ReactNode
  },
) {
  return (
    <Dialog.Root
      open={props.isOpen}
      lazyMount
      unmountOnExit
      closeOnInteractOutside={!props.isWriting}
      onOpenChange={({ open }) => {
        if (!open) props.onClose()
      }}
      {...(props.onGone && { onExitComplete: props.onGone })}
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
            <div className="dialog-body" {...(props.isOnlyRead && { tabIndex: 0 })}>
              {props.children}
            </div>
          </Dialog.Content>
        </Dialog.Positioner>
      </Portal>
    </Dialog.Root>
  )
}
