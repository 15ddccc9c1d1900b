import type { TrayItem } from '@livetype/client'
import { fileLabel, sentenceOf } from '@livetype/ui'
import { laterTexts, listenForDroppedFiles, trayAnnouncement } from '@livetype/ui/later'
import { useCallback, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Icon } from '../controls/icon.tsx'
import type { TrayAccess } from './use-tray.ts'

/** What is attached to what is being written. */
export function AttachmentTray(props: {
  readonly trayKey: string | null
  readonly tray: TrayAccess
  /** Whether it takes files that are dropped on the page. */
  readonly takesDrops?: boolean
  /** The button that was pressed goes with what it stands on: the focus has to go elsewhere. */
  readonly onRemoved: () => void
}) {
  const { trayKey, tray } = props
  const { items } = tray.view
  const [said, say] = useAnnouncements(items)
  return (
    <>
      {items.length > 0 && (
        <ul className="attachment-tray" aria-label={laterTexts.attachments.tray}>
          {items.map((item) => (
            <Chip
              key={item.id}
              item={item}
              onRetry={() => tray.trays?.retry(trayKey, item.id)}
              onRemove={() => {
                props.onRemoved()
                say(laterTexts.attachments.removed(item.name))
                tray.trays?.remove(trayKey, item.id)
              }}
            />
          ))}
        </ul>
      )}
      <div className="attachment-news visually-hidden" aria-live="polite">
        {said.map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
      </div>
      {props.takesDrops && <DropZone onFiles={tray.add} />}
    </>
  )
}

function Chip({ item, onRetry, onRemove }: { item: TrayItem; onRetry: () => void; onRemove: () => void }) {
  const { name, previewUrl, state } = item
  const { attachments } = laterTexts
  return (
    <li className="attachment-chip" data-status={state.status}>
      {previewUrl === null ? (
        <span className="attachment-icon">
          <Icon name="file-text" />
        </span>
      ) : (
        <img className="attachment-thumb" src={previewUrl} alt="" />
      )}
      <span className="attachment-text">
        <span className="attachment-name" dir="auto" title={name}>
          {name}
        </span>
        <span className="attachment-note">
          {state.status === 'failed' ? sentenceOf(state.failure) : fileLabel(item)}
        </span>
      </span>
      {state.status === 'uploading' && (
        <progress className="attachment-progress" aria-label={attachments.progress(name)} value={state.progress} />
      )}
      {state.status === 'failed' && state.failure.isRetryable && (
        <button type="button" className="icon-button" aria-label={attachments.retry(name)} onClick={onRetry}>
          <Icon name="refresh-cw" />
        </button>
      )}
      <button type="button" className="icon-button" aria-label={attachments.remove(name)} onClick={onRemove}>
        <Icon name="x" />
      </button>
    </li>
  )
}

interface Announcement {
  readonly id: number
  readonly text: string
}

/** What listeners hear of the tray, each once: what changes in it, not what it had. Returns also what says more. */
function useAnnouncements(items: readonly TrayItem[]): readonly [readonly Announcement[], (text: string) => void] {
  const before = useRef(items)
  const [said, setSaid] = useState<readonly Announcement[]>([])
  const say = useCallback((text: string) => {
    if (text !== '') setSaid((earlier) => [...earlier.slice(-9), { id: (earlier.at(-1)?.id ?? 0) + 1, text }])
  }, [])
  useEffect(() => {
    say(trayAnnouncement(before.current, items))
    before.current = items
  }, [items, say])
  return [said, say]
}

function DropZone({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const [isOver, setOver] = useState(false)
  const latest = useRef(onFiles)
  latest.current = onFiles
  useEffect(() => listenForDroppedFiles({ onOver: setOver, onFiles: (files) => latest.current(files) }), [])
  if (!isOver) return null
  return createPortal(
    <div className="drop-zone">
      <Icon name="paperclip" />
      <p className="drop-zone-title">{laterTexts.attachments.drop}</p>
      <p className="drop-zone-hint">{laterTexts.attachments.dropHint}</p>
    </div>,
    document.body,
  )
}
