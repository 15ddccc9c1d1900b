import type { Attachment } from '@livetype/protocol'
import { fileLabel, texts, thumbnailSize } from '@livetype/ui'
import { Icon } from '../controls/icon.tsx'

/** What came with a message, as links. */
export function StillAttachments(props: { attachments: readonly Attachment[]; filesAt: string }) {
  const { attachments, filesAt } = props
  if (attachments.length === 0) return null
  return (
    <ul className="message-attachments" aria-label={texts.attachments.label} data-images="one">
      {attachments.map((attachment) => (
        <li key={attachment.fileId}>
          {attachment.type === 'image' ? (
            <a className="attachment-image" href={`${filesAt}${attachment.fileId}`} target="_blank" rel="noopener">
              <img src={`${filesAt}${attachment.fileId}`} alt={attachment.name} {...thumbnailSize(attachment)} />
            </a>
          ) : (
            <a
              className="attachment-card"
              href={`${filesAt}${attachment.fileId}`}
              download={attachment.name}
              aria-label={texts.attachments.download(attachment.name)}
            >
              <span className="attachment-icon">
                <Icon name="file-text" />
              </span>
              <span className="attachment-text">
                <span className="attachment-name" dir="auto">
                  {attachment.name}
                </span>
                <span className="attachment-note">{fileLabel(attachment)}</span>
              </span>
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
