import { type LibraryChange, makeId } from '@livetype/protocol'
import { failureText, focusSettled, libraryMenu, texts } from '@livetype/ui'
import {
  isSearched,
  type LibraryKind,
  type LibraryRow,
  laterTexts,
  libraryRows,
  rowChange,
  rowMove,
  undoOf,
} from '@livetype/ui/later'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '../controls/icon.tsx'
import { MenuButton } from '../controls/menu-button.tsx'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'
import type { Edited } from './library-dialog.tsx'

/** What was done last, as it is said, and what takes it back. */
interface Note {
  readonly text: string
  readonly undo?: LibraryChange | undefined
  readonly isFailure?: boolean
}

/** All prompts, or all presets. Where `focusedId` is set, its row has the focus at first, else the button that adds one. */
export function LibraryList(props: {
  readonly kind: LibraryKind
  readonly focusedId: string | null
  readonly onEdit: (edited: Edited) => void
}) {
  const { kind, onEdit } = props
  const { store } = useServices()
  const library = useObservable(store.library)
  const [query, setQuery] = useState('')
  const [note, setNote] = useState<Note | null>(null)
  const panel = useRef<HTMLDivElement>(null)
  const words = laterTexts.library
  const items = library[kind]
  const rows = libraryRows(library, kind, isSearched(items) ? query : '')
  const focusRow = (id: string) => {
    focusSettled(() => {
      const row = panel.current?.querySelector<HTMLElement>(`[data-item-id="${CSS.escape(id)}"] button`)
      ;(row ?? panel.current?.querySelector<HTMLElement>('.library-bar button'))?.focus()
    })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the focus begins; later it is a person's
  useEffect(() => {
    if (props.focusedId !== null) focusRow(props.focusedId)
  }, [])

  const change = async (wanted: LibraryChange, said: Note | null) => {
    setNote(said)
    try {
      await store.changeLibrary(wanted)
    } catch (error) {
      setNote({ text: failureText(words.failed, error), isFailure: true })
    }
  }
  const choose = (row: LibraryRow, chosen: string) => {
    if (chosen === 'edit') return onEdit({ id: row.id })
    const wanted = rowChange(library, { kind, id: row.id }, { chosen, makeId })
    if (!wanted) return
    const undo = undoOf(library, wanted)
    const sent = change(wanted, undo ? { text: words.deleted(row.name), undo } : null)
    if (undo) focusSettled(() => panel.current?.querySelector<HTMLElement>('.library-note button')?.focus())
    else if (chosen.startsWith('move')) {
      focusRow(row.id)
      const moved = store.library.get()[kind]
      const place = moved.findIndex(({ id }) => id === row.id) + 1
      setNote({ text: words.moved(row.name, place, moved.length) })
    }
    void sent
  }
  const takeBack = (undo: LibraryChange) => {
    void change(undo, null)
    if (undo.type === 'prompt-saved') focusRow(undo.prompt.id)
    if (undo.type === 'preset-saved') focusRow(undo.preset.id)
  }

  return (
    <div ref={panel} id="library-panel" role="tabpanel" aria-labelledby={`library-${kind}`}>
      <p className="field-note">{words.intro[kind]}</p>
      <div className="library-bar">
        {isSearched(items) && (
          <input
            className="field-input"
            type="search"
            aria-label={words.search[kind]}
            placeholder={words.search[kind]}
            dir="auto"
            autoComplete="off"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        )}
        <button type="button" className="button" onClick={() => onEdit('new')}>
          <Icon name="plus" />
          {words.add[kind]}
        </button>
      </div>
      <div className="library-note" role="status" data-failed={note?.isFailure ? '' : undefined}>
        {note && <span dir="auto">{note.text}</span>}
        {note?.undo && (
          <button type="button" className="button" onClick={() => note.undo && takeBack(note.undo)}>
            {texts.sidebar.undo}
          </button>
        )}
        <span className="visually-hidden">{query && words.found(rows.length)}</span>
      </div>
      {items.length === 0 && (
        <div className="library-empty">
          <p>{words.empty[kind]}</p>
          <button type="button" className="button" onClick={() => onEdit('example')}>
            {words.begin}
          </button>
        </div>
      )}
      {items.length > 0 && rows.length === 0 && <p className="library-empty">{words.nothingFound}</p>}
      {rows.length > 0 && (
        <ul className="library-list">
          {rows.map((row) => (
            <li key={row.id} className="library-item" data-item-id={row.id}>
              <button
                type="button"
                className="library-open"
                aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                onClick={() => onEdit({ id: row.id })}
                onKeyDown={(event) => {
                  const step = rowMove(event)
                  if (!step) return
                  event.preventDefault()
                  choose(row, step)
                }}
              >
                <Icon name={row.icon} />
                <span className="library-name" dir="auto">
                  {row.name}
                </span>
                <span className="library-detail" dir="auto">
                  {row.detail}
                </span>
              </button>
              <MenuButton
                label={(kind === 'prompts' ? words.actionsFor.prompts : texts.presets.actionsFor)(row.name)}
                triggerClass="icon-button"
                placement="bottom-end"
                items={libraryMenu(items, row.id)}
                onChoose={(value) => choose(row, value)}
              >
                <Icon name="ellipsis" />
              </MenuButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
