import { type Configuration, configurationLimits, reasoningEfforts } from '@livetype/protocol'
import { composerRoom } from '@livetype/ui'
import { type ConfigurationForm, laterTexts, numberFields } from '@livetype/ui/later'
import { useId, useRef } from 'react'
import { Icon } from '../controls/icon.tsx'
import { useGrowth } from '../controls/use-growth.ts'
import { describedBy, Field } from './field.tsx'

/** The fields of a configuration: of a conversation's, and of a preset's. */
export function ConfigurationFields(props: {
  readonly form: ConfigurationForm
  readonly wrong: ReadonlySet<keyof Configuration>
  readonly onChange: (form: ConfigurationForm) => void
}) {
  const { form, wrong } = props
  const words = laterTexts.configuration
  const id = useId()
  const prompt = useRef<HTMLTextAreaElement>(null)
  useGrowth(prompt, form.systemPrompt)
  const set = (name: keyof Configuration, value: string) => props.onChange({ ...form, [name]: value })
  const errorOf = (name: keyof Configuration) => (wrong.has(name) ? words.wrong[name] : undefined)
  const described = (name: keyof Configuration) => describedBy(`${id}-${name}`, { hasHint: true, error: errorOf(name) })
  const reset = (name: keyof Configuration) =>
    form[name] !== '' && (
      <button
        type="button"
        className="icon-button"
        aria-label={words.reset(words[name])}
        onClick={(event) => {
          event.currentTarget.parentElement?.querySelector<HTMLElement>('.field-input')?.focus()
          set(name, '')
        }}
      >
        <Icon name="undo-2" />
      </button>
    )
  const room = composerRoom(form.systemPrompt.length, configurationLimits.systemPrompt)

  return (
    <>
      <Field
        id={`${id}-systemPrompt`}
        label={words.systemPrompt}
        hint={`${words.systemPromptHint} ${room.text}`.trim()}
        error={errorOf('systemPrompt')}
      >
        <textarea
          id={`${id}-systemPrompt`}
          ref={prompt}
          className="field-input"
          rows={4}
          dir="auto"
          placeholder={words.systemPromptPlaceholder}
          value={form.systemPrompt}
          onChange={(event) => set('systemPrompt', event.target.value)}
          {...described('systemPrompt')}
        />
      </Field>
      <div className="parameters">
        {numberFields.map((name) => (
          <Field key={name} id={`${id}-${name}`} label={words[name]} hint={words[`${name}Hint`]} error={errorOf(name)}>
            <div className="field-row">
              <input
                id={`${id}-${name}`}
                className="field-input"
                inputMode={name === 'maxTokens' ? 'numeric' : 'decimal'}
                autoComplete="off"
                placeholder={words.default}
                value={form[name]}
                onChange={(event) => set(name, event.target.value)}
                {...described(name)}
              />
              {reset(name)}
            </div>
          </Field>
        ))}
        <Field id={`${id}-reasoningEffort`} label={words.reasoningEffort} hint={words.reasoningEffortHint}>
          <div className="field-row">
            <select
              id={`${id}-reasoningEffort`}
              className="field-input"
              value={form.reasoningEffort}
              onChange={(event) => set('reasoningEffort', event.target.value)}
              {...described('reasoningEffort')}
            >
              <option value="">{words.default}</option>
              {reasoningEfforts.map((effort) => (
                <option key={effort} value={effort}>
                  {words.efforts[effort]}
                </option>
              ))}
            </select>
            {reset('reasoningEffort')}
          </div>
        </Field>
      </div>
    </>
  )
}
