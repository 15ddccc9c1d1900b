import type { Configuration } from '@livetype/protocol'
import { failureText, keptConfiguration, texts } from '@livetype/ui'
import { formOfConfiguration, laterTexts, readConfigurationForm } from '@livetype/ui/later'
import { type FormEvent, useState } from 'react'
import { useModels } from '../models/use-models.ts'
import { DialogFrame } from '../overlays/dialog-frame.tsx'
import { useServices } from '../services.ts'
import { ConversationUsage } from '../usage/conversation-usage.tsx'
import { ConfigurationFields } from './configuration-fields.tsx'
import { SaveAsPreset } from './save-as-preset.tsx'
import { UsePreset } from './use-preset.tsx'

/** What is set for a conversation; null is the one to come. */
export function ConfigurationDialog(props: {
  readonly conversationId: string | null
  readonly configuration: Configuration
  readonly onClose: () => void
}) {
  const { conversationId, onClose } = props
  const { store, toaster, configurationDraft } = useServices()
  const words = laterTexts.configuration
  const [form, setForm] = useState(() => formOfConfiguration(props.configuration))
  const { configuration, wrong } = readConfigurationForm(form)
  const { compare } = useModels()
  /** The model of the preset that has filled in the form. */
  const [modelId, setModelId] = useState<string | null>(null)

  const save = (event: FormEvent) => {
    event.preventDefault()
    if (wrong.size > 0) return
    onClose()
    if (modelId !== null) compare([modelId])
    if (conversationId === null) {
      configurationDraft.set(keptConfiguration(configuration))
      return
    }
    store.configure(conversationId, configuration).catch((error: unknown) => {
      toaster.create({ title: failureText(texts.configuration.failed, error), type: 'error' })
    })
  }

  return (
    <DialogFrame isOpen isWriting title={words.title} onClose={onClose}>
      <p className="field-note">{words.intro}</p>
      <UsePreset
        onUse={(preset, offeredId) => {
          setForm(formOfConfiguration(preset.configuration))
          setModelId(offeredId)
        }}
      />
      <form onSubmit={save}>
        <ConfigurationFields form={form} wrong={wrong} onChange={setForm} />
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {texts.actions.cancel}
          </button>
          <button type="submit" className="button" data-primary="" disabled={wrong.size > 0}>
            {words.save}
          </button>
        </div>
      </form>
      <SaveAsPreset configuration={configuration} isDisabled={wrong.size > 0} />
      {conversationId !== null && <ConversationUsage conversationId={conversationId} />}
    </DialogFrame>
  )
}
