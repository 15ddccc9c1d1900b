import { type LibraryKind, laterTexts } from '@livetype/ui/later'
import { useState } from 'react'
import { DialogFrame } from '../overlays/dialog-frame.tsx'
import type { OverlayProps } from '../overlays/overlays.tsx'
import { useServices } from '../services.ts'
import { LibraryList } from './library-list.tsx'
import { LibraryTabs } from './library-tabs.tsx'
import { PresetEditor } from './preset-editor.tsx'
import { PromptEditor } from './prompt-editor.tsx'

/** What is edited: a prompt or preset by its id, one to come, or one to come that begins as the example. */
export type Edited = { readonly id: string } | 'new' | 'example'

/** The library, at its prompts. */
export function PromptLibrary(props: OverlayProps) {
  return <LibraryDialog {...props} begun="prompts" />
}

/** The library, at its presets. */
export function PresetLibrary(props: OverlayProps) {
  return <LibraryDialog {...props} begun="presets" />
}

/** The prompts and the presets, to look through and to change. */
function LibraryDialog(props: OverlayProps & { readonly begun: LibraryKind }) {
  const { overlay } = useServices()
  const [kind, setKind] = useState(props.begun)
  const [edited, setEdited] = useState<Edited | null>(() => editedAtFirst(overlay.about()))
  /** Where the focus comes back to from an edit. */
  const [lastId, setLastId] = useState<string | null>(null)
  const [isDirty, setDirty] = useState(false)
  const [isLeaving, setLeaving] = useState(false)
  const words = laterTexts.library

  const edit = (next: Edited | null) => {
    setDirty(false)
    setLeaving(false)
    setEdited(next)
  }
  const backTo = (id: string) => {
    setLastId(id)
    edit(null)
  }
  const close = () => {
    if (isDirty) setLeaving(true)
    else props.onClose()
  }
  const discard = () => {
    setDirty(false)
    props.onClose()
  }
  const Editor = kind === 'prompts' ? PromptEditor : PresetEditor

  return (
    <DialogFrame {...props} isWriting title={words.title} onClose={close}>
      {edited === null ? (
        <>
          <LibraryTabs kind={kind} onChoose={setKind} />
          <LibraryList key={kind} kind={kind} focusedId={lastId} onEdit={edit} />
        </>
      ) : (
        <>
          <Editor edited={edited} onDirty={() => setDirty(true)} onDone={backTo} />
          {isLeaving && (
            <div className="library-unsaved" role="alert">
              <p>{words.unsaved}</p>
              <button type="button" className="button" onClick={() => setLeaving(false)}>
                {words.keepWriting}
              </button>
              <button type="button" className="button" onClick={discard}>
                {words.discard}
              </button>
            </div>
          )}
        </>
      )}
    </DialogFrame>
  )
}

function editedAtFirst(about: string | undefined): Edited | null {
  return about === undefined ? null : { id: about }
}
