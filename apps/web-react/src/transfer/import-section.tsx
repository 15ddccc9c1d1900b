import { focusIfLost } from '@livetype/ui'
import { importReportWords, laterTexts, listenForDroppedFiles } from '@livetype/ui/later'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Icon } from '../controls/icon.tsx'
import { Failure } from '../message/failure.tsx'
import { ImportReport } from './import-report.tsx'
import { type ImporterAccess, useImporter } from './use-importer.ts'

/** Takes a file of conversations, by a button or dropped, and says what became of it. */
export function ImportSection({ onLeave }: { onLeave: () => void }) {
  const importer = useImporter()
  const { view } = importer
  const words = laterTexts.data
  const region = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the button that was pressed goes with each change of it
  useEffect(() => focusIfLost(region.current), [view.status])
  return (
    <section className="settings-section" aria-labelledby="data-import">
      <h3 id="data-import" className="settings-heading">
        {words.importTitle}
      </h3>
      <p className="field-note">{words.importHint}</p>
      <div ref={region} className="import" tabIndex={-1} data-status={view.status}>
        {contentOf(importer, onLeave)}
      </div>
      <p className="visually-hidden" role="status">
        {view.status === 'running' && words.running(view.name)}
        {view.status === 'done' && [words.done(view.name), ...importReportWords(view.report).summary].join(' ')}
      </p>
      {view.status !== 'running' && <DropZone onFiles={importer.start} />}
    </section>
  )
}

function contentOf({ view, start, retry, stop }: ImporterAccess, onLeave: () => void): ReactNode {
  const words = laterTexts.data
  const again = (
    <button type="button" className="button" onClick={retry}>
      {words.retry}
    </button>
  )
  switch (view.status) {
    case 'idle':
      return (
        <div className="data-actions">
          <ChooseFile label={words.choose} onFiles={start} />
          <span className="import-drop">{words.orDrop}</span>
        </div>
      )
    case 'running':
      return (
        <>
          <p className="import-name" dir="auto">
            {words.running(view.name)}
          </p>
          <progress className="import-progress" aria-label={words.running(view.name)} value={view.part} />
          <div className="data-actions">
            <span className="import-count">{words.read(view.conversations)}</span>
            <button type="button" className="button" onClick={stop}>
              {words.stop}
            </button>
          </div>
        </>
      )
    case 'stopped':
    case 'failed':
      return (
        <>
          <Failure isNews text={view.status === 'stopped' ? words.stopped : words.failed(view.message)}>
            {again}
          </Failure>
          <div className="data-actions">
            <ChooseFile label={words.chooseAnother} onFiles={start} />
          </div>
        </>
      )
    case 'done':
      return (
        <>
          <ImportReport name={view.name} report={view.report} onLeave={onLeave} />
          <div className="data-actions">
            <ChooseFile label={words.chooseAnother} onFiles={start} />
          </div>
        </>
      )
  }
}

function ChooseFile({ label, onFiles }: { label: string; onFiles: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          // The same file can be chosen again.
          event.target.value = ''
        }}
      />
      <button type="button" className="button" onClick={() => input.current?.click()}>
        <Icon name="upload" />
        {label}
      </button>
    </>
  )
}

function DropZone({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const [isOver, setOver] = useState(false)
  const latest = useRef(onFiles)
  latest.current = onFiles
  useEffect(
    () => listenForDroppedFiles({ onOver: setOver, onFiles: (files) => latest.current(files), isOnTop: true }),
    [],
  )
  if (!isOver) return null
  return createPortal(
    <div className="drop-zone">
      <Icon name="upload" />
      <p className="drop-zone-title">{laterTexts.data.drop}</p>
      <p className="drop-zone-hint">{laterTexts.data.dropHint}</p>
    </div>,
    document.body,
  )
}
