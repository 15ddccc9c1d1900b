import { exportAddress } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import { Icon } from '../controls/icon.tsx'
import { DialogFrame } from '../overlays/dialog-frame.tsx'
import type { OverlayProps } from '../overlays/overlays.tsx'
import { ImportSection } from './import-section.tsx'

/** What a person takes with them, and what they bring. */
export function DataDialog(props: OverlayProps) {
  const words = laterTexts.data
  return (
    <DialogFrame {...props} title={words.title}>
      <section className="settings-section" aria-labelledby="data-export">
        <h3 id="data-export" className="settings-heading">
          {words.exportTitle}
        </h3>
        <p className="field-note">{words.exportHint}</p>
        <p className="field-note">{words.exportNote}</p>
        <div className="data-actions">
          <a className="button" href={exportAddress({ format: 'json' })} download="">
            <Icon name="download" />
            {words.exportJson}
          </a>
          <a className="button" href={exportAddress({ format: 'markdown' })} download="">
            <Icon name="download" />
            {words.exportMarkdown}
          </a>
        </div>
      </section>
      <ImportSection onLeave={props.onClose} />
    </DialogFrame>
  )
}
