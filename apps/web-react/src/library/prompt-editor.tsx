import { libraryLimits, makeId } from '@livetype/protocol'
import { composerRoom } from '@livetype/ui'
import {
  elsewhereNote,
  formOfPrompt,
  laterTexts,
  nextPosition,
  type PromptField,
  readPromptForm,
  variablesNote,
  writtenPrompt,
} from '@livetype/ui/later'
import { useId, useRef, useState } from 'react'
import { describedBy, Field } from '../configuration/field.tsx'
import { useGrowth } from '../controls/use-growth.ts'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'
import { EditorForm } from './editor-form.tsx'
import type { Edited } from './library-dialog.tsx'

/** A prompt, to be written or changed. What another tab does to it meanwhile is said, and changes nothing here. */
export function PromptEditor(props: {
  readonly edited: Edited
  readonly onDirty: () => void
  readonly onDone: (id: string) => void
}) {
  const { edited } = props
  const { store } = useServices()
  const { prompts } = useObservable(store.library)
  const words = laterTexts.library
  const id = useId()
  const known = typeof edited === 'object' ? prompts.find((prompt) => prompt.id === edited.id) : undefined
  const [begun] = useState(() => ({
    prompt: known,
    form: known ? formOfPrompt(known) : edited === 'example' ? formOfPrompt(words.examplePrompt) : formOfPrompt(),
    id: typeof edited === 'object' ? edited.id : makeId(),
  }))
  const [form, setForm] = useState(begun.form)
  const [isTried, setTried] = useState(false)
  const body = useRef<HTMLTextAreaElement>(null)
  useGrowth(body, form.body)
  const { said, wrong } = readPromptForm(
    form,
    prompts.filter((prompt) => prompt.id !== begun.id),
  )
  const errorOf = (field: PromptField) => (isTried || form[field] !== '' ? wrong.get(field) : undefined)
  const write = (field: PromptField, value: string) => {
    setForm(writtenPrompt(form, field, value))
    props.onDirty()
  }
  const described = (field: PromptField) =>
    describedBy(`${id}-${field}`, { hasHint: field !== 'title', error: errorOf(field) })

  return (
    <EditorForm
      title={begun.prompt ? words.edit.prompts : words.add.prompts}
      elsewhere={elsewhereNote(begun.prompt && formOfPrompt(begun.prompt), known && formOfPrompt(known))}
      isWrong={wrong.size > 0}
      onTried={() => setTried(true)}
      change={() => ({
        type: 'prompt-saved',
        prompt: { ...said, id: begun.id, position: (known ?? begun.prompt)?.position ?? nextPosition(prompts) },
      })}
      onDone={() => props.onDone(begun.id)}
    >
      <Field id={`${id}-title`} label={words.promptTitle} error={errorOf('title')}>
        <input
          id={`${id}-title`}
          className="field-input"
          data-autofocus=""
          dir="auto"
          autoComplete="off"
          value={form.title}
          onChange={(event) => write('title', event.target.value)}
          {...described('title')}
        />
      </Field>
      <Field
        id={`${id}-name`}
        label={words.promptName}
        hint={words.promptNameHint(said.name || words.examplePrompt.name)}
        error={errorOf('name')}
      >
        <input
          id={`${id}-name`}
          className="field-input"
          dir="auto"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={form.name}
          onChange={(event) => write('name', event.target.value)}
          {...described('name')}
        />
      </Field>
      <Field
        id={`${id}-body`}
        label={words.promptBody}
        hint={`${variablesNote(form.body)} ${composerRoom(form.body.length, libraryLimits.promptBody).text}`.trim()}
        error={errorOf('body')}
      >
        <textarea
          id={`${id}-body`}
          ref={body}
          className="field-input"
          rows={4}
          dir="auto"
          value={form.body}
          onChange={(event) => write('body', event.target.value)}
          {...described('body')}
        />
      </Field>
    </EditorForm>
  )
}
