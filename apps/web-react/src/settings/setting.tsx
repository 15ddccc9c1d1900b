import type { SettingsField } from '@livetype/ui/later'
import type { ReactNode } from 'react'

/** One setting: what it is called, and what can be chosen. */
export function Setting(props: { field: SettingsField; onChoose: (value: string) => void }) {
  const { field, onChoose } = props
  const id = `setting-${field.name}`
  return (
    <div className="setting" data-setting={field.name}>
      <div className="setting-text">
        <span id={id} className="setting-label">
          {field.label}
        </span>
        {field.hint && (
          <p id={`${id}-hint`} className="setting-hint">
            {field.hint}
          </p>
        )}
      </div>
      {controlOf(field, { id, onChoose })}
    </div>
  )
}

function controlOf(
  field: SettingsField,
  { id, onChoose }: { id: string; onChoose: (value: string) => void },
): ReactNode {
  const named = { 'aria-labelledby': id, 'aria-describedby': field.hint ? `${id}-hint` : undefined }
  switch (field.kind) {
    case 'segments':
      return (
        <div className="segments" role="radiogroup" {...named}>
          {field.choices.map((choice) => (
            <label key={choice.value} className="segment">
              <input
                type="radio"
                className="visually-hidden"
                name={field.name}
                value={choice.value}
                checked={choice.value === field.value}
                onChange={() => onChoose(choice.value)}
              />
              <span>{choice.label}</span>
            </label>
          ))}
        </div>
      )
    case 'list':
      return (
        <select
          className="setting-select"
          {...named}
          value={field.value}
          onChange={(event) => onChoose(event.target.value)}
        >
          {field.choices.map((choice) => (
            <option key={choice.value} value={choice.value} lang={choice.lang}>
              {choice.label}
            </option>
          ))}
        </select>
      )
  }
}
