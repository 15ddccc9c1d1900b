import { Dialog } from '@ark-ui/react/dialog'
import { Portal } from '@ark-ui/react/portal'
import type { ImageAttachment } from '@livetype/protocol'
import { texts, versionStep } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import type { KeyboardEvent } from 'react'
import { Icon } from '../controls/icon.tsx'

/** The images of a message, one at a time, over the page. The arrow keys go from one to the next. */
export function ImageViewer(props: {
  readonly images: readonly ImageAttachment[]
  readonly openedId: string
  readonly onOpen: (fileId: string) => void
  readonly onClose: () => void
}) {
  const { images, openedId } = props
  const index = images.findIndex(({ fileId }) => fileId === openedId)
  const image = images[index]
  if (!image) return null
  const { viewer } = laterTexts.attachments
  const step = (by: number) => {
    const next = images[(index + by + images.length) % images.length]
    if (next) props.onOpen(next.fileId)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (images.length < 2) return
    const pressed = versionStep(event.nativeEvent, document.documentElement.dir)
    if (pressed !== null) step(pressed === 'next' ? 1 : -1)
  }
  return (
    <Dialog.Root open onOpenChange={({ open }) => !open && props.onClose()}>
      <Portal>
        <Dialog.Backdrop />
        <Dialog.Positioner className="image-viewer-positioner">
          <Dialog.Content className="image-viewer" onKeyDown={onKeyDown}>
            <div className="image-viewer-bar">
              <Dialog.Title className="image-viewer-title" dir="auto">
                {image.name}
              </Dialog.Title>
              <span className="image-viewer-note">{viewer.size(image.width, image.height)}</span>
              {images.length > 1 && (
                <>
                  <button type="button" className="icon-button" aria-label={viewer.previous} onClick={() => step(-1)}>
                    <Icon name="chevron-left" />
                  </button>
                  <span role="status">{viewer.place(index + 1, images.length)}</span>
                  <button type="button" className="icon-button" aria-label={viewer.next} onClick={() => step(1)}>
                    <Icon name="chevron-right" />
                  </button>
                </>
              )}
              <a href={`/files/${image.fileId}`} target="_blank" rel="noreferrer">
                {viewer.original}
              </a>
              <Dialog.CloseTrigger className="icon-button" aria-label={texts.actions.close}>
                <Icon name="x" />
              </Dialog.CloseTrigger>
            </div>
            <div className="image-viewer-stage">
              <img
                key={image.fileId}
                src={`/files/${image.fileId}`}
                alt={image.name}
                width={image.width}
                height={image.height}
              />
            </div>
          </Dialog.Content>
        </Dialog.Positioner>
      </Portal>
    </Dialog.Root>
  )
}
