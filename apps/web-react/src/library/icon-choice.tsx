import { laterTexts, type PresetIcon } from '@livetype/ui/later'
import { useId } from 'react'
import { Icon } from '../controls/icon.tsx'

/** The icons that a preset can have, to choose one of. */
export function IconChoice(props: {
  readonly icons: readonly PresetIcon[]
  readonly value: string
  readonly onChoose: (icon: PresetIcon) => void
}) {
  const words = laterTexts.library
  const id = useId()
  return (
    <div className="field">
      <span id={id} className="field-label">
        {words.icon}
      </span>
      <div className="icon-choices" role="radiogroup" aria-labelledby={id}>
        {props.icons.map((icon) => (
          <label key={icon} className="icon-choice" data-tooltip={words.icons[icon]}>
            <input
              type="radio"
              className="visually-hidden"
              name={id}
              value={icon}
              checked={icon === props.value}
              onChange={() => props.onChoose(icon)}
            />
            <span>
              <Icon name={icon} />
              <span className="visually-hidden">{words.icons[icon]}</span>
            </span>
          </label>
        ))}
      </div>
    </div>
  )
}
