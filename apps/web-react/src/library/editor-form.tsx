import type { LibraryChange } from '@livetype/protocol'
import { failureText, texts } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useServices } from '../services.ts'

/** The form around the fields of a prompt or preset: its title, what other tabs did, and the ways out of it. */
export function EditorForm(props: {
  readonly title: string
  /** What another tab has done to it meanwhile. */
  readonly elsewhere: string
  readonly isWrong: boolean
  /** It was to be saved: fields that are empty count as wrong from now on. */
  readonly onTried: () => void
  readonly change: () => LibraryChange
  readonly onDone: () => void
  readonly children: ReactNode
}) {
  const { store } = useServices()
  const words = laterTexts.library
  const form = useRef<HTMLFormElement>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  useEffect(() => form.current?.querySelector<HTMLElement>('.field-input')?.focus(), [])

  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (isSaving) return
    if (props.isWrong) {
      props.onTried()
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    setSaving(true)
    setFailure(null)
    try {
      await store.changeLibrary(props.change())
      props.onDone()
    } catch (error) {
      setFailure(failureText(words.failed, error))
      setSaving(false)
    }
  }

  return (
    <form ref={form} className="library-form" noValidate onSubmit={(event) => void save(event)}>
      <h3 className="library-heading">{props.title}</h3>
      <p className="library-elsewhere" role="status">
        {props.elsewhere}
      </p>
      {props.children}
      {failure && (
        <p className="field-error" role="alert">
          {failure}
        </p>
      )}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={props.onDone}>
          {texts.actions.cancel}
        </button>
        <button type="submit" className="button" data-primary="">
          {laterTexts.configuration.save}
        </button>
      </div>
    </form>
  )
}
