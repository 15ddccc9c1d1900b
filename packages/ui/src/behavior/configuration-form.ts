import { type Configuration, configurationLimits, reasoningEfforts } from '@livetype/protocol'

/** A configuration as a person edits it: texts, of which an empty one sets nothing. */
export type ConfigurationForm = Readonly<Record<keyof Configuration, string>>

/** The parameters that are numbers, in the order in which they are shown. */
export const numberFields = ['temperature', 'topP', 'maxTokens'] as const

/** @see ConfigurationForm */
export function formOfConfiguration(configuration: Configuration): ConfigurationForm {
  const { systemPrompt = '', temperature, topP, maxTokens, reasoningEffort = '' } = configuration
  return {
    systemPrompt,
    temperature: textOf(temperature),
    topP: textOf(topP),
    maxTokens: textOf(maxTokens),
    reasoningEffort,
  }
}

/** What a form sets, and the fields that hold what can't be. */
export function readConfigurationForm(form: ConfigurationForm): {
  readonly configuration: Configuration
  readonly wrong: ReadonlySet<keyof Configuration>
} {
  const wrong = new Set<keyof Configuration>()
  const configuration: Configuration = {}
  if (form.systemPrompt.trim() !== '') configuration.systemPrompt = form.systemPrompt
  if (form.systemPrompt.length > configurationLimits.systemPrompt) wrong.add('systemPrompt')
  for (const name of numberFields) {
    const text = form[name].trim().replace(',', '.')
    if (text === '') continue
    const value = Number(text)
    const { least, most } = configurationLimits[name]
    const isWhole = name !== 'maxTokens' || Number.isInteger(value)
    if (value >= least && value <= most && isWhole) configuration[name] = value
    else wrong.add(name)
  }
  const effort = reasoningEfforts.find((one) => one === form.reasoningEffort)
  if (effort) configuration.reasoningEffort = effort
  return { configuration, wrong }
}

function textOf(value: number | undefined): string {
  return value === undefined ? '' : String(value)
}
