import type { ReactNode } from 'react'

/** A labelled field with what is to be known of it, and what is wrong with it. */
export function Field(props: {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly children: ReactNode
}) {
  const { id, label, hint, error } = props
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {props.children}
      {hint && (
        <p id={`${id}-hint`} className="field-note">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

/** What a field's control carries so that its words are heard with it. */
export function describedBy(id: string, { hasHint, error }: { hasHint: boolean; error: string | undefined }) {
  const ids = [hasHint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return { 'aria-invalid': error ? true : undefined, 'aria-describedby': ids || undefined }
}
