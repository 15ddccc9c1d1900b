import { makeId, presetIcons } from '@livetype/protocol'
import {
  elsewhereNote,
  examplePreset,
  formOfPreset,
  laterTexts,
  nextPosition,
  type PresetForm,
  readPresetForm,
} from '@livetype/ui/later'
import { useId, useState } from 'react'
import { ConfigurationFields } from '../configuration/configuration-fields.tsx'
import { describedBy, Field } from '../configuration/field.tsx'
import { useModels } from '../models/use-models.ts'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'
import { EditorForm } from './editor-form.tsx'
import { IconChoice } from './icon-choice.tsx'
import type { Edited } from './library-dialog.tsx'

/** A preset, to be made or changed. What another tab does to it meanwhile is said, and changes nothing here. */
export function PresetEditor(props: {
  readonly edited: Edited
  readonly onDirty: () => void
  readonly onDone: (id: string) => void
}) {
  const { edited } = props
  const { store } = useServices()
  const { models } = useModels()
  const { presets } = useObservable(store.library)
  const words = laterTexts.library
  const id = useId()
  const known = typeof edited === 'object' ? presets.find((preset) => preset.id === edited.id) : undefined
  const [begun] = useState(() => ({
    preset: known,
    form: formOfPreset(known ?? (edited === 'example' ? examplePreset() : undefined)),
    id: typeof edited === 'object' ? edited.id : makeId(),
  }))
  const [form, setForm] = useState(begun.form)
  const [isTried, setTried] = useState(false)
  const { said, wrong, wrongName } = readPresetForm(form)
  const nameError = isTried || form.name !== '' ? wrongName : undefined
  const change = (changes: Partial<PresetForm>) => {
    setForm({ ...form, ...changes })
    props.onDirty()
  }

  return (
    <EditorForm
      title={begun.preset ? words.edit.presets : words.add.presets}
      elsewhere={elsewhereNote(begun.preset && formOfPreset(begun.preset), known && formOfPreset(known))}
      isWrong={wrongName !== undefined || wrong.size > 0}
      onTried={() => setTried(true)}
      change={() => ({
        type: 'preset-saved',
        preset: { ...said, id: begun.id, position: (known ?? begun.preset)?.position ?? nextPosition(presets) },
      })}
      onDone={() => props.onDone(begun.id)}
    >
      <Field id={`${id}-name`} label={words.presetName} error={nameError}>
        <input
          id={`${id}-name`}
          className="field-input"
          data-autofocus=""
          dir="auto"
          autoComplete="off"
          value={form.name}
          onChange={(event) => change({ name: event.target.value })}
          {...describedBy(`${id}-name`, { hasHint: false, error: nameError })}
        />
      </Field>
      <IconChoice icons={presetIcons} value={form.icon} onChoose={(icon) => change({ icon })} />
      <Field id={`${id}-model`} label={words.model} hint={words.modelHint}>
        <select
          id={`${id}-model`}
          className="field-input"
          value={form.modelId}
          onChange={(event) => change({ modelId: event.target.value })}
          {...describedBy(`${id}-model`, { hasHint: true, error: undefined })}
        >
          <option value="">{words.anyModel}</option>
          {models.map((model) => (
            <option key={model.id} value={model.id}>
              {model.name}
            </option>
          ))}
          {form.modelId !== '' && !models.some((model) => model.id === form.modelId) && (
            <option value={form.modelId}>{words.goneModel(form.modelId)}</option>
          )}
        </select>
      </Field>
      <ConfigurationFields
        form={form.configuration}
        wrong={wrong}
        onChange={(configuration) => change({ configuration })}
      />
    </EditorForm>
  )
}
