import type { Prompt } from '@livetype/protocol'
import { isSendKey, texts } from '@livetype/ui'
import {
  defaultValues,
  fillPrompt,
  laterTexts,
  type PromptValues,
  promptParts,
  promptVariables,
} from '@livetype/ui/later'
import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import { Field } from '../configuration/field.tsx'
import { useGrowth } from '../controls/use-growth.ts'
import { DialogFrame } from '../overlays/dialog-frame.tsx'

/** Asks for what a prompt has in its braces. What is written is kept in `written` until it is used. */
export function FillDialog(props: {
  readonly prompt: Prompt
  readonly written: Map<string, PromptValues>
  readonly onFilled: (text: string) => void
  readonly onGone: () => void
}) {
  const { prompt, written } = props
  const words = laterTexts.prompts
  const id = useId()
  const [isOpen, setOpen] = useState(true)
  const [values, setValues] = useState(() => ({ ...defaultValues(prompt.body), ...written.get(prompt.id) }))
  const form = useRef<HTMLFormElement>(null)
  const set = (name: string, value: string) => {
    const next = { ...values, [name]: value }
    written.set(prompt.id, next)
    setValues(next)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // The composer's form is above this one for React, and would send.
    event.stopPropagation()
    props.onFilled(fillPrompt(prompt.body, values))
    written.delete(prompt.id)
    setOpen(false)
  }
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (!isSendKey(event.nativeEvent)) return
    event.preventDefault()
    const next = form.current?.querySelectorAll('textarea')[index + 1]
    if (next) next.select()
    else form.current?.requestSubmit()
  }

  return (
    <DialogFrame
      isOpen={isOpen}
      isWriting
      title={prompt.title || `/${prompt.name}`}
      onClose={() => setOpen(false)}
      onGone={props.onGone}
    >
      <p className="field-note">{words.fillIntro}</p>
      <form ref={form} className="prompt-fields" onSubmit={submit}>
        {promptVariables(prompt.body).map(({ name }, index) => (
          <Field key={name} id={`${id}-${index}`} label={name}>
            <ValueField
              id={`${id}-${index}`}
              isFirst={index === 0}
              value={values[name] ?? ''}
              onChange={(value) => set(name, value)}
              onKeyDown={(event) => onKeyDown(event, index)}
            />
          </Field>
        ))}
        <div className="field">
          <h3 id={`${id}-preview`} className="field-label">
            {words.preview}
          </h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to be able to scroll it */}
          <div className="prompt-preview" dir="auto" role="group" aria-labelledby={`${id}-preview`} tabIndex={0}>
            {promptParts(prompt.body).map((part, index) =>
              typeof part === 'string' ? (
                part
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the text
                <mark key={index}>{values[part.name] || words.empty(part.name)}</mark>
              ),
            )}
          </div>
        </div>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={() => setOpen(false)}>
            {texts.actions.cancel}
          </button>
          <button type="submit" className="button" data-primary="">
            {words.insert}
          </button>
        </div>
      </form>
    </DialogFrame>
  )
}

function ValueField(props: {
  readonly id: string
  readonly isFirst: boolean
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}) {
  const input = useRef<HTMLTextAreaElement>(null)
  useGrowth(input, props.value)
  return (
    <textarea
      id={props.id}
      ref={input}
      className="field-input"
      rows={1}
      dir="auto"
      enterKeyHint="next"
      {...(props.isFirst && { 'data-autofocus': '' })}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
      onKeyDown={props.onKeyDown}
    />
  )
}
