import { type Configuration, libraryLimits, type Preset, presetIcons } from '@livetype/protocol'
import { type ConfigurationForm, formOfConfiguration, readConfigurationForm } from '../behavior/configuration-form.ts'
import { laterTexts } from '../texts/later/later-texts.ts'

/** A preset as a person edits it. */
export interface PresetForm {
  readonly name: string
  readonly icon: string
  /** Empty: whichever is chosen. */
  readonly modelId: string
  readonly configuration: ConfigurationForm
}

/** What a preset can be drawn with. */
export type PresetIcon = (typeof presetIcons)[number]

/** A preset to begin with, where there is none. */
export function examplePreset(): Pick<Preset, 'name' | 'icon' | 'configuration'> {
  const { name, systemPrompt } = laterTexts.library.examplePreset
  return { name, icon: 'pen-line', configuration: { systemPrompt } }
}

/** The form of a preset; an empty one for a preset to come. */
export function formOfPreset(preset?: Pick<Preset, 'name' | 'icon' | 'modelId' | 'configuration'>): PresetForm {
  const { name = '', icon = presetIcons[0], modelId = '', configuration = {} } = preset ?? {}
  return { name, icon, modelId, configuration: formOfConfiguration(configuration) }
}

/** What a form says, and what is wrong: with the name, in a sentence, and with which of the parameters. */
export function readPresetForm(form: PresetForm): {
  readonly said: Pick<Preset, 'name' | 'icon' | 'modelId' | 'configuration'>
  readonly wrongName: string | undefined
  readonly wrong: ReadonlySet<keyof Configuration>
} {
  const words = laterTexts.library.wrong
  const { configuration, wrong } = readConfigurationForm(form.configuration)
  const name = form.name.trim()
  const isTooLong = name.length > libraryLimits.presetName
  return {
    said: { name, icon: form.icon, configuration, ...(form.modelId !== '' && { modelId: form.modelId }) },
    wrongName: name === '' ? words.nameMissing : isTooLong ? words.presetNameTooLong : undefined,
    wrong,
  }
}
