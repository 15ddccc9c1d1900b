import { type Configuration, libraryLimits, makeId } from '@livetype/protocol'
import { failureText, savedPreset } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import { type FormEvent, useId, useState } from 'react'
import { useModels } from '../models/use-models.ts'
import { useServices } from '../services.ts'

/** Keeps what is set, and the chosen model, as a way to begin other conversations. */
export function SaveAsPreset({ configuration, isDisabled }: { configuration: Configuration; isDisabled: boolean }) {
  const { store, toaster } = useServices()
  const { chosen } = useModels()
  const words = laterTexts.configuration
  const id = useId()
  const [name, setName] = useState('')

  const save = (event: FormEvent) => {
    event.preventDefault()
    const made = { name, configuration, ...(chosen && { modelId: chosen.id }) }
    const preset = savedPreset(store.library.get().presets, made, makeId)
    store.changeLibrary({ type: 'preset-saved', preset }).then(
      () => {
        setName('')
        toaster.create({ title: words.presetSaved(preset.name), type: 'success' })
      },
      (error: unknown) => {
        toaster.create({ title: failureText(words.presetFailed, error), type: 'error' })
      },
    )
  }

  return (
    <form className="field save-as-preset" onSubmit={save}>
      <label className="field-label" htmlFor={id}>
        {words.presetName}
      </label>
      <div className="field-row">
        <input
          id={id}
          className="field-input"
          dir="auto"
          autoComplete="off"
          maxLength={libraryLimits.presetName}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" className="button" disabled={isDisabled || name.trim() === ''}>
          {words.saveAsPreset}
        </button>
      </div>
      <p className="field-note">{words.presetHint}</p>
    </form>
  )
}
