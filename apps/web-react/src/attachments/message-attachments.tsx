import type { Attachment, ImageAttachment } from '@livetype/protocol'
import { createLatePart, fileLabel, texts, thumbnailSize } from '@livetype/ui'
import { useState } from 'react'
import { Icon } from '../controls/icon.tsx'
import { useObservable } from '../use-observable.ts'

const viewer = createLatePart(async () => (await import('./image-viewer.tsx')).ImageViewer)

/** What came with a message: its images in their size, so that nothing jumps when they come, and its files as cards. */
export function MessageAttachments({ attachments }: { attachments: readonly Attachment[] }) {
  const Viewer = useObservable(viewer)
  const [openedId, setOpenedId] = useState<string | null>(null)
  const images = attachments.filter((attachment) => attachment.type === 'image')
  if (attachments.length === 0) return null
  const open = (image: ImageAttachment) => {
    setOpenedId(image.fileId)
    void viewer.load()
  }
  return (
    <ul
      className="message-attachments"
      aria-label={texts.attachments.label}
      data-images={images.length > 1 ? 'several' : 'one'}
    >
      {attachments.map((attachment) => (
        <li key={attachment.fileId}>
          {attachment.type === 'image' ? (
            <ImageButton image={attachment} onOpen={() => open(attachment)} />
          ) : (
            <FileCard file={attachment} />
          )}
        </li>
      ))}
      {Viewer && openedId !== null && (
        <Viewer images={images} openedId={openedId} onOpen={setOpenedId} onClose={() => setOpenedId(null)} />
      )}
    </ul>
  )
}

function ImageButton({ image, onOpen }: { image: ImageAttachment; onOpen: () => void }) {
  const { fileId, name } = image
  return (
    <button
      type="button"
      className="attachment-image"
      aria-haspopup="dialog"
      aria-label={texts.attachments.view(name)}
      onClick={onOpen}
    >
      <img src={`/files/${fileId}`} alt={name} {...thumbnailSize(image)} loading="lazy" decoding="async" />
    </button>
  )
}

function FileCard({ file }: { file: Attachment }) {
  const { fileId, name } = file
  return (
    <a
      className="attachment-card"
      href={`/files/${fileId}`}
      download={name}
      aria-label={texts.attachments.download(name)}
    >
      <span className="attachment-icon">
        <Icon name="file-text" />
      </span>
      <span className="attachment-text">
        <span className="attachment-name" dir="auto" title={name}>
          {name}
        </span>
        <span className="attachment-note">{fileLabel(file)}</span>
      </span>
    </a>
  )
}
